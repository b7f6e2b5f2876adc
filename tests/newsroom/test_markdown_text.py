"""Reading a text gives a fragment, and every problem in it with its line of the file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from plugins.newsroom.markdown_text import render

CONTENT = Path(__file__).parents[2] / "content"


def test_lines_are_those_of_the_file() -> None:
    """An editor opens the file at the line that the message names, front matter included."""
    reading = render("Chữ.\n\n[Tại đây](/a/)", path="tin-bai/a/b/c.md", first_line=12)
    (problem,) = reading.problems
    assert str(problem) == (
        "content/tin-bai/a/b/c.md:14: cảnh báo: chữ của liên kết chỉ là «Tại đây» – người dùng máy"
        " đọc màn hình nghe riêng từng liên kết, không biết dẫn tới đâu – đặt liên kết vào tên của"
        " nơi nó dẫn tới, ví dụ [Kế hoạch truyền thông 2023](…) [link_text_says_where_it_leads]"
    )
    assert reading.value is not None
    assert reading.value.links[0].line == 14


def test_a_text_with_errors_still_has_a_fragment() -> None:
    """The rules about links and abbreviations say what they find in the same run."""
    reading = render("<u>UBND</u> [x](/a/)", path="a.md", first_line=1)
    assert reading.value is not None
    assert [term.term for term in reading.value.terms] == ["UBND"]


def test_a_text_whose_tags_are_open_has_none() -> None:
    """Nobody can say where such a tag was meant to end."""
    assert render("<b>x", path="a.md", first_line=1).value is None


def test_every_abbreviation_of_the_register_is_found_in_a_text() -> None:
    """A row of the register that no article could ever mention would be a row for nothing."""
    with (CONTENT / "tu-viet-tat.csv").open(encoding="utf-8", newline="") as file:
        shorts = sorted({row["viet-tat"] for row in csv.DictReader(file)})
    text = "\n\n".join(f"Theo {short}, từ nay." for short in shorts)
    reading = render(text, path="a.md", first_line=1)
    assert reading.value is not None
    assert [term.term for term in reading.value.terms] == shorts


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.md")), ids=lambda path: path.stem)
def test_the_articles_of_the_site_read_without_an_error(path: Path) -> None:
    """What is published was written by the rules."""
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    reading = render(body, path=path.name, first_line=head.count("\n") + 3)
    assert [str(problem) for problem in reading.problems] == []
