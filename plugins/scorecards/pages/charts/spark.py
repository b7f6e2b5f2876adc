"""A small line beside a scorecard's name (nét diễn biến)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from plugins.scorecards.model import Scorecard, SeriesPoint, UnitSeries
from plugins.scorecards.pages.charts.axis import Plot
from plugins.scorecards.pages.charts.drawing import dot, path
from plugins.scorecards.pages.charts.measure import ENOUGH, Measure
from plugins.scorecards.pages.charts.runs import Value, runs, stretches
from plugins.scorecards.pages.charts.shapes import Spark

WIDTH: Final = 120
HEIGHT: Final = 32
EDGE: Final = 5

Found = tuple[tuple[Value, ...], ...]


def spark(series: UnitSeries, card: Scorecard) -> Spark | None:
    """Draw a unit's ranks, else its points, by the latest method with two; None without one."""
    for measure, points in _tries(series, card):
        found = tuple(runs(points, measure.value))
        if sum(map(len, found)) >= ENOUGH:
            return _spark(series, measure, points, found)
    return None


def _tries(
    series: UnitSeries, card: Scorecard
) -> Iterator[tuple[Measure, tuple[SeriesPoint, ...]]]:
    """Give what may be drawn, the best first: results of two methods have no common axis."""
    for part in reversed(stretches(series)):
        yield Measure(card=card, is_rank=True), part.points
        yield Measure(card=card, is_rank=False), part.points


def _spark(
    series: UnitSeries, measure: Measure, points: tuple[SeriesPoint, ...], found: Found
) -> Spark:
    plot = _plot(measure, found)
    lines = [[plot.place(*pair) for pair in run] for run in found]
    given = [point for point in points if measure.value(point) is not None]
    card, unit = measure.card, series.unit
    ends = ", ".join(measure.said(point) for point in (given[0], given[-1]))
    return Spark(
        id=f"net-{card.id}-{unit.id}",
        title=f"{card.short_name} của {unit.short_name}: {ends}",
        line="".join(path(line) for line in lines if len(line) > 1),
        dots=tuple(dot(line[0]) for line in lines if len(line) == 1),
        last=dot(lines[-1][-1]),
    )


def _plot(measure: Measure, found: Found) -> Plot:
    values = [value for run in found for _, value in run]
    low, high = min(values), max(values)
    if low == high:
        low, high = low - Decimal(1), high + Decimal(1)
    bottom, top = (high, low) if measure.is_rank else (low, high)
    return Plot(
        left=EDGE,
        right=WIDTH - EDGE,
        top=EDGE,
        bottom=HEIGHT - EDGE,
        first=found[0][0][0],
        last=found[-1][-1][0],
        bottom_value=bottom,
        top_value=top,
    )
