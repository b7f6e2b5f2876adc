"""For whom a site speaks in a scorecard: its province, or those that it succeeds (tỉnh ta)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.newsroom.edition import Edition
from plugins.scorecards.model import Overview, UnitSeries
from plugins.scorecards.reading.looking_up import series_of


def ours_in(edition: Edition, whole: Overview) -> tuple[str, ...]:
    """Name the province if it has results; else those of its kin that have some."""
    own, known = edition.site.province_id, set(whole.unit_ids())
    return (own,) if own in known else tuple(unit for unit in _kin(edition) if unit in known)


def results_of(edition: Edition, whole: Overview, units: Iterable[str]) -> Iterator[UnitSeries]:
    """Give the results of some units."""
    for unit in units:
        if found := series_of(edition.world.records, whole.scorecard.id, unit):
            yield found


def beside_ours(edition: Edition, whole: Overview, ours: tuple[str, ...]) -> tuple[UnitSeries, ...]:
    """Give our results, then those of the province's kin: side by side, never joined."""
    found = tuple(results_of(edition, whole, ours))
    if len(found) != 1 or found[0].unit.id != edition.site.province_id:
        return found
    return (*found, *results_of(edition, whole, found[0].kin))


def _kin(edition: Edition) -> Iterator[str]:
    """Name what the province succeeds, and what succeeds it."""
    places, own = edition.world.localities, edition.site.province_id
    yield from (place.id for place in places.values() if place.successor_id == own)
    if own in places and places[own].successor_id:
        yield places[own].successor_id
