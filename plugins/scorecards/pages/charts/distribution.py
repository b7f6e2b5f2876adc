"""The totals of all units on one axis, with the quarters and our units (phân bố điểm)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from plugins.scorecards.model import LevelResult, Scorecard
from plugins.scorecards.pages import printing
from plugins.scorecards.pages.charts import figures
from plugins.scorecards.pages.charts.drawing import (
    LINE,
    WIDTH,
    diamond,
    dot,
    path,
    short,
    spread,
    width_of,
    word,
)
from plugins.scorecards.pages.charts.readings import distribution_reading, units_said
from plugins.scorecards.pages.charts.shapes import ChartTable, DistributionChart, Word
from plugins.scorecards.pages.charts.stack import Stack, stacked
from plugins.vietnamese.numbers import decimal

QUARTERS: Final = ("phần tư dưới", "trung vị", "phần tư trên")
WORDS: Final = 2 * LINE + 5
"""Where the words of the quarters end."""
HEAD: Final = WORDS + 18
GAP: Final = 10


def distribution(
    level: LevelResult,
    card: Scorecard,
    *,
    ours: Sequence[str],
    id: str,  # noqa: A002
) -> DistributionChart | None:
    """Draw every total; None where too few of the ranked units have one to say how all are."""
    totals = figures.totals(level)
    if not figures.tell(level, totals) or len(set(totals.values())) == 1:
        return None
    stack = stacked(totals, ours, top=HEAD)
    title = f"Phân bố điểm {card.short_name} của các {units_said(level.level)}"
    return DistributionChart(
        id=id,
        title=title,
        reading=distribution_reading(level, card, ours),
        desc=_desc(level, card),
        table=_table(level, card, title),
        height=int(stack.axis + (2 + len(stack.ours)) * LINE),
        radius=short(stack.radius),
        axis=f"M0 {short(stack.axis)}H{WIDTH}",
        dots=tuple(dot(stack.place(unit)) for unit in totals if unit not in stack.ours),
        quarters=_quarter_marks(stack),
        quarter_words=tuple(_quarter_words(stack, card)),
        ends=tuple(_ends(stack, card)),
        ours="".join(diamond(stack.place(unit), stack.radius + 3) for unit in stack.ours),
        ours_words=tuple(_own_words(level, card, stack)),
    )


def _middles(stack: Stack) -> list[float]:
    """Give the middles of the quarters' words, pushed apart."""
    wanted = [stack.x(value) for value in figures.quarters(stack.totals.values())]
    return spread(wanted, [width_of(name) + GAP for name in QUARTERS], 0, WIDTH)


def _quarter_marks(stack: Stack) -> str:
    """Lead from the words of each quarter down to the axis."""
    values = figures.quarters(stack.totals.values())
    ways = zip(_middles(stack), map(stack.x, values), strict=True)
    return "".join(path([(at, WORDS), (x, HEAD - 4), (x, stack.axis)]) for at, x in ways)


def _quarter_words(stack: Stack, card: Scorecard) -> Iterator[Word]:
    values = figures.quarters(stack.totals.values())
    for name, value, at in zip(QUARTERS, values, _middles(stack), strict=True):
        yield word((at, LINE - 3), name, "middle")
        yield word((at, 2 * LINE - 3), decimal(value, card.places), "middle")


def _ends(stack: Stack, card: Scorecard) -> Iterator[Word]:
    """Name the lowest and the highest total below the axis, and below our units' names."""
    y = stack.axis + LINE * (1 + len(stack.ours))
    low, high = (decimal(value, card.places) for value in stack.bounds)
    yield word((0, y), f"thấp nhất {low}")
    yield word((WIDTH, y), f"cao nhất {high}", "end")


def _own_words(level: LevelResult, card: Scorecard, stack: Stack) -> Iterator[Word]:
    for line, standing in enumerate(figures.standings_of(level, stack.ours), start=1):
        unit = standing.unit
        text = f"{unit.short_name} {decimal(stack.totals[unit.id], card.places)}"
        half = width_of(text) / 2
        x = stack.place(unit.id)[0]
        at = min(max(x, half), WIDTH - half) if 2 * half < WIDTH else WIDTH / 2
        yield word((at, stack.axis + LINE * line), text, "middle")


def _desc(level: LevelResult, card: Scorecard) -> str:
    """Tell the quarters, and every total."""
    values = figures.quarters(figures.totals(level).values())
    told = [f"{n} {decimal(v, card.places)}" for n, v in zip(QUARTERS, values, strict=True)]
    each = [f"{name} {points}" for name, points, _ in _rows(level, card)]
    return f"{'; '.join(told).capitalize()}. {'; '.join(each)}."


def _table(level: LevelResult, card: Scorecard, title: str) -> ChartTable:
    return ChartTable(
        caption=title,
        header=("Đơn vị", printing.points_name(card), "Hạng"),
        rows=tuple(_rows(level, card)),
    )


def _rows(level: LevelResult, card: Scorecard) -> Iterator[tuple[str, str, str]]:
    for standing in level.standings:
        points: Decimal | None = standing.score.points
        if points is not None:
            name = standing.unit.short_name
            yield name, decimal(points, card.places), printing.rank_cell(standing.score)
