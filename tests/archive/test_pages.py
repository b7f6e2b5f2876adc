"""The archive by day, and all that its pages look up."""

from __future__ import annotations

from support.newsrooms import SECTION
from support.records import article, edition_of, looks_of, pages_of

from plugins.archive.pages import DAY, MONTH, YEAR, YEARS
from plugins.newsroom.edition import Edition
from plugins.newsroom.view_parts import Facet, Link

COLUMN = "columns chuyen-trang/chuyen-muc"


def days_of(month: str, length: int) -> set[str]:
    """Name the facts that a month's calendar looks at."""
    return {f"size day {month}-{day:02}" for day in range(1, length + 1)}


def edition_with(*numbers: int) -> Edition:
    """Publish an article on each of some days after 23/03/2023."""
    return edition_of(*(article(number=number) for number in numbers), sections=(SECTION,))


def test_the_page_of_all_years_counts_months_and_opens_no_article() -> None:
    """An edit of a headline leaves the page of all years alone."""
    edition = edition_with(0, 1, 20, 300)
    assert looks_of(YEARS, edition, "") == {
        "keys year",
        "keys month",
        "size month 2023-03",
        "size month 2023-04",
        "size month 2024-01",
    }
    (page,) = pages_of(YEARS, edition)
    assert page.view.groups == (
        Facet(
            name="Năm 2024",
            links=(Link(label="Tháng 1 năm 2024", url="/tin-bai/2024/01/", note="1 tin, bài"),),
        ),
        Facet(
            name="Năm 2023",
            links=(
                Link(label="Tháng 4 năm 2023", url="/tin-bai/2023/04/", note="1 tin, bài"),
                Link(label="Tháng 3 năm 2023", url="/tin-bai/2023/03/", note="2 tin, bài"),
            ),
        ),
    )


def test_a_year_counts_its_days_and_opens_no_article() -> None:
    """A year's page has a calendar for each of its months, and no headline."""
    edition = edition_with(0, 300)
    assert looks_of(YEAR, edition, "2023") == {
        "keys year",
        "keys month",
        "size year 2023",
        *days_of("2023-03", 31),
    }
    page = pages_of(YEAR, edition)[0]
    assert page.view.count_text == "1 tin, bài"
    assert [link.current for link in page.view.years] == [False, True]


def test_a_month_looks_up_its_days_and_its_own_headlines() -> None:
    """A new article in April leaves March alone, but for the arrow that leads there."""
    edition = edition_with(0, 1, 20)
    assert looks_of(MONTH, edition, "2023-03") == {
        "keys month",
        "order month 2023-03",
        "size month 2023-03",
        *days_of("2023-03", 31),
        *(f"headline {article(number=number).path}" for number in (0, 1)),
        COLUMN,
    }


def test_a_day_looks_up_its_own_headlines() -> None:
    """A day that is over is made again only for what it shows."""
    assert looks_of(DAY, edition_with(0, 1), "2023-03-24") == {
        "order day 2023-03-24",
        "size day 2023-03-24",
        f"headline {article(number=1).path}",
        COLUMN,
    }


def test_a_day_s_page_hangs_below_its_month_and_its_year() -> None:
    """A reader climbs from a day to all that was published around it."""
    (page,) = pages_of(DAY, edition_with(0))
    assert page.url == "/tin-bai/2023/03/23/"
    assert page.view.title == "Tin, bài Thứ năm, 23/03/2023"
    assert [crumb.url for crumb in page.view.head.crumbs] == [
        "/",
        "/tin-bai/",
        "/tin-bai/2023/",
        "/tin-bai/2023/03/",
    ]


def test_a_month_was_modified_when_the_newest_of_its_articles_was() -> None:
    """A machine that reads the sitemap need not read a month again that is over."""
    (page,) = pages_of(MONTH, edition_with(0, 1))
    assert page.search is not None
    assert page.search.modified == "2023-03-24T14:02:00+07:00"
