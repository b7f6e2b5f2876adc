"""Ranks from one period to the next: ours, and those that moved most (đổi hạng)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from plugins.scorecards.model import LevelResult, Scorecard
from plugins.scorecards.pages.charts.drawing import (
    LINE,
    WIDTH,
    Place,
    dot,
    path,
    spread,
    word,
    wrapped,
)
from plugins.scorecards.pages.charts.figures import Move, furthest, moves
from plugins.scorecards.pages.charts.readings import slope_reading
from plugins.scorecards.pages.charts.shapes import ChartTable, SlopeChart, SlopeLine
from plugins.vietnamese.numbers import thousands

TOP: Final = 34
RANK_END: Final = 30
LEFT: Final = 48
RIGHT: Final = 142
LEADER: Final = 14
NAME: Final = RIGHT + LEADER + 5
AIR: Final = 6
"""Room between two labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A move that is drawn, with the lines of its label."""

    move: Move
    kind: str
    name: tuple[str, ...]
    change: str

    @property
    def size(self) -> float:
        """Give how high its label is."""
        return LINE * (len(self.name) + 1) + AIR


def slope(  # noqa: PLR0913 - two results, whose, where, when
    before: LevelResult,
    after: LevelResult,
    card: Scorecard,
    *,
    ours: Sequence[str],
    id: str,  # noqa: A002
    before_name: str,
    after_name: str,
) -> SlopeChart | None:
    """Draw the moves of our units, the three that rose most, the three that fell most."""
    found = moves(before, after)
    shown = tuple(_shown(found, ours))
    if not shown:
        return None
    heights = sum(one.size for one in shown)
    last = max(max(move.before, move.after) for move in found)
    field = (float(TOP), TOP + heights + LINE, float(max(last, 2)))
    title = f"Đổi hạng {card.short_name} từ {before_name} đến {after_name}"
    return SlopeChart(
        id=id,
        title=title,
        reading=slope_reading(found, ours, before_name, after_name),
        desc=" ".join(f"{_said(one.move, before_name, after_name)}." for one in shown),
        table=_table([one.move for one in shown], title, before_name, after_name),
        height=int(field[1]) + 4,
        heads=(word((0, 16), before_name), word((NAME, 16), after_name)),
        lines=tuple(_lines(shown, field)),
    )


def _shown(found: Sequence[Move], ours: Sequence[str]) -> Iterator[Shown]:
    """Choose the moves that are drawn, in the order of their new ranks."""
    kinds = {move.unit.id: "fell" for move in furthest(found, -1)}
    kinds |= {move.unit.id: "rose" for move in furthest(found, 1)}
    kinds |= dict.fromkeys(ours, "ours")
    for move in sorted(found, key=lambda move: (move.after, move.before)):
        if kind := kinds.get(move.unit.id):
            label = f"{thousands(move.after)} {move.unit.short_name}"
            name = tuple(wrapped(label, WIDTH - NAME))
            yield Shown(move=move, kind=kind, name=name, change=_change(move))


def _change(move: Move) -> str:
    if not move.steps:
        return "giữ nguyên hạng"
    return f"{'tăng' if move.steps > 0 else 'giảm'} {thousands(abs(move.steps))} bậc"


def _lines(shown: Sequence[Shown], field: tuple[float, float, float]) -> Iterator[SlopeLine]:
    """Draw each move, its labels pushed apart and led to their dots."""
    top, bottom, last = field
    inner = (top + LINE, bottom - LINE)

    def y(rank: int) -> float:
        return inner[0] + (inner[1] - inner[0]) * (rank - 1) / (last - 1)

    old = [y(one.move.before) for one in shown]
    new = [y(one.move.after) for one in shown]
    ranks = spread(old, [float(LINE)] * len(shown), top, bottom)
    names = spread(new, [one.size for one in shown], top, bottom)
    for one, *at in zip(shown, old, new, ranks, names, strict=True):
        yield _line(one, (LEFT, at[0]), (RIGHT, at[1]), at[2], at[3])


def _line(one: Shown, old: Place, new: Place, rank_y: float, name_y: float) -> SlopeLine:
    first = name_y - (one.size - AIR) / 2 + LINE - 4
    leads = (((RANK_END + 4, rank_y), old), (new, (RIGHT + LEADER, first - 5)))
    return SlopeLine(
        kind=one.kind,
        path=path((old, new)),
        leads="".join(map(path, leads)),
        dots=(dot(old), dot(new)),
        rank=word((RANK_END, rank_y + 5), thousands(one.move.before), "end"),
        name=tuple(
            word((NAME, first + LINE * number), line) for number, line in enumerate(one.name)
        ),
        change=word((NAME, first + LINE * len(one.name)), one.change),
    )


def _said(move: Move, before_name: str, after_name: str) -> str:
    then, now = thousands(move.before), thousands(move.after)
    ways = f"hạng {then} {before_name}, hạng {now} {after_name}"
    return f"{move.unit.short_name}: {ways}, {_change(move)}"


def _table(found: Sequence[Move], title: str, before_name: str, after_name: str) -> ChartTable:
    names = (before_name, after_name)
    return ChartTable(
        caption=title,
        header=("Đơn vị", *(f"Hạng {name}" for name in names), "Thay đổi"),
        rows=tuple(
            (m.unit.short_name, thousands(m.before), thousands(m.after), _change(m)) for m in found
        ),
    )
