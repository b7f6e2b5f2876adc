"""A unit's results in the course of time, in panels that no line joins (diễn biến)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from plugins.scorecards.model import Scorecard, SeriesPoint, UnitSeries
from plugins.scorecards.pages import printing
from plugins.scorecards.pages.charts.drawing import LINE, WIDTH, path, width_of
from plugins.scorecards.pages.charts.measure import Measure, measure_of
from plugins.scorecards.pages.charts.readings import median_of, trend_reading
from plugins.scorecards.pages.charts.runs import Stretch, short_name, stretches
from plugins.scorecards.pages.charts.shapes import ChartTable, TrendChart, TrendPanel
from plugins.scorecards.pages.charts.trend_panel import PLOT, Frame, edges, panel
from plugins.vietnamese.numbers import decimal

GAP: Final = 22
NARROWEST: Final = 124
CLOSEST: Final = 10
HEADS: Final = 2 * LINE + 6
FEET: Final = 26
ROW: Final = HEADS + PLOT + FEET
KINDS: Final = {"nam": "các năm", "quy": "các quý", "thang": "các tháng"}


def trend(series: UnitSeries, card: Scorecard, *, id: str) -> TrendChart | None:  # noqa: A002
    """Draw a unit's totals, or its ranks where no totals are given; None when there are not two."""
    measure = measure_of(series, card)
    if measure is None:
        return None
    frames = tuple(_frames(_drawn(series, measure), measure))
    subject = f"Thứ hạng {card.short_name}" if measure.is_rank else card.short_name
    title = f"{subject} của {series.unit.short_name} qua {KINDS[card.period_kind]}"
    return TrendChart(
        id=id,
        title=title,
        reading=trend_reading(series, card),
        desc=_desc(series, measure),
        table=_table(series, measure, title),
        height=int(frames[-1].top) + PLOT + FEET,
        panels=tuple(_panels(series, measure, frames)),
        breaks=_breaks(frames),
    )


def _drawn(series: UnitSeries, measure: Measure) -> tuple[Stretch, ...]:
    """Give the stretches that have anything to draw."""
    return tuple(
        stretch
        for stretch in stretches(series)
        if any(measure.value(point) is not None for point in stretch.points)
    )


def _panels(series: UnitSeries, measure: Measure, frames: Sequence[Frame]) -> Iterator[TrendPanel]:
    """Draw the panels; the widest of them, the latest among equals, names the lines."""
    named = max(range(len(frames)), key=lambda at: (_span(frames[at].stretch), at))
    for number, frame in enumerate(frames):
        yield panel(frame, measure, series.unit.short_name if number == named else "")


def _frames(found: Sequence[Stretch], measure: Measure) -> Iterator[Frame]:
    """Set panels side by side, and in a new row where they need more room."""
    top = float(HEADS)
    for row in _rows([(stretch, _need(stretch, measure)) for stretch in found]):
        spare = WIDTH - GAP * (len(row) - 1) - sum(need for _, need in row)
        spans = sum(_span(stretch) for stretch, _ in row)
        left = 0.0
        for stretch, need in row:
            width = need + spare * _span(stretch) / spans
            yield Frame(stretch=stretch, left=left, right=left + width, top=top)
            left += width + GAP
        top += ROW


def _rows(found: Sequence[tuple[Stretch, float]]) -> Iterator[list[tuple[Stretch, float]]]:
    row: list[tuple[Stretch, float]] = []
    for stretch, need in found:
        if row and sum(width + GAP for _, width in row) + need > WIDTH:
            yield row
            row = []
        row.append((stretch, need))
    yield row


def _need(stretch: Stretch, measure: Measure) -> float:
    """Give the least width of a panel: its dots apart, its name and its reason readable."""
    dots = sum(edges(stretch, measure)) + CLOSEST * (_span(stretch) - 1)
    words = width_of(stretch.reason)
    return min(float(WIDTH), max(NARROWEST, dots, words))


def _span(stretch: Stretch) -> int:
    first, last = stretch.slots
    return last - first + 1


def _breaks(frames: Sequence[Frame]) -> str:
    """Draw a line between two panels of a row."""
    return "".join(
        path([(frame.left - GAP / 2, frame.top - HEADS + 4), (frame.left - GAP / 2, frame.bottom)])
        for frame in frames
        if frame.left
    )


def _desc(series: UnitSeries, measure: Measure) -> str:
    """Tell every value, panel by panel."""
    return " ".join(
        f"{_apart(stretch, measure)}: {'; '.join(map(measure.said, stretch.points))}."
        for stretch in _drawn(series, measure)
    )


def _apart(stretch: Stretch, measure: Measure) -> str:
    name = measure.name(stretch).capitalize()
    return f"{name}, không nối với phần trước ({stretch.reason})" if stretch.reason else name


def _table(series: UnitSeries, measure: Measure, title: str) -> ChartTable:
    """Give all results, the oldest first."""
    card = measure.card
    header = ("Kỳ", printing.points_name(card), "Trung vị", "Thang", "Hạng")
    rows = tuple(_row(point, card) for point in series.points)
    return ChartTable(caption=title, header=header, rows=rows)


def _row(point: SeriesPoint, card: Scorecard) -> tuple[str, ...]:
    score = point.standing.score
    return (
        short_name(point.period),
        printing.points_cell(card, score.points),
        printing.points_cell(card, median_of(point)),
        decimal(point.scale),
        printing.rank_said(score),
    )
