"""`inv import-scores`: a table as somebody sent it becomes a sheet, or every fault is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from support import office_files as made
from support.score_files import CARD, UNITS

from plugins.newsroom.registers_reading import AGENCY_HEADER, LOCALITY_HEADER
from plugins.workshop.importing.command import Told, run, run_undo

SOURCE = "https://vi-du.vn/2023"
TABLE = """\
BẢNG XẾP HẠNG NĂM 2023;;;;
;;;;
STT;Tỉnh, thành phố;Tổng điểm;Lĩnh vực A;Lĩnh vực B
1;TP. Huế;16,50;8,50;8,00
2;Tỉnh Bình Định;15,25;8,25;7,00
3;Phú Yên;14,00;7,00;7,00
"""
WRITTEN = """\
don-vi,tong,a,b,nguon
Huế,16.50,8.50,8.00,https://vi-du.vn/2023
Bình Định,15.25,8.25,7.00,https://vi-du.vn/2023
Phú Yên,14.00,7.00,7.00,https://vi-du.vn/2023
"""
HEADERS = {
    "co-quan.csv": ",".join(AGENCY_HEADER),
    "dia-ban.csv": ",".join(LOCALITY_HEADER),
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Make a content folder with one scorecard that has no sheet yet."""
    folder = tmp_path / "content"
    (folder / "chi-so" / "thu").mkdir(parents=True)
    (folder / "chi-so" / "thu" / "bo-chi-so.toml").write_text(CARD, "utf-8")
    (folder / "chi-so" / "don-vi.csv").write_text(UNITS, "utf-8")
    for name, header in HEADERS.items():
        (folder / name).write_text(f"{header}\n", "utf-8")
    return folder


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Answer questions in order, and give the questions; nobody answers more than was given."""

    def given(*texts: str) -> list[str]:
        asked: list[str] = []
        waiting: Iterator[str] = iter(texts)

        def answer(question: str) -> str:
            asked.append(question)
            try:
                return next(waiting)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", answer)
        return asked

    return given


def sent(folder: Path, text: str = TABLE, name: str = "ket-qua-2023.csv") -> Path:
    """Write the file that somebody sent."""
    file = folder / name
    file.write_text(text, "utf-8")
    return file


def imported(file: Path, content: Path, **told: str | bool) -> int:
    """Import without questions."""
    told = {"bo": "thu", "source": SOURCE, "yes": True, **told}
    return run(file, content, content.parent / "cache", Told(**told))  # type: ignore[arg-type]


def far_away() -> bytes:
    """Make a workbook with a cell in the last row that Excel has."""
    book = made.workbook(("a",))
    rows = made.unzipped(book)["xl/worksheets/sheet1.xml"]
    return made.with_part(
        book,
        "xl/worksheets/sheet1.xml",
        rows.replace(b'"A1"', b'"A1048576"').replace(b'r="1"', b'r="1048576"'),
    )


def sheet(content: Path) -> Path:
    """Give the place of the sheet that is written."""
    return content / "chi-so" / "thu" / "2023.csv"


def test_a_foreign_table_becomes_a_sheet(content: Path, tmp_path: Path) -> None:
    """A title above, a column of numbers, names with and without their kind, decimal commas."""
    assert imported(sent(tmp_path), content) == 0
    assert sheet(content).read_text("utf-8") == WRITTEN


def test_a_workbook_is_read_like_a_table(content: Path, tmp_path: Path) -> None:
    """Excel keeps numbers as doubles, percentages as fractions, units in merged cells."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["BẢNG XẾP HẠNG NĂM 2023"])
    page.merge_cells("A1:E1")
    page.append(["STT", "Tỉnh, thành phố", "Tổng điểm", "Lĩnh vực A", "Lĩnh vực B"])
    page.append([1, "TP. Huế", 16.5, 8.5, 8])
    page.append([2, "Tỉnh Bình Định", 15.25, 8.25, 7.000000000000001])
    page.append([3, "Phú Yên", 14, 7, 7])
    book.save(tmp_path / "pci 2023.xlsx")
    assert imported(tmp_path / "pci 2023.xlsx", content) == 0
    assert sheet(content).read_text("utf-8").splitlines()[1] == f"Huế,16.5,8.5,8,{SOURCE}"
    assert len(sheet(content).read_text("utf-8").splitlines()) == 4


def test_what_would_change_is_shown_and_nothing_is_written_without_a_yes(
    content: Path,
    tmp_path: Path,
    answers: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An editor looks before anything is written."""
    asked = answers("k")
    told = Told(bo="thu", source=SOURCE)
    assert run(sent(tmp_path), content, tmp_path / "cache", told) == 1
    assert not sheet(content).exists()
    assert asked == [f"Ghi vào {sheet(content)}? Gõ c (có) hoặc k (không): "]
    shown = capsys.readouterr().out
    assert "thêm 3 dòng, đính chính 0, giữ nguyên 0" in shown
    assert "  + Huế: 16,50 điểm" in shown


def test_what_the_table_does_not_say_is_asked(
    content: Path, tmp_path: Path, answers: Callable[..., list[str]]
) -> None:
    """The scorecard, the period, a strange column."""
    text = TABLE.replace("Lĩnh vực B", "Cột lạ").replace("8,00", "x").replace("7,00\n", "y\n")
    asked = answers("thu", "2023", "", "c")
    file = sent(tmp_path, text, "bang.csv")
    assert run(file, content, tmp_path / "cache", Told(source=SOURCE)) == 0
    assert [question.split("(", maxsplit=1)[0] for question in asked[:2]] == ["Bộ chỉ số ", "Kỳ "]
    assert asked[2] == "Cột «Cột lạ» (x; y; y) là cột nào? [Enter: bỏ] "
    assert sheet(content).read_text("utf-8").startswith("don-vi,tong,a,nguon\n")


def test_nobody_who_answers_is_told_what_to_type(
    content: Path,
    tmp_path: Path,
    answers: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A script has no keyboard."""
    answers()
    assert run(sent(tmp_path), content, tmp_path / "cache", Told()) == 1
    assert "gõ thêm --bo, --ky, --source" in capsys.readouterr().out


def test_every_fault_is_named_with_the_line_of_the_file_that_was_sent(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sender can mend the file; nothing was written."""
    text = TABLE.replace("15,25", "mười lăm").replace("Phú Yên", "Phú Yêm")
    file = sent(tmp_path, text)
    assert imported(file, content) == 1
    shown = capsys.readouterr().out.splitlines()
    assert [line.split(" – ")[0] for line in shown] == [
        f"{file}:5: lỗi: «tong»: không đọc được số «mười lăm»",
        f"{file}:6: lỗi: không có đơn vị «Phú Yêm» vào năm 2023",
    ]
    assert not sheet(content).exists()


def test_a_fault_between_rows_is_named_with_the_line_of_the_file_too(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Points above the scale are found by the scorecard's own rules."""
    file = sent(tmp_path, TABLE.replace("16,50", "26,50"))
    assert imported(file, content) == 1
    assert f"{file}:4: lỗi: Huế được 26,50 điểm, vượt điểm tối đa 20" in capsys.readouterr().out
    assert not sheet(content).exists()


def test_no_source_means_no_import(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A figure without a source does not enter."""
    assert imported(sent(tmp_path), content, source="") == 1
    assert "«nguon» để trống" in capsys.readouterr().out


def test_another_figure_becomes_a_correction_with_its_reason(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The old value stays in the sheet."""
    imported(sent(tmp_path), content)
    changed = TABLE.replace("2;Tỉnh Bình Định;15,25;8,25;7,00", "2;Tỉnh Bình Định;15,35;8,25;7,10")
    capsys.readouterr()
    assert imported(sent(tmp_path, changed), content, reason="Bản công bố sửa ngày 02/05") == 0
    assert "thêm 0 dòng, đính chính 1, giữ nguyên 2" in capsys.readouterr().out
    lines = sheet(content).read_text("utf-8").splitlines()
    first = next(line for line in lines if line.startswith("Bình Định"))
    assert first.startswith("Bình Định,15.25")
    assert "Bản công bố sửa ngày 02/05" in lines[-1]
    assert lines[-1].startswith("Bình Định,15.35")


def test_the_same_table_again_changes_nothing(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is sent twice is no correction."""
    imported(sent(tmp_path), content)
    before = sheet(content).stat().st_mtime_ns
    capsys.readouterr()
    assert imported(sent(tmp_path), content) == 0
    assert "giữ nguyên 3" in capsys.readouterr().out
    assert sheet(content).stat().st_mtime_ns == before


def test_an_import_can_be_taken_back(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first import made the file, so that undoing it takes the file away."""
    imported(sent(tmp_path), content)
    assert run_undo(tmp_path / "cache") == 0
    assert not sheet(content).exists()
    run_undo(tmp_path / "cache")
    assert "Không có lần nhập nào để hoàn tác." in capsys.readouterr().out


def test_a_row_that_cannot_be_read_stops_an_import_instead_of_being_lost(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sheet is written anew from its rows, so each of them must be understood."""
    rows = f"don-vi,tong,nguon\nHuế,16.50,{SOURCE}\nHuế cổ,12.00,{SOURCE}\n"
    sheet(content).write_text(rows, "utf-8")
    assert imported(sent(tmp_path), content) == 1
    assert sheet(content).read_text("utf-8") == rows
    assert "content/chi-so/thu/2023.csv:3: lỗi: không có đơn vị «Huế cổ»" in capsys.readouterr().out


def test_a_sheet_in_an_old_encoding_stops_an_import(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its rows are neither guessed nor thrown away."""
    rows = f"don-vi,tong,nguon\nHuế,16.50,{SOURCE}\n".encode("utf-16")
    sheet(content).write_bytes(rows)
    assert imported(sent(tmp_path), content) == 1
    assert sheet(content).read_bytes() == rows
    assert "content/chi-so/thu/2023.csv" in capsys.readouterr().out


def test_what_is_taken_back_ends_its_lines_as_before(content: Path, tmp_path: Path) -> None:
    """Excel writes other ends of lines than Git; both come back as they were."""
    rows = f"don-vi,tong,a,b,nguon\r\nHuế,16.50,8.50,8.00,{SOURCE}\r\n".encode()
    sheet(content).write_bytes(rows)
    assert imported(sent(tmp_path), content) == 0
    assert sheet(content).read_bytes() != rows
    assert run_undo(content.parent / "cache") == 0
    assert sheet(content).read_bytes() == rows


def test_what_was_edited_since_is_not_undone(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Undo never takes away somebody's work."""
    imported(sent(tmp_path), content)
    sheet(content).write_text(WRITTEN + "\n", "utf-8")
    run_undo(tmp_path / "cache")
    assert sheet(content).exists()
    assert "đã được sửa sau lần nhập" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("x.docx", "", "không nhận tệp «.docx»"),
        ("x-2023.csv", "a;b\n1;2\n", "không có tên cột"),
        ("x-2023.csv", "Đơn vị;Điểm;Tổng điểm\nHuế;1;1\n", "hai cột cùng là tong"),
        ("x-2023.xlsx", "not a workbook", "tệp không phải .xlsx"),
    ],
)
def test_what_is_no_table_is_refused(  # noqa: PLR0913, PLR0917 - fixtures
    content: Path,
    tmp_path: Path,
    name: str,
    text: str,
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A sentence, not a stack of Python."""
    assert imported(sent(tmp_path, text, name), content, ky="2023") == 1
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("book", "said"),
    [
        (made.bomb(100_000), "tệp giải nén ra quá 200 MB hoặc quá 100 lần"),
        (
            made.with_relationship(made.workbook(), "externalLinkPath", "file:///c:/x.xlsx"),
            "tệp nối tới thứ ở ngoài nội dung: externallinkpath «file:///c:/x.xlsx»",
        ),
        (made.with_part(made.workbook(), "xl/vbaProject.bin", b"x"), "tệp có mã lệnh (macro)"),
        (made.workbook(merged="A1:XFD1048576"), "trang tính gộp ô A1:XFD1048576"),
        (far_away(), "trang tính trải ra 1.048.576 ô"),
    ],
)
def test_c11_a_workbook_that_must_not_be_opened_is_refused(
    content: Path, tmp_path: Path, book: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is read from it, and nothing written."""
    file = tmp_path / "x-2023.xlsx"
    file.write_bytes(book)
    assert imported(file, content) == 1
    assert f"{file}: lỗi: {said}" in capsys.readouterr().out
    assert not sheet(content).exists()


def test_a_file_that_is_not_there_is_named(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A typing error in the path."""
    assert imported(tmp_path / "khong-co.csv", content) == 1
    assert "không có tệp này" in capsys.readouterr().out
