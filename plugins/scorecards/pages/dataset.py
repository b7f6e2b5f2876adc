"""Open data as search engines for data read it: schema.org/Dataset in the head of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plugins.newsroom.heads import json_ld
from plugins.newsroom.site import Site
from plugins.newsroom.view_parts import Head
from plugins.scorecards.model import Period, Scorecard, addresses

MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "zip": "application/zip",
}


def with_dataset(
    head: Head, site: Site, card: Scorecard, periods: Iterable[Period], *files: str
) -> Head:
    """Add the description of a page's data, which lie in `files`, to its head."""
    days = [day for period in periods for day in (period.first_day, period.last_day)]
    document: dict[str, object] = {
        "@type": "Dataset",
        "name": head.title,
        "description": f"{head.description} {card.description}",
        "url": site.url + head.url,
        "inLanguage": "vi",
        "license": {"@type": "CreativeWork", "name": card.licence or site.licence},
        "creator": {"@type": "Organization", "name": card.publisher},
        "isAccessibleForFree": True,
        "temporalCoverage": f"{min(days).isoformat()}/{max(days).isoformat()}",
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "url": site.url + addresses.CATALOGUE,
        },
        "distribution": [_download(site, card, name) for name in files],
    }
    if card.method_text:
        document["measurementTechnique"] = card.method_text
    if updated := card.updated_on():
        document["dateModified"] = updated.isoformat()
    return replace(head, structured=(*head.structured, json_ld(document)))


def _download(site: Site, card: Scorecard, name: str) -> dict[str, object]:
    return {
        "@type": "DataDownload",
        "name": name,
        "encodingFormat": MEDIA_TYPES[name.rpartition(".")[2]],
        "contentUrl": site.url + addresses.of_data(card.id, name),
    }
