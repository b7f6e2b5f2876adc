"""Figures of a whole level that charts and their sentences share (số liệu của một cấp)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import quantiles
from typing import Final

from plugins.scorecards.model import NEARLY_ALL, LevelResult, Standing, Unit
from plugins.vietnamese.collate import sort_key

FIFTHS: Final = 5
ENOUGH: Final = 5
"""Units without which quarters and fifths say nothing."""
MOST: Final = 3
"""How many that rose or fell are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A unit's rank in a period and in the one before (đổi hạng)."""

    unit: Unit
    before: int
    after: int

    @property
    def steps(self) -> int:
        """Give how far it rose; below zero when it fell."""
        return self.before - self.after


def totals(level: LevelResult) -> dict[str, Decimal]:
    """Give the totals of those that have one, best first."""
    return {s.unit.id: s.score.points for s in level.standings if s.score.points is not None}


def parts(level: LevelResult, area: str) -> dict[str, Decimal]:
    """Give the points in an area of those that have some."""
    found = ((s.unit.id, dict(s.score.parts).get(area)) for s in level.standings)
    return {unit: value for unit, value in found if value is not None}


def tell(level: LevelResult, found: Mapping[str, Decimal]) -> bool:
    """Say whether values stand for a level: a few of the best are not how all are spread."""
    return len(found) >= ENOUGH and len(found) >= level.middle.counted * NEARLY_ALL


def quarters(found: Iterable[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    """Give the lower quarter, the median and the upper quarter."""
    low, middle, high = quantiles(found, n=4, method="inclusive")
    return low, middle, high


def fifths(found: Mapping[str, Decimal]) -> dict[str, int]:
    """Give in which fifth each value is, 5 the highest; equal values are in the same."""
    values = sorted(found.values())
    below = {value: number for number, value in reversed(list(enumerate(values)))}
    return {name: 1 + FIFTHS * below[value] // len(values) for name, value in found.items()}


def standings_of(level: LevelResult, units: Collection[str]) -> Iterator[Standing]:
    """Give the standings of some units, best first."""
    return (standing for standing in level.standings if standing.unit.id in units)


def is_shared(level: LevelResult, standing: Standing) -> bool:
    """Say whether another unit has the same rank (đồng hạng)."""
    ranks = [other.score.rank for other in level.standings]
    return standing.score.rank is not None and ranks.count(standing.score.rank) > 1


def moves(before: LevelResult, after: LevelResult) -> tuple[Move, ...]:
    """Give the moves of those that have a rank of the same kind in both periods."""
    old = {standing.unit.id: standing.score for standing in before.standings}
    found = []
    for standing in after.standings:
        now, then = standing.score, old.get(standing.unit.id)
        if then is None or then.rank is None or now.rank is None:
            continue
        if then.rank_computed == now.rank_computed:
            found.append(Move(unit=standing.unit, before=then.rank, after=now.rank))
    return tuple(found)


def furthest(found: Iterable[Move], sign: int) -> tuple[Move, ...]:
    """Give the three that rose most (`sign` 1) or fell most (-1), the furthest first."""
    moved = [move for move in found if sign * move.steps > 0]
    moved.sort(key=lambda move: (-sign * move.steps, sort_key(move.unit.short_name)))
    return tuple(moved[:MOST])
