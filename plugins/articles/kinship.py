"""Which articles stand beside one another: neighbours in a column, and older related ones.

Related articles are always older, so that a new article never changes an old page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.newsroom.edition import Edition
from plugins.newsroom.headline import Headline

Group = tuple[str, ...]
RELATED = 3
CANDIDATES = 12
WEIGHTS = {"series": 4, "tag": 2, "agency": 1, "column": 1}


class Kinship:
    """Answers who stands beside an article; made once an edition."""

    def __init__(self, edition: Edition) -> None:
        """Note each article's place in every group that it belongs to."""
        self._groups = dict(_groups(edition))
        self._places: Mapping[Group, dict[str, int]] = {
            group: {article.path: place for place, article in enumerate(articles)}
            for group, articles in self._groups.items()
        }

    def neighbours(self, article: Headline) -> tuple[Headline | None, Headline | None]:
        """Give the next newer and the next older article of the home column."""
        group = ("column", *article.columns[0])
        articles, place = self._groups[group], self._places[group][article.path]
        newer = articles[place - 1] if place else None
        older = articles[place + 1] if place + 1 < len(articles) else None
        return newer, older

    def related(self, article: Headline) -> tuple[Headline, ...]:
        """Give the older articles that share most: series, tags, agencies, columns."""
        shared: dict[str, int] = {}
        found: dict[str, Headline] = {}
        for group in groups_of(article):
            place, weight = self._places[group][article.path] + 1, WEIGHTS[group[0]]
            for other in self._groups[group][place : place + CANDIDATES]:
                found[other.path] = other
                shared[other.path] = shared.get(other.path, 0) + weight
        ranked = sorted(found.values(), key=lambda other: (-shared[other.path], other.order))
        return tuple(ranked[:RELATED])


def groups_of(article: Headline) -> Iterator[Group]:
    """Yield every group of articles that an article belongs to."""
    if article.series:
        yield ("series", article.series)
    yield from (("tag", tag) for tag in article.tags)
    yield from (("agency", agency) for agency in article.agency_ids)
    yield from (("column", *column) for column in dict.fromkeys(article.columns))


def _groups(edition: Edition) -> Iterator[tuple[Group, tuple[Headline, ...]]]:
    yield from ((("series", key), group) for key, group in edition.by_series.items())
    yield from ((("tag", key), group) for key, group in edition.by_tag.items())
    yield from ((("agency", key), group) for key, group in edition.by_agency.items())
    yield from ((("column", *key), group) for key, group in edition.by_column.items())
