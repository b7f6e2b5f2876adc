"""The month calendar with counts, made by the server («Tìm theo ngày»)."""

from __future__ import annotations

from datetime import date

from plugins.newsroom.edition import Edition
from plugins.newsroom.view_parts import Calendar, CalendarDay, Link
from plugins.vietnamese.dates import month_grid, month_name


def year_url(year: int) -> str:
    """Give the address of a year of the archive."""
    return f"/tin-bai/{year:04}/"


def month_url(year: int, month: int) -> str:
    """Give the address of a month of the archive."""
    return f"/tin-bai/{year:04}/{month:02}/"


def month_calendar(
    edition: Edition, year: int, month: int, *, current: date | None = None
) -> Calendar:
    """Make a month's calendar: each day with the number of its articles and a link to them."""
    own = f"{year:04}-{month:02}"
    months = edition.keys("month")
    earlier = [key for key in months if key < own]
    later = [key for key in months if key > own]
    return Calendar(
        name=month_name(year, month),
        url=month_url(year, month),
        weeks=tuple(
            tuple(_cell(edition, day, current) for day in week) for week in month_grid(year, month)
        ),
        earlier=_month_link(earlier[-1]) if earlier else None,
        later=_month_link(later[0]) if later else None,
    )


def _month_link(key: str) -> Link:
    year, month = map(int, key.split("-"))
    return Link(label=month_name(year, month), url=month_url(year, month))


def _cell(edition: Edition, day: date | None, current: date | None) -> CalendarDay:
    if day is None:
        return CalendarDay()
    count = edition.count(f"day {day.isoformat()}")
    return CalendarDay(
        number=day.day,
        url=f"/tin-bai/{day:%Y/%m/%d}/" if count else "",
        count=count,
        label=f"{day.day} tháng {day.month}: {count} tin, bài",
        current=day == current,
    )
