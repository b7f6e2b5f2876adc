"""The catalogue of all data (DCAT 3, W3C)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.newsroom.site import Site
from plugins.scorecards.exports.json_data import document
from plugins.scorecards.model import Overview
from plugins.scorecards.model.addresses import of_card, of_data

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
}


def catalogue(site: Site, found: Iterable[Overview]) -> bytes:
    """Write the catalogue as JSON-LD."""
    return document(
        {
            "@context": CONTEXT,
            "@type": "dcat:Catalog",
            "@id": f"{site.url}/chi-so/",
            "dct:title": f"Số liệu mở: {site.name}",
            "dct:language": "vi",
            "dct:publisher": {"@type": "foaf:Agent", "foaf:name": site.name},
            "dcat:dataset": [_dataset(site, whole) for whole in found if whole.periods],
        }
    )


def _dataset(site: Site, whole: Overview) -> dict[str, object]:
    card = whole.scorecard
    described: dict[str, object] = {
        "@type": "dcat:Dataset",
        "@id": site.url + of_card(card.id),
        "dct:title": card.name,
        "dct:description": card.description,
        "dct:creator": {"@type": "foaf:Agent", "foaf:name": card.publisher},
        "dct:license": card.licence or site.licence,
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": whole.periods[-1].first_day.isoformat(),
            "dcat:endDate": whole.periods[0].last_day.isoformat(),
        },
        "dcat:distribution": list(_distributions(site, whole)),
    }
    if card.reviewed_on:
        described["dct:modified"] = card.reviewed_on.isoformat()
    return described


def _distributions(site: Site, whole: Overview) -> Iterator[dict[str, object]]:
    card = whole.scorecard
    forms = [(f"{card.id}.zip", "application/zip")]
    forms += [(f"{period.id}.csv", "text/csv") for period in whole.periods]
    forms += [(f"{period.id}.json", "application/json") for period in whole.periods]
    for name, kind in forms:
        yield {
            "@type": "dcat:Distribution",
            "dcat:downloadURL": site.url + of_data(card.id, name),
            "dcat:mediaType": kind,
            "dct:title": name,
        }
