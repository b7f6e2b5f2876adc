"""A unit's results in the course of time, beside the middle of its level."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from plugins.scorecards.model import (
    TOTAL,
    Middle,
    PeriodResult,
    Scorecard,
    SeriesPoint,
    Unit,
    UnitSeries,
)


def series_of(
    card: Scorecard, periods: Sequence[PeriodResult], units: Mapping[str, Unit]
) -> dict[str, UnitSeries]:
    """Give the series of every unit that has a result; `periods` are in the order of time."""
    found: dict[str, list[SeriesPoint]] = {}
    for result in periods:
        areas = {TOTAL, *(area.id for area in card.areas_of(result.period.id))}
        for level in result.levels:
            middle = _shown(level.middle, areas)
            for standing in level.standings:
                point = SeriesPoint(
                    period=result.period,
                    method=result.method.id,
                    scale=result.method.scale,
                    standing=standing,
                    middle=middle,
                )
                found.setdefault(standing.unit.id, []).append(point)
    kin = _kin(found, units)
    return {
        key: UnitSeries(unit=units[key], points=tuple(points), kin=tuple(kin[key]))
        for key, points in sorted(found.items())
    }


def _shown(middle: Middle, keys: Collection[str]) -> Middle:
    """Keep what a unit's page shows: another sub-criterion's median does not concern it."""
    return replace(
        middle,
        median=tuple(pair for pair in middle.median if pair[0] in keys),
        best=tuple(pair for pair in middle.best if pair[0] in keys and pair[0] != TOTAL),
    )


def _kin(known: Iterable[str], units: Mapping[str, Unit]) -> dict[str, list[str]]:
    """Name for each unit the one that succeeds it and those that it succeeds, if they have results.

    All at once: there are thousands of communes.
    """
    kin: dict[str, list[str]] = {key: [] for key in sorted(known)}
    heirs = [(key, units[key].successor) for key in kin if units[key].successor in kin]
    for key, heir in heirs:
        kin[key].append(heir)
    for key, heir in heirs:
        kin[heir].append(key)
    return kin
