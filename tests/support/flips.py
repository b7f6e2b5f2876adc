"""Single inputs to flip: each changes one thing that pages show, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from support.desk import Desk
from support.desk_seed import COLOURS, NOW

LATER = NOW + timedelta(hours=1)
AN_ARTICLE, A_PICTURED_ONE = 13, 1


def a_text(desk: Desk) -> None:
    """Rewrite one article's text."""
    desk.articles[AN_ARTICLE].paragraphs[0] = "Một đoạn mở đầu khác hẳn."


def a_title(desk: Desk) -> None:
    """Rewrite one article's headline."""
    desk.articles[AN_ARTICLE].title = "Một đầu đề khác hẳn"


def a_date(desk: Desk) -> None:
    """Move one article to another day of another month."""
    desk.articles[AN_ARTICLE].day = date(2024, 8, 9)


def a_tag(desk: Desk) -> None:
    """Rename a tag."""
    desk.tags["chi-so"]["ten"] = "Chỉ số cải cách"


def an_agency(desk: Desk) -> None:
    """Rename an agency that articles name, and that neither speaks nor leads."""
    desk.agencies["ban-dan-toc"]["ten"] = "Ban Dân tộc và Miền núi"


def an_abbreviation(desk: Desk) -> None:
    """Give an abbreviation another meaning."""
    row = next(row for row in desk.abbreviations if row["viet-tat"] == "TTHC")
    row["nghia"] = "Thủ tục hành chính nhà nước"


def a_column(desk: Desk) -> None:
    """Rename a column."""
    desk.sections[0].columns[0].name = "Kế hoạch và chương trình"


def a_score(desk: Desk) -> None:
    """Correct a figure without a change of rank, of a unit that no article names."""
    score = next(score for score in desk.scores["2022"] if score.unit == "don-vi-4")
    score.points = str(float(score.points) + 0.01)


def an_order(desk: Desk) -> None:
    """Put the sections into another order, which is that of the navigation."""
    desk.sections.reverse()


def a_picture(desk: Desk) -> None:
    """Replace a picture's file under the same name."""
    desk.articles[A_PICTURED_ONE].lead = COLOURS[1]


def an_attachment(desk: Desk) -> None:
    """Replace the file that an article hands out by a larger one under the same name."""
    desk.articles[A_PICTURED_ONE].attached = "Bieu mau da sua doi, bo sung"


def a_site_name(desk: Desk) -> None:
    """Rename the site."""
    desk.settings["SITENAME"] = "Chuyên trang tỉnh Mẫu"


def a_notice(desk: Desk) -> None:
    """Change the sentence at the foot of every page."""
    desk.settings["NOTICE"] = "Trang mẫu."


def a_template(desk: Desk) -> None:
    """Change the template of one kind of page."""
    _after(desk, "templates/article.html", b"{% block main %}\n")


def a_component(desk: Desk) -> None:
    """Change a component that only lists use."""
    _after(desk, "components/pager/template.html", b'aria-label="')


def a_style(desk: Desk) -> None:
    """Change a style, and so the style sheet's name."""
    desk.theme["components/pager/style.css"] += b".pager { order: 7 }\n"


def a_page_length(desk: Desk) -> None:
    """Let lists have longer pages."""
    desk.settings["DEFAULT_PAGINATION"] = 3


def a_minute(desk: Desk) -> None:
    """Let the minute of a scheduled article come."""
    desk.now = LATER


def _after(desk: Desk, path: str, place: bytes) -> None:
    assert place in desk.theme[path]
    desk.theme[path] = desk.theme[path].replace(place, place + "Mới ".encode(), 1)


FLIPS: dict[str, Callable[[Desk], None]] = {
    flip.__name__: flip
    for flip in (
        *(a_text, a_title, a_date, a_tag, an_agency, an_abbreviation, a_column, an_order),
        *(
            a_picture,
            an_attachment,
            a_site_name,
            a_notice,
            a_template,
            a_component,
            a_style,
            a_page_length,
        ),
        *(a_minute, a_score),
    )
}
