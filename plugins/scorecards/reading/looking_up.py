"""Looking up the records of scorecards: each look is what a page depends on."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.dataset import WHOLE, Records
from plugins.newsroom.edition import Edition
from plugins.scorecards.model import Overview, PeriodResult, UnitSeries

FOLDER = "chi-so"


def card_ids(records: Records) -> tuple[str, ...]:
    """Name the scorecards that could be read."""
    return tuple(key for key in records.names(FOLDER) if overview(records, key))


def overview(records: Records, card: str) -> Overview | None:
    """Give what a scorecard is as a whole."""
    return records.get(f"{FOLDER}/{card}", WHOLE, Overview)


def period_of(records: Records, card: str, period: str) -> PeriodResult | None:
    """Give a period's results."""
    return records.get(f"{FOLDER}/{card}", f"ky {period}", PeriodResult)


def ranks_of(records: Records, card: str, period: str) -> PeriodResult | None:
    """Give a period's ranks alone; nothing for no period."""
    return records.get(f"{FOLDER}/{card}", f"hang {period}", PeriodResult) if period else None


def series_of(records: Records, card: str, unit: str) -> UnitSeries | None:
    """Give a unit's results."""
    return records.get(f"{FOLDER}/{card}", f"don-vi {unit}", UnitSeries)


def must(found: Overview | None) -> Overview:
    """Give what a unit's key says that there is."""
    if found is None:
        raise LookupError("a page of a scorecard that is not there")
    return found


def overviews(edition: Edition) -> Iterator[tuple[str, Overview]]:
    """Give every scorecard with its id."""
    records = edition.world.records
    for key in records.names(FOLDER):
        if found := overview(records, key):
            yield key, found
