"""A new article has a file that the checks accept, in the right place."""

from __future__ import annotations

import io
import shutil
from datetime import date
from pathlib import Path

import pytest
from support.defects import problems_of

from plugins.newsroom.problem import Problem
from plugins.vietnamese.dates import Moment, read_moment, short_date
from plugins.workshop.asking import Told, run
from plugins.workshop.new_article import Draft, create, slug_from

CONTENT = Path(__file__).parents[2] / "content"
COLUMN = "truyen-thong/ket-qua-chi-so"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a copy of the province's own content."""
    return shutil.copytree(CONTENT, tmp_path / "content")


def _moment(written: str) -> Moment:
    moment = read_moment(written)
    assert isinstance(moment, Moment)
    return moment


def _draft(**changed: str) -> Draft:
    words = {"title": "Đánh giá: bảy hoạt động", "column": COLUMN, "summary": "Tóm tắt."}
    return Draft(**{**words, **changed}, moment=_moment("25/03/2023 08:30"))


def _problems(content: Path) -> list[str]:
    return [str(problem) for problem in problems_of(content, now=_moment("01/12/2026").at)]


def test_a_new_article_is_a_draft_in_the_folder_of_its_column(content: Path) -> None:
    """An editor begins with a file whose name and front matter are right."""
    path = create(content, _draft())
    assert path == content / "tin-bai" / COLUMN / "2023-03-25-danh-gia-bay-hoat-dong.md"
    assert path.read_text("utf-8") == (
        "---\n"
        'title: "Đánh giá: bảy hoạt động"\n'
        "date: 25/03/2023 08:30\n"
        'summary: "Tóm tắt."\n'
        "tags: []\n"
        "agencies: []\n"
        "localities: []\n"
        "source:\n"
        "status: draft\n"
        "---\n\n"
    )


def _written(content: Path, **changed: str) -> None:
    """Make a new article, write its text and publish it, as an editor does."""
    path = create(content, _draft(**changed))
    assert isinstance(path, Path)
    text = path.read_text("utf-8").replace("status: draft", "status: published")
    path.write_text(f"{text}Chữ của bài.\n", encoding="utf-8")


def test_a_new_article_whose_text_is_written_passes_every_check(content: Path) -> None:
    """What `inv new` fills in never has to be mended by hand, whatever the headline."""
    before = _problems(content)
    _written(content, title='Nói "thẳng": 5 \\ 7 & #1')
    assert _problems(content) == before


def test_a_summary_that_was_put_off_is_asked_for_by_the_check(content: Path) -> None:
    """No filler text can be published: what is missing stays missing until somebody writes it."""
    before = _problems(content)
    _written(content, summary="")
    (problem,) = [problem for problem in _problems(content) if problem not in before]
    assert problem == (
        f"content/tin-bai/{COLUMN}/2023-03-25-danh-gia-bay-hoat-dong.md:4: lỗi: "
        "bài không có tóm tắt (sapô) – "
        "danh sách, kết quả tìm kiếm và bài chia sẻ đều in câu này – "
        "thêm dòng summary: một câu, nhiều nhất 140 ký tự [every_article_has_a_summary]"
    )


def test_nothing_is_written_over(content: Path) -> None:
    """Two colleagues who begin the same article on the same day lose no word."""
    path = create(content, _draft())
    assert isinstance(path, Path)
    path.write_text("chữ của người khác", encoding="utf-8")
    refused = create(content, _draft(column="truyen-thong/ke-hoach-dinh-huong"))
    assert str(refused) == (
        "content: lỗi: đã có bài content/tin-bai/truyen-thong/ket-qua-chi-so/"
        "2023-03-25-danh-gia-bay-hoat-dong.md – hai bài cùng ngày không được trùng tên – "
        "đặt tên khác [a_new_article_has_its_place]"
    )
    assert path.read_text("utf-8") == "chữ của người khác"


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (
            {"column": "truyen-thong/ket-qua-chi-xo"},
            (
                "content: lỗi: không có chuyên mục «truyen-thong/ket-qua-chi-xo» – "
                "chuyên mục là thư mục chứa bài – có phải là «truyen-thong/ket-qua-chi-so»? "
                "[a_new_article_has_its_place]"
            ),
        ),
        (
            {"slug": "../ra-ngoai"},
            (
                "content: lỗi: không lấy «../ra-ngoai» làm tên bài được – "
                "tên bài chỉ gồm chữ thường không dấu, chữ số và gạch nối – "
                "đặt tên khác, như ten-bai [a_new_article_has_its_place]"
            ),
        ),
        (
            {"slug": "nam-2023"},
            (
                "content: lỗi: tên bài «nam-2023» có đầu dành riêng – "
                "các đầu trang-, nam-, co-quan- dành cho trang của danh sách – "
                "đặt tên khác, như tin-ten-bai [a_new_article_has_its_place]"
            ),
        ),
    ],
)
def test_a_place_that_cannot_be_is_refused_with_a_remedy(
    content: Path, changed: dict[str, str], message: str
) -> None:
    """An editor learns what to type instead, and no stray folder is left."""
    before = sorted(content.rglob("*"))
    refused = create(content, _draft(**changed))
    assert isinstance(refused, Problem)
    assert str(refused) == message
    assert sorted(content.rglob("*")) == before


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Đường, phố & ngõ", "duong-pho-ngo"),
        ("Năm 2024: việc phải làm", "tin-nam-2024-viec-phai-lam"),
        (
            "Ủy ban nhân dân tỉnh ban hành kế hoạch tuyên truyền cải cách hành chính",
            "uy-ban-nhan-dan-tinh-ban-hanh-ke-hoach-tuyen-truyen-cai-cach",
        ),
    ],
)
def test_a_headline_gives_a_short_name_of_whole_words(title: str, slug: str) -> None:
    """Addresses stay readable, and none begins like a list's own pages."""
    assert slug_from(title) == slug


def test_the_command_asks_for_what_it_was_not_told(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor who types `inv new` alone is led through, and a wrong answer is asked again."""
    answers = ["", "Kết quả mới", "99", "2", "32/03/2023", "25/03/2023", "Một câu."]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join([*answers, ""])))
    assert run(content, Told()) == 0
    (path,) = content.rglob("2023-03-25-ket-qua-moi.md")
    shown = capsys.readouterr().out
    assert path.parent == content / "tin-bai/linh-vuc-cai-cach/the-che"
    assert 'summary: "Một câu."' in path.read_text("utf-8")
    assert "Lĩnh vực cải cách\n   1. Chỉ đạo, điều hành" in shown
    assert f"Đã tạo {path}\nViệc tiếp theo: mở tệp, viết bài" in shown


def test_the_command_takes_this_day_when_none_is_typed(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Today's news needs one key less."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    monkeypatch.setenv("TZ", "America/New_York")
    assert run(content, Told(title="Tin mới", column=COLUMN, summary="Một câu.")) == 0
    (path,) = content.rglob("*-tin-moi.md")
    day = date.fromisoformat(path.name[:10])
    assert f"date: {short_date(day)} " in path.read_text("utf-8")


def test_the_command_stops_when_nobody_answers(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A script that forgot an option is told, and no half-made file is left."""
    before = sorted(content.rglob("*"))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run(content, Told(column=COLUMN)) == 1
    assert capsys.readouterr().out.endswith(
        "content: lỗi: còn thiếu điều cần hỏi – không có ai trả lời – "
        "gõ thêm --title, --column, --day, --summary [a_new_article_has_its_place]\n"
    )
    assert sorted(content.rglob("*")) == before
