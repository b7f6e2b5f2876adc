"""How a column's articles are narrowed: by year, and by agency."""

from __future__ import annotations

from plugins.newsroom.edition import Edition
from plugins.newsroom.headline import Headline
from plugins.newsroom.registers import Column
from plugins.vietnamese.collate import sort_key


def by_year(articles: tuple[Headline, ...]) -> dict[int, tuple[Headline, ...]]:
    """Group articles by the year of their day, newest year first."""
    years = sorted({article.day.year for article in articles}, reverse=True)
    return {year: tuple(a for a in articles if a.day.year == year) for year in years}


def by_agency(column: Column, edition: Edition) -> dict[str, tuple[Headline, ...]]:
    """Group a column's articles by agency id, in the order of the agencies' names."""
    articles = edition.by_column.get((column.section_id, column.id), ())
    found: dict[str, list[Headline]] = {}
    for article in articles:
        for agency_id in article.agency_ids:
            found.setdefault(agency_id, []).append(article)
    agencies = edition.world.agencies
    names = sorted(found, key=lambda agency_id: sort_key(agencies[agency_id].name))
    return {agency_id: tuple(found[agency_id]) for agency_id in names}
