"""A unit's areas in one period, beside the median and the best of all (hồ sơ lĩnh vực)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from plugins.scorecards.model import Criterion, Scorecard, SeriesPoint, UnitSeries
from plugins.scorecards.pages import printing
from plugins.scorecards.pages.charts.axis import ticks
from plugins.scorecards.pages.charts.drawing import (
    LINE,
    WIDTH,
    diamond,
    short,
    width_of,
    word,
    wrapped,
)
from plugins.scorecards.pages.charts.readings import profile_reading
from plugins.scorecards.pages.charts.shapes import Bar, ChartTable, ProfileChart, Word
from plugins.vietnamese.numbers import decimal

THICK: Final = 12
"""How thick a bar is."""
BETWEEN: Final = 16
BASELINE: Final = 12
"""From the top of a bar to the line of its points."""
LEGEND: Final = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An area with its points, the marks of all, and the length that its bar can have."""

    area: Criterion
    points: Decimal
    median: Decimal | None
    best: Decimal | None
    most: Decimal
    top: float
    lines: tuple[str, ...]

    @property
    def bar_top(self) -> float:
        """Give where the bar begins, below the name."""
        return self.top + LINE * len(self.lines) + 4


def latest_profile(series: UnitSeries, card: Scorecard, *, id: str) -> ProfileChart | None:  # noqa: A002
    """Draw the areas of the latest period for which a unit has them."""
    found = (profile(point, card, id=id) for point in reversed(series.points))
    return next(filter(None, found), None)


def profile(point: SeriesPoint, card: Scorecard, *, id: str) -> ProfileChart | None:  # noqa: A002
    """Draw a bar for each area with points; None when there is none."""
    own = dict(point.standing.score.parts)
    areas = [area for area in card.areas_of(point.period.id) if area.id in own]
    if not areas:
        return None
    rows = tuple(_rows(point, areas))
    room = WIDTH - 10 - max(width_of(_points(row, card)) for row in rows)
    name = f"{card.short_name} của {point.standing.unit.short_name} {point.period.name}"
    return ProfileChart(
        id=id,
        title=f"{name} theo lĩnh vực",
        reading=profile_reading(point, card, areas),
        desc=" ".join(_said(row, card) for row in rows),
        table=_table(rows, card, f"{name} theo lĩnh vực"),
        height=int(rows[-1].bar_top) + THICK + 8,
        bars=tuple(_bar(row, room) for row in rows),
        medians=_medians(rows, room),
        bests=_bests(rows, room),
        names=tuple(_names(rows)),
        points=tuple(
            word((WIDTH, row.bar_top + BASELINE), _points(row, card), "end") for row in rows
        ),
        legend=tuple(_legend(rows)),
    )


def _rows(point: SeriesPoint, areas: Sequence[Criterion]) -> Iterator[Row]:
    own, middle = dict(point.standing.score.parts), point.middle
    median, best = dict(middle.median), dict(middle.best)
    shown = [found[area.id] for area in areas for found in (own, median, best) if area.id in found]
    most = ticks((Decimal(0), *shown))[-1]
    has_marks = any(area.id in found for area in areas for found in (median, best))
    top = float(LEGEND if has_marks else 0)
    for area in areas:
        row = Row(
            area=area,
            points=own[area.id],
            median=median.get(area.id),
            best=best.get(area.id),
            most=_most(areas, area) or most,
            top=top,
            lines=tuple(wrapped(area.name, WIDTH)),
        )
        yield row
        top = row.bar_top + THICK + BETWEEN


def _most(areas: Sequence[Criterion], area: Criterion) -> Decimal | None:
    """Give an area's maximum; one that is unknown leaves all areas on one common scale."""
    known = all(other.max_points for other in areas)
    return area.max_points if known else None


def _points(row: Row, card: Scorecard) -> str:
    """Print an area's points, of how many where that is known: «4,34/10»."""
    most = f"/{decimal(row.area.max_points)}" if row.area.max_points else ""
    return f"{decimal(row.points, card.places)}{most}"


def _at(value: Decimal, row: Row, room: float) -> float:
    return min(max(float(value / row.most), 0.0), 1.0) * room


def _bar(row: Row, room: float) -> Bar:
    known = row.area.max_points is not None and row.most == row.area.max_points
    return Bar(
        y=short(row.bar_top),
        length=short(_at(row.points, row, room)),
        full=short(room) if known else "",
    )


def _medians(rows: Sequence[Row], room: float) -> str:
    """Draw an upright mark at each median, and one in the legend."""
    marks = [(_at(r.median, r, room), r.bar_top) for r in rows if r.median is not None]
    legend = [(4.0, 4.0)] if marks else []
    return "".join(f"M{short(x)} {short(y - 4)}v{THICK + 8}" for x, y in (*legend, *marks))


def _bests(rows: Sequence[Row], room: float) -> str:
    """Draw a diamond at each best result, and one in the legend."""
    marks = [(_at(r.best, r, room), r.bar_top) for r in rows if r.best is not None]
    legend = [(102.0, 4.0)] if marks else []
    return "".join(diamond((x, y + THICK / 2), 6) for x, y in (*legend, *marks))


def _legend(rows: Sequence[Row]) -> Iterator[Word]:
    if any(row.median is not None for row in rows):
        yield word((14, 15), "trung vị")
    if any(row.best is not None for row in rows):
        yield word((114, 15), "tốt nhất")


def _names(rows: Sequence[Row]) -> Iterator[Word]:
    for row in rows:
        for number, line in enumerate(row.lines, start=1):
            yield word((0, row.top + LINE * number - 3), line)


def _said(row: Row, card: Scorecard) -> str:
    marks = (("trung vị", row.median), ("tốt nhất", row.best))
    told = [f"{name} {decimal(value, card.places)}" for name, value in marks if value is not None]
    beside = f" ({', '.join(told)})" if told else ""
    return f"{row.area.name}: {_points(row, card)}{beside}."


def _table(rows: Sequence[Row], card: Scorecard, caption: str) -> ChartTable:
    return ChartTable(
        caption=caption,
        header=("Lĩnh vực", printing.points_name(card), "Trung vị", "Tốt nhất", "Tối đa"),
        rows=tuple(
            (
                row.area.name,
                *(printing.points_cell(card, v) for v in (row.points, row.median, row.best)),
                decimal(row.area.max_points) if row.area.max_points else printing.NONE,
            )
            for row in rows
        ),
    )
