"""Ranks and middles: who stands where in a period, and where all stand together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from statistics import median
from typing import Final

from plugins.scorecards.model import (
    NEARLY_ALL,
    LevelResult,
    Method,
    Middle,
    PeriodResult,
    Score,
    Scorecard,
    ScoreSheet,
    Standing,
    Unit,
)
from plugins.vietnamese.collate import sort_key

ENOUGH_FOR_A_MEDIAN: Final = 3
BY_PARENT: Final = ("xa", "huyen")
"""Levels whose units are ranked among those of the same parent, when there are several parents."""

Units = Mapping[str, Unit]


def period_result(
    sheet: ScoreSheet, scorecard: Scorecard, method: Method, units: Units
) -> PeriodResult:
    """Arrange a sheet: by level, best first; ranks are computed where the method says so."""
    standings = list(standings_of(sheet, units))
    levels = (
        _level(level, parent, found, scorecard, method)
        for (level, parent), found in sorted(
            by_level(standings).items(),
            key=lambda item: (scorecard.levels.index(item[0][0]), item[0][1]),
        )
    )
    return PeriodResult(period=sheet.period, method=method, levels=tuple(levels))


def standings_of(sheet: ScoreSheet, units: Units) -> Iterator[Standing]:
    """Give for each unit what holds now, what other sources say, and what was corrected."""
    rows: dict[str, list[Score]] = {}
    for score in sheet.scores:
        rows.setdefault(score.unit, []).append(score)
    for unit, found in rows.items():
        holds, earlier, others = found[0], [], []
        for score in found[1:]:
            if score.corrected_on:
                earlier.append(holds)
                holds = score
            else:
                others.append(score)
        yield Standing(unit=units[unit], score=holds, others=tuple(others), earlier=tuple(earlier))


def ranks_of(points: Mapping[str, Decimal], *, higher_is_better: bool) -> dict[str, int]:
    """Rank by points; equal points share a rank, and the next one is as far as they are many."""
    ordered = sorted(points.items(), key=lambda pair: pair[1], reverse=higher_is_better)
    ranks: dict[str, int] = {}
    for _, group in groupby(ordered, key=lambda pair: pair[1]):
        rank = len(ranks) + 1
        ranks |= {name: rank for name, _ in group}
    return ranks


def middle_of(standings: Sequence[Standing], counted: int, *, higher_is_better: bool) -> Middle:
    """Give the medians and the best points of a level, by criterion and of the total.

    Where a tenth or more of those that were counted are not there, the middle of the others says
    nothing of all, and there is none.
    """
    columns: dict[str, list[Decimal]] = {}
    for standing in standings:
        for name, value in standing.score.given:
            columns.setdefault(name, []).append(value)
    needed = max(ENOUGH_FOR_A_MEDIAN, counted * NEARLY_ALL)
    enough = {name: values for name, values in columns.items() if len(values) >= needed}
    best = max if higher_is_better else min
    return Middle(
        counted=counted,
        median=tuple((name, median(values)) for name, values in enough.items()),
        best=tuple((name, best(values)) for name, values in enough.items()),
    )


def by_level(standings: Iterable[Standing]) -> dict[tuple[str, str], list[Standing]]:
    """Sort units by level, and those of the lower levels by what they belong to."""
    found: dict[tuple[str, str], list[Standing]] = {}
    for standing in standings:
        unit = standing.unit
        parent = unit.parent if unit.level in BY_PARENT else ""
        found.setdefault((unit.level, parent), []).append(standing)
    return found


def _level(
    level: str,
    parent: str,
    standings: Sequence[Standing],
    scorecard: Scorecard,
    method: Method,
) -> LevelResult:
    ranked = _ranked(standings, scorecard) if method.ranks == "tu-tinh" else standings
    counts = [s.score.ranked for s in ranked if s.score.ranked]
    ordered = sorted(ranked, key=lambda standing: _order(standing, scorecard))
    return LevelResult(
        level=level,
        parent=parent,
        standings=tuple(ordered),
        middle=middle_of(
            ordered,
            max(counts, default=len(ordered)),
            higher_is_better=scorecard.higher_is_better,
        ),
    )


def _ranked(standings: Sequence[Standing], scorecard: Scorecard) -> list[Standing]:
    """Rank the units whose source gives points without a rank."""
    points = {s.unit.id: s.score.points for s in standings if s.score.points is not None}
    ranks = ranks_of(points, higher_is_better=scorecard.higher_is_better)
    return [_with_rank(standing, ranks) for standing in standings]


def _with_rank(standing: Standing, ranks: Mapping[str, int]) -> Standing:
    score = standing.score
    if score.rank is not None or standing.unit.id not in ranks:
        return standing
    rank = ranks[standing.unit.id]
    computed = replace(score, rank=rank, ranked=len(ranks), rank_computed=True)
    return replace(standing, score=computed)


def _order(standing: Standing, scorecard: Scorecard) -> tuple[object, ...]:
    """Sort by rank, then by points, then by name; who has none of them stands behind who has."""
    score = standing.score
    points = score.points or Decimal(0)
    return (
        (score.rank is None, score.rank or 0),
        (score.points is None, -points if scorecard.higher_is_better else points),
        sort_key(standing.unit.short_name),
    )
