"""Units by areas, each area in fifths (bảng nhiệt)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from plugins.scorecards.model import Criterion, LevelResult, Period, Scorecard, Standing
from plugins.scorecards.pages import printing
from plugins.scorecards.pages.charts import figures
from plugins.scorecards.pages.charts.readings import heat_reading, units_said
from plugins.scorecards.pages.charts.shapes import HeatCell, HeatRow, HeatTable

LEGEND: Final = (
    *("20 % thấp nhất", "20 % thấp thứ hai", "20 % ở giữa"),
    *("20 % cao thứ hai", "20 % cao nhất"),
)
Columns = Sequence[tuple[Criterion, Mapping[str, int]]]


def heat(
    level: LevelResult,
    card: Scorecard,
    period: Period,
    *,
    ours: Sequence[str],
    id: str,  # noqa: A002
) -> HeatTable | None:
    """Show each area in fifths; None where no area has the points of nearly all ranked units."""
    columns = tuple(
        (area, figures.fifths(found))
        for area in card.areas_of(period.id)
        if figures.tell(level, found := figures.parts(level, area.id))
    )
    if not columns:
        return None
    title = f"{card.short_name} {period.name} theo lĩnh vực"
    return HeatTable(
        id=id,
        title=title,
        reading=heat_reading(level, period, columns, ours),
        caption=f"{title}: {units_said(level.level)}",
        areas=tuple(area.name for area, _ in columns),
        rows=tuple(_row(s, card, columns, ours) for s in level.standings if _has_any(s, columns)),
        legend=tuple(HeatCell(text=text, step=n) for n, text in enumerate(LEGEND, start=1)),
    )


def _has_any(standing: Standing, columns: Columns) -> bool:
    return any(standing.unit.id in found for _, found in columns)


def _row(standing: Standing, card: Scorecard, columns: Columns, ours: Sequence[str]) -> HeatRow:
    unit, points = standing.unit, dict(standing.score.parts)
    cells = tuple(
        HeatCell(text=printing.points_cell(card, points.get(a.id)), step=found.get(unit.id, 0))
        for a, found in columns
    )
    return HeatRow(unit=unit.short_name, cells=cells, is_ours=unit.id in ours)
