"""Looking up the records of scorecards: each look is what a page depends on."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.dataset import WHOLE, Records
from plugins.scorecards.model import Overview, PeriodResult, UnitSeries

FOLDER = "chi-so"


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


def overviews(records: Records) -> Iterator[Overview]:
    """Give every scorecard that could be read."""
    return filter(None, (overview(records, key) for key in records.names(FOLDER)))


def card_keys(records: Records) -> Iterator[str]:
    """Name every scorecard that could be read, as families of pages and of files ask."""
    return (found.scorecard.id for found in overviews(records))


def period_keys(records: Records) -> Iterator[str]:
    """Name every period with a sheet: `papi 2022`."""
    for found in overviews(records):
        yield from (f"{found.scorecard.id} {period.id}" for period in found.periods)


def unit_keys(records: Records) -> Iterator[str]:
    """Name every unit with a result: `papi tinh-binh-dinh`."""
    for found in overviews(records):
        yield from (f"{found.scorecard.id} {unit}" for unit in found.unit_ids())
