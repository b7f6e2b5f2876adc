"""An attachment is looked into before readers get it; a broken one harms nobody."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject
from support import office_files as office
from support import pdf_files as made
from support.newsrooms import host, newsroom
from support.pictures import encoded, halves

from plugins.attachments.model import MAX_WEIGHT, Contents
from plugins.attachments.reading import apart, read_attachment
from plugins.attachments.rules import attachment_is_sound
from plugins.newsroom.model import FileBeside
from plugins.newsroom.office_files import Fault


def look(folder: Path, data: bytes, name: str = "tep.pdf") -> Contents | Fault:
    """Look into an attachment."""
    (folder / name).write_bytes(data)
    return read_attachment(FileBeside(path=name, digest="", location=str(folder / name)))


def fact(folder: Path, data: bytes, name: str = "tep.pdf") -> str:
    """Look into an attachment that must be refused, and give what is wrong with it."""
    found = look(folder, data, name)
    assert not isinstance(found, Contents)
    assert all(found)
    return found[0]


def with_password(writer: PdfWriter) -> None:
    """Let everybody open the file, and nobody copy from it."""
    writer.encrypt("", "bí mật", algorithm="AES-128")


def embedding(writer: PdfWriter) -> None:
    """Put a file into the file."""
    writer.add_attachment("a.txt", b"x")


def program_that_no_page_leads_to(writer: PdfWriter) -> None:
    """Leave a program among the objects."""
    writer._add_object(made.action("JavaScript", JS="x"))  # noqa: SLF001


def spelt_otherwise(data: bytes) -> bytes:
    """Write a name by codes, which readers of PDF take for the letters."""
    return data.replace(b"/JavaScript", b"/J#61vaScript")


PLAIN = made.action("GoTo", D="x")
RUNS = made.action("JavaScript", JS="x")
REFUSED: dict[str, tuple[tuple[made.Change, ...], str]] = {
    "a program when it opens": ((made.opening(RUNS),), "tệp có mã lệnh (/"),
    "a program of a page": ((made.on_page("AA", DictionaryObject()),), "tệp có mã lệnh (/"),
    "programs by name": (
        (made.at_root("Names", DictionaryObject({NameObject("/JavaScript"): ArrayObject()})),),
        "tệp có mã lệnh (/",
    ),
    "a program that no page leads to": (
        (program_that_no_page_leads_to,),
        "tệp có mã lệnh (/",
    ),
    "a command": ((made.opening(made.action("Launch", F="a.exe")),), "tệp có mã lệnh (/"),
    "printing when it opens": (
        (made.opening(made.action("Named")),),
        "tệp có mã lệnh (/",
    ),
    "a file": ((embedding,), "tệp có tệp nhúng (/"),
    "a file on a page": (
        (made.annotated(made.names(Subtype="FileAttachment")),),
        "tệp có tệp nhúng (/",
    ),
    "a film": (
        (made.annotated(made.names(Subtype="RichMedia")),),
        "tệp có phim, tiếng hoặc hình động (/",
    ),
    "a form that runs": (
        (made.at_root("AcroForm", DictionaryObject({NameObject("/XFA"): ArrayObject()})),),
        "tệp có biểu mẫu động (XFA) (/",
    ),
    "a form that sends": (
        (made.annotated(DictionaryObject({NameObject("/A"): made.action("SubmitForm")})),),
        "tệp có lệnh gửi, lấy dữ liệu (/",
    ),
    "a form that fetches": (
        (made.annotated(DictionaryObject({NameObject("/A"): made.action("ImportData")})),),
        "tệp có lệnh gửi, lấy dữ liệu (/",
    ),
    "a link that runs": (
        (made.linked("javascript:alert(1)"),),
        "tệp có liên kết tới «javascript:alert(1)»",
    ),
    "a link without a lock": (
        (made.linked("http://tinhmau.gov.vn/"),),
        "tệp có liên kết tới «http://tinhmau.gov.vn/»",
    ),
    "a password": ((with_password,), "tệp có mật khẩu hoặc cấm sao chép"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_c11_a_pdf_that_does_more_than_show_is_refused(name: str, tmp_path: Path) -> None:
    """Whatever runs, sends, plays or hides another file never reaches a reader."""
    changes, said = REFUSED[name]
    assert fact(tmp_path, made.pdf("x", *changes)).startswith(said)


def test_c11_names_written_by_codes_are_read(tmp_path: Path) -> None:
    """A viewer takes `/J#61vaScript` for what it is."""
    data = spelt_otherwise(made.pdf("x", made.opening(RUNS)))
    assert b"/JavaScript" not in data
    assert fact(tmp_path, data).startswith("tệp có mã lệnh")


def test_c11_what_was_signed_is_looked_at_to_its_last_byte(tmp_path: Path) -> None:
    """It is served as it is, so that what an older revision hides would be served too."""
    assert isinstance(look(tmp_path, made.pdf("x", made.signed)), Contents)
    hidden = made.pdf("x", made.signed) + b"\n9 0 obj <</S /JavaScript>> endobj\n"
    assert fact(tmp_path, hidden) == "tệp có mã lệnh (/JavaScript)"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tệp mang đuôi .pdf nhưng không phải PDF"),
        (office.document(), "tệp mang đuôi .pdf nhưng không phải PDF"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "tệp hỏng"),
        (made.pdf()[:300], "tệp hỏng"),
    ],
)
def test_c11_what_is_no_whole_pdf_is_refused(data: bytes, said: str, tmp_path: Path) -> None:
    """A file that was not loaded to its end, or has another's name."""
    assert fact(tmp_path, data) == said


def test_c11_a_page_that_unpacks_to_gigabytes_is_left(tmp_path: Path) -> None:
    """A viewer would hang on it."""

    def fill(writer: PdfWriter) -> None:
        content = DecodedStreamObject()
        content.set_data(bytes(100_000_000))
        writer.pages[0][NameObject("/Contents")] = writer._add_object(  # noqa: SLF001
            content.flate_encode(9)
        )

    data = made.pdf("x", fill)
    assert len(data) < 200_000
    began = time.monotonic()
    assert fact(tmp_path, data) == "tệp hỏng"
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("name", ["tep.pdf", "tep.docx", "tep.xlsx"])
def test_c11_a_heavy_file_is_not_even_opened(name: str, tmp_path: Path) -> None:
    """Nobody loads 20 MB on a telephone."""
    with (tmp_path / name).open("wb") as file:
        file.truncate(MAX_WEIGHT + 1)
    found = read_attachment(FileBeside(path=name, digest="", location=str(tmp_path / name)))
    assert not isinstance(found, Contents)
    assert found[0] == "tệp nặng 20 MB, quá giới hạn 20 MB"


def test_c11_word_and_excel_files_are_looked_at_as_imports_are(tmp_path: Path) -> None:
    """One look for both doors."""
    bomb = fact(tmp_path, office.bomb(100_000), "a.xlsx")
    assert bomb == "tệp giải nén ra quá 200 MB hoặc quá 100 lần"
    assert fact(tmp_path, office.workbook(), "a.docx").startswith("tệp mang đuôi .docx nhưng")


def test_c07_all_that_a_reader_sees_or_hears_of_a_file_is_read(tmp_path: Path) -> None:
    """Words over two runs or two lines are one phrase; bookmarks, pictures and cells speak too."""

    def marked(writer: PdfWriter) -> None:
        writer.add_metadata({"/Title": "Tiêu đề"})
        writer.add_outline_item(title="Dấu trang", page_number=0)

    found = look(tmp_path, made.pdf("Ke hoach) Tj 0 -20 Td (nam 2026", marked))
    assert isinstance(found, Contents)
    assert sorted(found.text.splitlines()) == ["Dấu trang", "Ke hoach nam 2026", "Tiêu đề"]
    document = Document()
    paragraph = document.add_paragraph("Kế ho")
    paragraph.add_run("ạch").bold = True
    picture = io.BytesIO(encoded(halves(8, 8)))
    shape = document.add_picture(picture)._inline.docPr  # noqa: SLF001
    shape.set("descr", "Sơ đồ")
    stream = io.BytesIO()
    document.save(stream)
    found = look(tmp_path, stream.getvalue(), "a.docx")
    assert isinstance(found, Contents)
    assert {"Kế hoạch", "Sơ đồ"} <= set(found.text.splitlines())
    found = look(tmp_path, office.workbook(("Huế", 16.5), ("Đà Nẵng", 3)), "a.xlsx")
    assert found == Contents(text="Huế\nĐà Nẵng")


def test_what_a_file_says_is_read_once(tmp_path: Path) -> None:
    """An editor of a register does not wait until every plan has been read again."""
    cache, place = tmp_path / "cache", tmp_path / "tep.pdf"
    place.write_bytes(made.pdf("Ke hoach"))
    file = FileBeside(path="tep.pdf", digest="1", location=str(place), cache=str(cache))
    first = read_attachment(file)
    place.write_bytes(made.pdf("x", made.opening(RUNS)))
    assert read_attachment(file) == first == Contents(text="Ke hoach")
    assert not isinstance(read_attachment(replace(file, digest="2")), Contents)
    for kept in (cache / "tep-da-doc").glob("*.doc"):
        kept.write_bytes(b"{}")
    assert not isinstance(read_attachment(file), Contents)


def for_ever() -> Contents:
    """Never come back."""
    while True:
        pass


def in_all_memory() -> Contents:
    """Ask for more than there is."""
    return Contents(links=("x" * 10_000_000_000,))


def by_the_way() -> Contents:
    """Die without a word."""
    os._exit(1)


@pytest.mark.parametrize("read", [for_ever, in_all_memory, by_the_way])
def test_c11_a_reader_that_fails_takes_nothing_with_it(
    read: Callable[[], Contents], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file on which the reader hangs, fills the memory or dies is one that is refused."""
    monkeypatch.setattr(apart, "SECONDS", 1)
    found = apart.read_apart(read)
    assert not isinstance(found, Contents)
    assert found[0] in ("tệp không đọc nổi", "tệp hỏng")


def test_c11_links_lead_only_to_hosts_that_somebody_has_looked_at(tmp_path: Path) -> None:
    """A file is no way around the list that texts keep to."""
    files = {
        "a/tep.pdf": made.pdf("x", made.linked("https://la.vn/x"), made.linked("mailto:a@b.vn")),
        "a/tep.docx": office.with_relationship(office.document(), "hyperlink", "https://la.vn/x"),
    }
    for path, data in files.items():
        location = tmp_path / path.replace("/", "-")
        location.write_bytes(data)
        file = FileBeside(path=path, digest="", location=str(location))
        strange = newsroom(attachments={path: file}, hosts={"quen.vn": host("quen.vn")})
        said = [problem.fact for problem in attachment_is_sound(strange, path)]
        assert said == ["máy chủ «la.vn» chưa có trong danh sách liên kết ngoài"]
        known = newsroom(attachments={path: file}, hosts={"la.vn": host("la.vn")})
        assert list(attachment_is_sound(known, path)) == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("tep.pdf", made.pdf("Nha cai uy tin"), "nhà cái uy tín"),
        ("tep.pdf", made.pdf("x", made.linked("https://tai-xiu.vi-du.vn/")), "tài xỉu"),
        ("tep.docx", office.document("Soi cầu lô đề miễn phí"), "soi cầu lô đề"),
        ("tep.xlsx", office.workbook(("Huế", "cá cược bóng đá")), "cá cược bóng đá"),
        ("nha-cai-uy-tin.pdf", made.pdf(), "nhà cái uy tín"),
    ],
)
def test_c07_an_advertisement_in_a_file_is_found(
    name: str, data: bytes, said: str, tmp_path: Path
) -> None:
    """Most of what is smuggled in lies in files that were uploaded."""
    (tmp_path / name).write_bytes(data)
    path = f"tin-bai/a/b/{name}"
    file = FileBeside(path=path, digest="", location=str(tmp_path / name))
    room = newsroom(attachments={path: file}, hosts={"vi-du.vn": host("vi-du.vn")})
    problem, *_ = attachment_is_sound(room, path)
    assert problem.is_error
    assert problem.rule == "nothing_is_advertised"
    assert f"«{said}»" in problem.fact
    assert problem.line is None


def test_a_pdf_that_only_shows_is_taken(tmp_path: Path) -> None:
    """A contents page, a form to fill in and a link do no harm."""
    form = DictionaryObject({NameObject("/Fields"): ArrayObject()})
    data = made.pdf(
        "x", made.opening(PLAIN), made.at_root("AcroForm", form), made.linked("https://a.gov.vn/")
    )
    found = look(tmp_path, data)
    assert isinstance(found, Contents)
    assert found.links == ("https://a.gov.vn/",)
