"""Open data beside the pages: sheets as CSV and JSON, series, packages, a catalogue (DCAT)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.newsroom.dataset import Records
from plugins.newsroom.family import FileFamily, one
from plugins.newsroom.page import ExportFile
from plugins.newsroom.publication import Publication
from plugins.scorecards.exports.catalogue import catalogue
from plugins.scorecards.exports.datapackage import package_files
from plugins.scorecards.exports.json_data import index_json, series_json, sheet_json
from plugins.scorecards.exports.sheet_csv import sheet_csv
from plugins.scorecards.model import addresses
from plugins.scorecards.model.addresses import DATA
from plugins.scorecards.reading.looking_up import (
    card_keys,
    must,
    overview,
    overviews,
    period_keys,
    period_of,
    series_of,
    unit_keys,
)


def _sheets(publication: Publication, key: str) -> Iterator[ExportFile]:
    """Write a period as CSV and JSON."""
    name, _, period = key.partition(" ")
    records = publication.edition.world.records
    card = must(overview(records, name)).scorecard
    if result := period_of(records, name, period):
        place = f"{DATA}{name}/{period}"
        yield ExportFile(save_as=f"{place}.csv", data=sheet_csv(card, result))
        yield ExportFile(save_as=f"{place}.json", data=sheet_json(card, result))


def _series(publication: Publication, key: str) -> Iterator[ExportFile]:
    """Write a unit's results as JSON."""
    name, _, unit = key.partition(" ")
    records = publication.edition.world.records
    card = must(overview(records, name)).scorecard
    if found := series_of(records, name, unit):
        save_as = f"{DATA}{name}/don-vi/{unit}.json"
        yield ExportFile(save_as=save_as, data=series_json(card, found))


def _packages(publication: Publication, key: str) -> Iterator[ExportFile]:
    """Write what describes a scorecard, and its whole data in one ZIP."""
    records = publication.edition.world.records
    whole = must(overview(records, key))
    found = (period_of(records, key, period.id) for period in whole.periods)
    results = tuple(result for result in found if result)
    yield from package_files(publication.site, whole, results)


def _catalogue(publication: Publication, _: str) -> Iterator[ExportFile]:
    """Write the catalogue of all scorecards, and their index."""
    found = tuple(overviews(publication.edition.world.records))
    yield ExportFile(
        save_as=addresses.CATALOGUE.removeprefix("/"), data=catalogue(publication.site, found)
    )
    yield ExportFile(save_as=f"{DATA}index.json", data=index_json(found))


def _of(keys: Callable[[Records], Iterator[str]]) -> Callable[[Publication], Iterator[str]]:
    """Ask a publication's records for keys."""
    return lambda publication: keys(publication.edition.world.records)


SHEETS = FileFamily(keys=_of(period_keys), files=_sheets)
SERIES = FileFamily(keys=_of(unit_keys), files=_series)
PACKAGES = FileFamily(keys=_of(card_keys), files=_packages)
CATALOGUE = FileFamily(keys=one, files=_catalogue)
