"""What a series is drawn by: its points, or its ranks where it has no points (đại lượng)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from plugins.scorecards.model import Scorecard, SeriesPoint, UnitSeries
from plugins.scorecards.pages import printing
from plugins.scorecards.pages.charts.axis import rank_ticks, ticks
from plugins.scorecards.pages.charts.readings import median_of, values_said
from plugins.scorecards.pages.charts.runs import Stretch
from plugins.vietnamese.numbers import decimal, thousands

ENOUGH: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The totals of a series, or its ranks: how they are read, printed and scaled."""

    card: Scorecard
    is_rank: bool

    def value(self, point: SeriesPoint) -> Decimal | None:
        """Give a unit's value in a period."""
        return _rank(point) if self.is_rank else point.standing.score.points

    def median(self, point: SeriesPoint) -> Decimal | None:
        """Give the value of the middle unit in a period; ranks have none worth a line."""
        return None if self.is_rank else median_of(point)

    def printed(self, value: Decimal) -> str:
        """Print a value at its dot."""
        return thousands(int(value)) if self.is_rank else decimal(value, self.card.places)

    def axis(self, stretch: Stretch) -> tuple[Decimal, ...]:
        """Give the numbers of the axis, from the bottom to the top."""
        if self.is_rank:
            scores = [point.standing.score for point in stretch.points]
            return rank_ticks(max(max(s.rank or 1, s.ranked or 1) for s in scores))[::-1]
        shown = (f(point) for point in stretch.points for f in (self.value, self.median))
        return ticks(value for value in shown if value is not None)

    def name(self, stretch: Stretch) -> str:
        """Name the axis: «thang 60», «thang 100 %», «thứ hạng»."""
        if self.is_rank:
            return "thứ hạng"
        unit = " %" if self.card.unit_text == "%" else ""
        return f"thang {decimal(stretch.base.scale)}{unit}"

    def said(self, point: SeriesPoint) -> str:
        """Say a point for who does not see it: «năm 2022 43,47 (trung vị 42,30)»."""
        value = self.value(point)
        if value is None:
            return f"{point.period.name} không có số liệu"
        if self.is_rank:
            return f"{point.period.name} hạng {printing.rank_said(point.standing.score)}"
        return f"{point.period.name} {values_said(self.card, value, self.median(point))}"


def measure_of(series: UnitSeries, card: Scorecard) -> Measure | None:
    """Choose points where two are given, else ranks where two are given, else nothing."""
    for is_rank in (False, True):
        measure = Measure(card=card, is_rank=is_rank)
        if _count(series, measure.value) >= ENOUGH:
            return measure
    return None


def _count(series: UnitSeries, value: Callable[[SeriesPoint], Decimal | None]) -> int:
    return sum(value(point) is not None for point in series.points)


def _rank(point: SeriesPoint) -> Decimal | None:
    rank = point.standing.score.rank
    return None if rank is None else Decimal(rank)
