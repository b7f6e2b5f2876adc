"""Everything that pages show beside articles: registers, identity, pictures, the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plugins.newsroom.deferred import mark_of
from plugins.newsroom.links import LinkIndex, link_index
from plugins.newsroom.model import Newsroom, StandingPage
from plugins.newsroom.picture import Rendition
from plugins.newsroom.registers import Abbreviation, Agency, Column, Locality, Section, Topic
from plugins.newsroom.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What every page may show without being made anew for an article's sake.

    `mark` is a digest of all of it; a change here lets every page be made again. `links` is no
    part of the mark: where a link leads follows from the name of its target's file alone, and a
    link that leads nowhere never passes the gate.
    """

    site: Site
    sections: tuple[Section, ...]
    columns: Mapping[tuple[str, str], Column]
    agencies: Mapping[str, Agency]
    localities: Mapping[str, Locality]
    abbreviations: tuple[Abbreviation, ...]
    meanings: Mapping[str, str]
    tags: Mapping[str, Topic]
    series: Mapping[str, Topic]
    standing_pages: tuple[StandingPage, ...]
    renditions: Mapping[str, Rendition]
    links: LinkIndex
    today: date
    mark: str


def world_of(newsroom: Newsroom, site: Site, renditions: Mapping[str, Rendition]) -> World:
    """Take from a newsroom all that is no article."""
    parts = (
        site,
        newsroom.sections,
        *(tuple(r.items()) for r in (newsroom.agencies, newsroom.localities, newsroom.tags)),
        tuple(newsroom.series.items()),
        tuple(newsroom.hosts.items()),
        newsroom.abbreviations,
        tuple((page.path, page.digest) for page in newsroom.standing_pages),
        tuple(sorted(renditions.items())),
        newsroom.now.date(),
    )
    return World(
        site=site,
        sections=newsroom.sections,
        columns={(c.section_id, c.id): c for s in newsroom.sections for c in s.columns},
        agencies=newsroom.agencies,
        localities=newsroom.localities,
        abbreviations=newsroom.abbreviations,
        meanings={a.short: a.meaning for a in newsroom.abbreviations if not a.ambiguous},
        tags=newsroom.tags,
        series=newsroom.series,
        standing_pages=newsroom.standing_pages,
        renditions=renditions,
        links=link_index(newsroom),
        today=newsroom.now.date(),
        mark=mark_of(repr(parts)),
    )
