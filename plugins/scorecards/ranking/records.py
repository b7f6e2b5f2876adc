"""The records of a scorecard: what its pages look up, one by one, and no more than they show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from plugins.newsroom.dataset import ADDRESSES, WHOLE, Addresses
from plugins.newsroom.registers import Spot
from plugins.scorecards.model import (
    LevelResult,
    Middle,
    Overview,
    PeriodResult,
    Score,
    ScoreBook,
    Standing,
    Unit,
    UnitName,
    addresses,
)
from plugins.scorecards.ranking.order import period_result
from plugins.scorecards.ranking.results import Results
from plugins.scorecards.ranking.series import series_of

NOWHERE: Final = Spot(path="", line=0)
"""A page shows no line of a file, and a row that moves in its file concerns none."""


def records_of(book: ScoreBook) -> Iterator[tuple[str, object]]:
    """Give the records of a scorecard by name.

    `ky 2022` is a period, `hang 2022` its ranks alone, for the period after; `don-vi …` a unit.
    """
    results, card = Results(book), book.scorecard
    units = {key: replace(unit, spot=NOWHERE) for key, unit in book.units.items()}
    periods = [
        _placeless(period_result(sheet, card, method, units))
        for sheet, method in results.by_method()
    ]
    for result in periods:
        yield f"ky {result.period.id}", result
        yield f"hang {result.period.id}", _ranks_of(result)
    series = series_of(card, periods, units)
    for key, found in series.items():
        yield f"don-vi {key}", found
    yield ADDRESSES, Addresses(urls=tuple(sorted(_addresses(card.id, periods, series))))
    yield (
        WHOLE,
        Overview(
            scorecard=card,
            periods=tuple(reversed([result.period for result in periods])),
            units=tuple(_name(found.unit) for found in series.values()),
            sources=_sources(results),
        ),
    )


def _placeless(result: PeriodResult) -> PeriodResult:
    """Forget the lines of the file."""

    def standing(one: Standing) -> Standing:
        return replace(
            one,
            score=replace(one.score, spot=NOWHERE),
            others=tuple(replace(score, spot=NOWHERE) for score in one.others),
            earlier=tuple(replace(score, spot=NOWHERE) for score in one.earlier),
        )

    levels = (
        replace(level, standings=tuple(map(standing, level.standings))) for level in result.levels
    )
    return replace(result, levels=tuple(levels))


def _ranks_of(result: PeriodResult) -> PeriodResult:
    """Keep ranks alone: the next period says how they changed, and nothing else of this one."""

    def level(one: LevelResult) -> LevelResult:
        standings = (Standing(unit=s.unit, score=_rank_of(s.score)) for s in one.standings)
        middle = Middle(counted=one.middle.counted)
        return replace(one, standings=tuple(standings), middle=middle)

    return replace(result, levels=tuple(map(level, result.levels)))


def _rank_of(score: Score) -> Score:
    return Score(
        unit=score.unit,
        points=None,
        rank=score.rank,
        ranked=score.ranked,
        source="",
        rank_computed=score.rank_computed,
        spot=NOWHERE,
    )


def _addresses(card: str, periods: Iterable[PeriodResult], units: Iterable[str]) -> Iterator[str]:
    """Give the address of every page of a scorecard."""
    yield addresses.of_card(card)
    for result in periods:
        yield addresses.of_period(card, result.period.id)
        for parent in result.parents:
            yield addresses.of_period(card, result.period.id, parent)
    for unit in units:
        yield addresses.of_unit(card, unit)
    if periods:
        yield addresses.of_comparison(card)


def _name(unit: Unit) -> UnitName:
    return UnitName(id=unit.id, name=unit.short_name, level=unit.level)


def _sources(results: Results) -> tuple[str, ...]:
    """Give every source once, in the order of the newest sheets."""
    found = (score.source for sheet in reversed(results.sheets) for score in sheet.scores)
    return tuple(dict.fromkeys(found))
