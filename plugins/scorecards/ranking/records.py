"""The records of a scorecard: what its pages look up, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.newsroom.dataset import ADDRESSES, WHOLE, Addresses
from plugins.scorecards.model import (
    Overview,
    PeriodResult,
    ScoreBook,
    Unit,
    UnitName,
    addresses,
)
from plugins.scorecards.ranking.order import period_result
from plugins.scorecards.ranking.results import Results
from plugins.scorecards.ranking.series import series_of


def records_of(book: ScoreBook) -> Iterator[tuple[str, object]]:
    """Give the records of a scorecard by name."""
    results, card = Results(book), book.scorecard
    periods = [
        period_result(sheet, card, method, results.units) for sheet, method in results.by_method()
    ]
    for result in periods:
        yield f"ky {result.period.id}", result
    series = series_of(card, periods, results.units)
    for unit, found in series.items():
        yield f"don-vi {unit}", found
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
    return UnitName(id=unit.id, name=unit.short_name, level=unit.level, parent=unit.parent)


def _sources(results: Results) -> tuple[str, ...]:
    """Give every source once, in the order of the newest sheets."""
    found = (score.source for sheet in reversed(results.sheets) for score in sheet.scores)
    return tuple(dict.fromkeys(found))
