"""Axes: round numbers that enclose some values, and where a value stands (trục)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from plugins.scorecards.pages.charts.drawing import Place
from plugins.vietnamese.numbers import decimal

MOST: Final = 4
"""Intervals of an axis at most."""
_FACTORS: Final = (1, 2, 5, 10, 20, 50, 100)


def ticks(found: Iterable[Decimal]) -> tuple[Decimal, ...]:
    """Give round numbers, equally far apart, that enclose some values: 36.09, 39.81 → 36 … 40."""
    values = tuple(found)
    low, high = min(values), max(values)
    span = (high - low) or abs(high) or Decimal(1)
    size = Decimal(1).scaleb(span.adjusted() - 1)
    for factor in _FACTORS:
        step = size * factor
        first = int((low / step).to_integral_value(ROUND_FLOOR))
        last = max(int((high / step).to_integral_value(ROUND_CEILING)), first + 1)
        if last - first <= MOST:
            break
    return tuple(step * number for number in range(first, last + 1))


def rank_ticks(last: int) -> tuple[Decimal, ...]:
    """Give the first rank, some round ones, the last: 63 → 1, 20, 40, 63."""
    lowest = Decimal(max(last, 2))
    step = max(ticks((Decimal(0), lowest))[1], Decimal(1))
    between = (step * number for number in range(1, MOST))
    kept = (rank for rank in between if 1 < rank <= lowest - step / 2)
    return (Decimal(1), *kept, lowest)


def printed(found: tuple[Decimal, ...]) -> tuple[str, ...]:
    """Print the numbers of an axis with as many digits as their steps need."""
    exponents = [value.normalize().as_tuple().exponent for value in found]
    places = max(0, *(-exponent for exponent in exponents if isinstance(exponent, int)))
    return tuple(decimal(value, places) for value in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A field between two axes: which slots of time, which values stand at its edges.

    `bottom_value` is higher than `top_value` where the first rank stands on top.
    """

    left: float
    right: float
    top: float
    bottom: float
    first: int
    last: int
    bottom_value: Decimal
    top_value: Decimal

    def x(self, slot: int) -> float:
        """Give where a slot of time stands; a single one stands in the middle."""
        if self.first == self.last:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * (slot - self.first) / (self.last - self.first)

    def y(self, value: Decimal) -> float:
        """Give where a value stands."""
        share = (value - self.bottom_value) / (self.top_value - self.bottom_value)
        return self.bottom - (self.bottom - self.top) * float(share)

    def place(self, slot: int, value: Decimal) -> Place:
        """Give where a value of a slot stands."""
        return self.x(slot), self.y(value)
