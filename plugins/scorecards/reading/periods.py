"""Reading a period out of a sheet's file name: `2022.csv`, `2025-q1.csv`, `2025-03.csv`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from plugins.scorecards.model import Period

_LAST_MONTH: Final = 12
_MONTHS_OF_A_QUARTER: Final = 3


def _of_year(id: str, year: int, _: int) -> Period:  # noqa: A002 - a period's own id
    return _months(id, f"năm {year}", year, range(1, _LAST_MONTH + 1))


def _of_quarter(id: str, year: int, quarter: int) -> Period:  # noqa: A002
    last = quarter * _MONTHS_OF_A_QUARTER
    months = range(last - _MONTHS_OF_A_QUARTER + 1, last + 1)
    return _months(id, f"quý {quarter} năm {year}", year, months)


def _of_month(id: str, year: int, month: int) -> Period:  # noqa: A002
    return _months(id, f"tháng {month} năm {year}", year, range(month, month + 1))


def _months(id: str, name: str, year: int, months: range) -> Period:  # noqa: A002
    first = date(year, months[0], 1)
    return Period(id=id, name=name, first_day=first, last_day=_last_day(year, months[-1]))


Maker = Callable[[str, int, int], Period]
KINDS: Final[dict[str, tuple[re.Pattern[str], Maker, str]]] = {
    "nam": (re.compile(r"(?P<year>\d{4})"), _of_year, "2022"),
    "quy": (re.compile(r"(?P<year>\d{4})-q(?P<part>[1-4])"), _of_quarter, "2025-q1"),
    "thang": (re.compile(r"(?P<year>\d{4})-(?P<part>0[1-9]|1[0-2])"), _of_month, "2025-03"),
}
"""How the periods of each kind are written: a pattern, a maker, an example."""


BEGINS: Final = {"34": date(2025, 7, 1)}
"""From which day on a system of units holds that an earlier period may be published in.

There are 34 provinces for 63 since Nghị quyết 202/2025/QH15.
"""


def units_day(period: Period, system: str) -> date:
    """Give the day whose units a sheet names: the period's last, or the first of a system."""
    return max(period.last_day, BEGINS.get(system, period.last_day))


def read_period(written: str, kind: str) -> Period | None:
    """Read a period, or None when it is none of this kind; a year is a period of any kind."""
    for name in dict.fromkeys((kind, "nam")):
        pattern, make, _ = KINDS[name]
        if match := pattern.fullmatch(written):
            return make(written, int(match["year"]), int(match.groupdict().get("part") or 0))
    return None


def _last_day(year: int, month: int) -> date:
    following = date(year + month // _LAST_MONTH, month % _LAST_MONTH + 1, 1)
    return following - timedelta(days=1)
