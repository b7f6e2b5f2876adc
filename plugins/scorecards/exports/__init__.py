"""Open data beside the pages: sheets as CSV and JSON, series, packages, a catalogue (DCAT)."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.family import FileFamily, one
from plugins.newsroom.page import ExportFile
from plugins.newsroom.publication import Publication
from plugins.scorecards.exports.catalogue import catalogue
from plugins.scorecards.exports.datapackage import package_files
from plugins.scorecards.exports.json_data import index_json, series_json, sheet_json
from plugins.scorecards.exports.sheet_csv import sheet_csv
from plugins.scorecards.model.addresses import DATA
from plugins.scorecards.reading.looking_up import must, overview, overviews, period_of, series_of


def _sheet_keys(publication: Publication) -> Iterator[str]:
    for card, found in overviews(publication.edition):
        yield from (f"{card} {period.id}" for period in found.periods)


def _sheets(publication: Publication, key: str) -> Iterator[ExportFile]:
    """Write a period as CSV and JSON."""
    name, _, period = key.partition(" ")
    records = publication.edition.world.records
    card = must(overview(records, name)).scorecard
    if result := period_of(records, name, period):
        place = f"{DATA}{name}/{period}"
        yield ExportFile(save_as=f"{place}.csv", data=sheet_csv(card, result))
        yield ExportFile(save_as=f"{place}.json", data=sheet_json(card, result))


def _series_keys(publication: Publication) -> Iterator[str]:
    for card, found in overviews(publication.edition):
        yield from (f"{card} {unit}" for unit in found.unit_ids())


def _series(publication: Publication, key: str) -> Iterator[ExportFile]:
    """Write a unit's results as JSON."""
    name, _, unit = key.partition(" ")
    records = publication.edition.world.records
    card = must(overview(records, name)).scorecard
    if found := series_of(records, name, unit):
        save_as = f"{DATA}{name}/don-vi/{unit}.json"
        yield ExportFile(save_as=save_as, data=series_json(card, found))


def _package_keys(publication: Publication) -> Iterator[str]:
    return (card for card, _ in overviews(publication.edition))


def _packages(publication: Publication, key: str) -> Iterator[ExportFile]:
    """Write what describes a scorecard, and its whole data in one ZIP."""
    records = publication.edition.world.records
    whole = must(overview(records, key))
    found = (period_of(records, key, period.id) for period in whole.periods)
    results = tuple(result for result in found if result)
    yield from package_files(publication.site, whole, results)


def _catalogue(publication: Publication, _: str) -> Iterator[ExportFile]:
    """Write the catalogue of all scorecards, and their index."""
    found = tuple(whole for _, whole in overviews(publication.edition))
    yield ExportFile(save_as="du-lieu/v1/catalog.jsonld", data=catalogue(publication.site, found))
    yield ExportFile(save_as=f"{DATA}index.json", data=index_json(found))


SHEETS = FileFamily(keys=_sheet_keys, files=_sheets)
SERIES = FileFamily(keys=_series_keys, files=_series)
PACKAGES = FileFamily(keys=_package_keys, files=_packages)
CATALOGUE = FileFamily(keys=one, files=_catalogue)
