"""The month calendar with counts, made by the server («Tìm theo ngày»)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plugins.newsroom.headline import Headline
from plugins.newsroom.view_parts import Calendar, CalendarDay, Link
from plugins.vietnamese.dates import month_grid, month_name

Days = Mapping[date, tuple[Headline, ...]]


def year_url(year: int) -> str:
    """Give the address of a year of the archive."""
    return f"/tin-bai/{year:04}/"


def month_url(year: int, month: int) -> str:
    """Give the address of a month of the archive."""
    return f"/tin-bai/{year:04}/{month:02}/"


def month_calendar(days: Days, year: int, month: int, *, current: date | None = None) -> Calendar:
    """Make a month's calendar: each day with the number of its articles and a link to them."""
    months = sorted({(day.year, day.month) for day in days})
    earlier = [key for key in months if key < (year, month)]
    later = [key for key in months if key > (year, month)]
    return Calendar(
        name=month_name(year, month),
        url=month_url(year, month),
        weeks=tuple(
            tuple(_cell(days, day, current) for day in week) for week in month_grid(year, month)
        ),
        earlier=_month_link(earlier[-1]) if earlier else None,
        later=_month_link(later[0]) if later else None,
    )


def _month_link(key: tuple[int, int]) -> Link:
    return Link(label=month_name(*key), url=month_url(*key))


def _cell(days: Days, day: date | None, current: date | None) -> CalendarDay:
    if day is None:
        return CalendarDay()
    count = len(days.get(day, ()))
    return CalendarDay(
        number=day.day,
        url=f"/tin-bai/{day:%Y/%m/%d}/" if count else "",
        count=count,
        label=f"{day.day} tháng {day.month}: {count} tin, bài",
        current=day == current,
    )
