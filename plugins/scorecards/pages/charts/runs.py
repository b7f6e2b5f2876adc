"""Which results a line may join: one method, one scale, one system of units, no gap (nối được)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from plugins.scorecards.model import Period, SeriesPoint, Unit, UnitSeries
from plugins.scorecards.reading.periods import BEGINS

_PARTS: Final = {"nam": 1, "quy": 4, "thang": 12}

Value = tuple[int, Decimal]
"""A slot of time and what holds then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What results must have in common to be compared (cơ sở so sánh)."""

    kind: str
    scale: Decimal
    method: str
    system: str

    def differs(self, other: Base) -> str:
        """Say why two results are not compared."""
        if self.kind != other.kind:
            return "kỳ khác loại"
        if self.scale != other.scale:
            return "đổi thang điểm"
        return "đổi địa giới" if self.method == other.method else "đổi cách tính"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Results that can be compared, oldest first; `reason` is why not with those before."""

    base: Base
    points: tuple[SeriesPoint, ...]
    reason: str

    @property
    def slots(self) -> tuple[int, int]:
        """Give the first and the last slot of time."""
        found = [slot_of(point.period) for point in self.points]
        return min(found), max(found)


def kind_of(period: Period) -> str:
    """Say whether a period is a year (`nam`), a quarter (`quy`) or a month (`thang`)."""
    part = period.id.partition("-")[2]
    return ("quy" if part.startswith("q") else "thang") if part else "nam"


def slot_of(period: Period) -> int:
    """Give a period's number among those of its kind: neighbours differ by one."""
    year, _, part = period.id.partition("-")
    return int(year) * _PARTS[kind_of(period)] + int(part.removeprefix("q") or 1) - 1


def short_name(period: Period) -> str:
    """Name a period under an axis: «2022», «Q1/2025», «3/2025»."""
    year, _, part = period.id.partition("-")
    return f"{part.lstrip('0').upper()}/{year}" if part else year


def base_of(unit: Unit, point: SeriesPoint) -> Base:
    """Give what a result can be compared by; a unit of both systems changes with the units."""
    both = len({system for system, _ in unit.codes}) > 1
    system = str(point.period.last_day >= BEGINS["34"]) if both else ""
    return Base(kind=kind_of(point.period), scale=point.scale, method=point.method, system=system)


def can_be_compared(now: SeriesPoint, before: SeriesPoint) -> bool:
    """Say whether two results of a unit may be held against each other."""
    return base_of(now.standing.unit, now) == base_of(before.standing.unit, before)


def stretches(series: UnitSeries) -> tuple[Stretch, ...]:
    """Part a series where it must not be joined."""
    found: dict[Base, list[SeriesPoint]] = {}
    for point in series.points:
        found.setdefault(base_of(series.unit, point), []).append(point)
    bases = tuple(found)
    reasons = ("", *(new.differs(old) for old, new in pairwise(bases)))
    return tuple(
        Stretch(base=base, points=tuple(found[base]), reason=reason)
        for base, reason in zip(bases, reasons, strict=True)
    )


def runs(
    points: Sequence[SeriesPoint], value_of: Callable[[SeriesPoint], Decimal | None]
) -> Iterator[tuple[Value, ...]]:
    """Give the values that one line joins: a period without a value ends it."""
    run: list[Value] = []
    for point in points:
        slot, value = slot_of(point.period), value_of(point)
        if value is None:
            continue
        if run and slot != run[-1][0] + 1:
            yield tuple(run)
            run = []
        run.append((slot, value))
    if run:
        yield tuple(run)
