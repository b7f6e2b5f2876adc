"""The month calendar with counts."""

from __future__ import annotations

from datetime import date

from support.records import article, edition_of

from plugins.newsroom.calendars import month_calendar
from plugins.newsroom.view_parts import CalendarDay, Link

EDITION = edition_of(*(article(number=number) for number in (0, 0, 60, 300)))


def test_a_day_with_articles_is_counted_and_leads_to_them() -> None:
    """A reader sees at a glance on which days something was published."""
    calendar = month_calendar(EDITION, 2023, 3, current=date(2023, 3, 23))
    days = {day.number: day for week in calendar.weeks for day in week}
    assert (calendar.name, calendar.url) == ("Tháng 3 năm 2023", "/tin-bai/2023/03/")
    assert days[23] == CalendarDay(
        number=23,
        url="/tin-bai/2023/03/23/",
        count=1,
        label="23 tháng 3: 1 tin, bài",
        current=True,
    )
    assert days[24] == CalendarDay(number=24, label="24 tháng 3: 0 tin, bài")


def test_a_month_leads_to_the_nearest_ones_that_have_articles() -> None:
    """Nobody has to click through empty months."""
    first, middle = month_calendar(EDITION, 2023, 3), month_calendar(EDITION, 2023, 5)
    assert first.earlier is None
    assert first.later == Link(label="Tháng 5 năm 2023", url="/tin-bai/2023/05/")
    assert middle.earlier == Link(label="Tháng 3 năm 2023", url="/tin-bai/2023/03/")
    assert middle.later == Link(label="Tháng 1 năm 2024", url="/tin-bai/2024/01/")
