"""What this build publishes: the articles whose minute has come, and every way to look them up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from plugins.newsroom.links import LinkIndex, link_index
from plugins.newsroom.model import Article, Newsroom
from plugins.newsroom.picture import Rendition
from plugins.newsroom.registers import Column
from plugins.newsroom.site import Site

K = TypeVar("K")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The newsroom as readers may see it, arranged: newest article first everywhere.

    `withdrawn` keeps the articles that were taken down; `scheduled` those whose minute has not
    come, which appear nowhere in the output; `meanings` are the abbreviations that mean one thing.
    """

    newsroom: Newsroom
    site: Site
    articles: tuple[Article, ...]
    withdrawn: tuple[Article, ...]
    scheduled: tuple[Article, ...]
    by_column: Mapping[tuple[str, str], tuple[Article, ...]]
    by_section: Mapping[str, tuple[Article, ...]]
    by_agency: Mapping[str, tuple[Article, ...]]
    by_locality: Mapping[str, tuple[Article, ...]]
    by_tag: Mapping[str, tuple[Article, ...]]
    by_series: Mapping[str, tuple[Article, ...]]
    by_day: Mapping[date, tuple[Article, ...]]
    columns: Mapping[tuple[str, str], Column]
    links: LinkIndex
    meanings: Mapping[str, str]
    renditions: Mapping[str, Rendition] = field(default_factory=dict)


def arrange(newsroom: Newsroom, site: Site, renditions: Mapping[str, Rendition]) -> Edition:
    """Sort out what is published now, and group it every way that a page needs."""
    newest = sorted(newsroom.articles, key=newest_first)
    shown = [a for a in newest if a.status == "published"]
    articles = tuple(a for a in shown if a.published.at <= newsroom.now)
    return Edition(
        newsroom=newsroom,
        site=site,
        articles=articles,
        withdrawn=tuple(a for a in newest if a.status == "withdrawn"),
        scheduled=tuple(a for a in shown if a.published.at > newsroom.now),
        by_column=_grouped(articles, lambda a: a.columns),
        by_section=_grouped(articles, lambda a: dict.fromkeys(s for s, _ in a.columns)),
        by_agency=_grouped(articles, lambda a: a.agency_ids),
        by_locality=_grouped(articles, lambda a: a.locality_ids),
        by_tag=_grouped(articles, lambda a: a.tags),
        by_series=_grouped(articles, lambda a: (a.series,) if a.series else ()),
        by_day=_grouped(articles, lambda a: (a.day,)),
        columns={(c.section_id, c.id): c for s in newsroom.sections for c in s.columns},
        links=link_index(newsroom),
        meanings={a.short: a.meaning for a in newsroom.abbreviations if not a.ambiguous},
        renditions=renditions,
    )


def newest_first(article: Article) -> tuple[float, str]:
    """Give the key that puts the newest article first, and ties in the order of their slugs."""
    return (-article.published.at.timestamp(), article.slug)


def _grouped(
    articles: Iterable[Article], keys_of: Callable[[Article], Iterable[K]]
) -> dict[K, tuple[Article, ...]]:
    groups: dict[K, list[Article]] = {}
    for article in articles:
        for key in keys_of(article):
            groups.setdefault(key, []).append(article)
    return {key: tuple(group) for key, group in groups.items()}
