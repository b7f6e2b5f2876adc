"""Dots on one axis, stacked where they would meet (chồng chấm)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from plugins.scorecards.pages.charts.drawing import WIDTH, Place

RADII: Final = (4.0, 3.0, 2.0, 1.0)
HIGHEST: Final = 130
EDGE: Final = 8
ABOVE_AXIS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Where the dot of each total stands: exactly on its value, on how many others."""

    totals: Mapping[str, Decimal]
    ours: Sequence[str]
    radius: float
    levels: Mapping[str, int]
    top: float

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """Give the lowest and the highest total."""
        return min(self.totals.values()), max(self.totals.values())

    @property
    def axis(self) -> float:
        """Give how far down the axis is."""
        return self.top + 2 * self.radius * (max(self.levels.values()) + 1) + ABOVE_AXIS

    def x(self, value: Decimal) -> float:
        """Give where a value stands on the axis."""
        return _x(value, self.bounds)

    def place(self, unit: str) -> Place:
        """Give the middle of a unit's dot."""
        up = ABOVE_AXIS + self.radius * (2 * self.levels[unit] + 1)
        return self.x(self.totals[unit]), self.axis - up


def stacked(totals: Mapping[str, Decimal], ours: Iterable[str], *, top: float) -> Stack:
    """Stack dots, those of ours that have a total at the bottom, as large as the height allows."""
    own = tuple(unit for unit in ours if unit in totals)
    bounds = min(totals.values()), max(totals.values())
    middles = {unit: _x(value, bounds) for unit, value in totals.items()}
    order = sorted(middles, key=lambda unit: (unit not in own, middles[unit], unit))
    for radius in RADII:
        levels = dict(_levels(order, middles, 2 * radius))
        if 2 * radius * (max(levels.values()) + 1) <= HIGHEST:
            break
    return Stack(totals=totals, ours=own, radius=radius, levels=levels, top=top)


def _x(value: Decimal, bounds: tuple[Decimal, Decimal]) -> float:
    low, high = bounds
    return EDGE + (WIDTH - 2 * EDGE) * float((value - low) / (high - low))


def _levels(
    order: list[str], middles: Mapping[str, float], apart: float
) -> Iterator[tuple[str, int]]:
    """Give each dot the lowest level on which it meets no other."""
    found: list[list[float]] = []
    for unit in order:
        x = middles[unit]
        free = (n for n, row in enumerate(found) if all(abs(x - o) >= apart for o in row))
        level = next(free, len(found))
        if level == len(found):
            found.append([])
        found[level].append(x)
        yield unit, level
