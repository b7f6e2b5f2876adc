"""What this build publishes: the articles whose minute has come, and every way to look them up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from plugins.newsroom.headline import Headline, headline_of
from plugins.newsroom.model import Article, Newsroom
from plugins.newsroom.picture import Rendition
from plugins.newsroom.site import Site
from plugins.newsroom.world import World, world_of

K = TypeVar("K")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The newsroom as readers may see it, arranged: newest first everywhere.

    `headlines` and all groups hold what is published and due; `texts` are the same articles whole,
    by path; `withdrawn` were taken down; `scheduled` counts those whose minute has not come,
    which appear nowhere in the output.
    """

    world: World
    headlines: tuple[Headline, ...]
    texts: Mapping[str, Article]
    withdrawn: tuple[Article, ...]
    scheduled: int
    by_column: Mapping[tuple[str, str], tuple[Headline, ...]]
    by_section: Mapping[str, tuple[Headline, ...]]
    by_agency: Mapping[str, tuple[Headline, ...]]
    by_locality: Mapping[str, tuple[Headline, ...]]
    by_tag: Mapping[str, tuple[Headline, ...]]
    by_series: Mapping[str, tuple[Headline, ...]]
    by_day: Mapping[date, tuple[Headline, ...]]

    @property
    def site(self) -> Site:
        """Give the site's identity."""
        return self.world.site


def arrange(newsroom: Newsroom, site: Site, renditions: Mapping[str, Rendition]) -> Edition:
    """Sort out what is published now, and group it every way that a page needs."""
    newest = sorted(newsroom.articles, key=newest_first)
    shown = [a for a in newest if a.status == "published"]
    due = [a for a in shown if a.published.at <= newsroom.now]
    headlines = tuple(headline_of(article) for article in due)
    return Edition(
        world=world_of(newsroom, site, renditions),
        headlines=headlines,
        texts={article.path: article for article in due},
        withdrawn=tuple(a for a in newest if a.status == "withdrawn"),
        scheduled=len(shown) - len(due),
        by_column=_grouped(headlines, lambda a: dict.fromkeys(a.columns)),
        by_section=_grouped(headlines, lambda a: dict.fromkeys(s for s, _ in a.columns)),
        by_agency=_grouped(headlines, lambda a: a.agency_ids),
        by_locality=_grouped(headlines, lambda a: a.locality_ids),
        by_tag=_grouped(headlines, lambda a: a.tags),
        by_series=_grouped(headlines, lambda a: (a.series,) if a.series else ()),
        by_day=_grouped(headlines, lambda a: (a.day,)),
    )


def newest_first(article: Article) -> tuple[float, str]:
    """Give the key that puts the newest article first, and ties in the order of their slugs."""
    return (-article.published.at.timestamp(), article.slug)


def _grouped(
    headlines: Iterable[Headline], keys_of: Callable[[Headline], Iterable[K]]
) -> dict[K, tuple[Headline, ...]]:
    groups: dict[K, list[Headline]] = {}
    for headline in headlines:
        for key in keys_of(headline):
            groups.setdefault(key, []).append(headline)
    return {key: tuple(group) for key, group in groups.items()}
