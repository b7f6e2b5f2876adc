"""The home page, and the feed of everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.newsroom.calendars import month_calendar
from plugins.newsroom.deferred import Deferred
from plugins.newsroom.edition import Edition
from plugins.newsroom.headline import Headline
from plugins.newsroom.heads import json_ld, listing_head, save_as, stable_id
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.registers import Section
from plugins.newsroom.teasers import teaser
from plugins.newsroom.view import HomeView
from plugins.newsroom.view_parts import Calendar, Head, Link, SectionBlock
from plugins.newsroom.world import World

LATEST = 6
IN_A_SECTION = 3


def front_pages(edition: Edition) -> Iterator[Page]:
    """Compose the home page."""
    lead = _lead(edition.headlines)
    latest = tuple(a for a in edition.headlines[: LATEST + 1] if a is not lead)[:LATEST]
    site, sections = edition.site, edition.world.sections
    in_sections = tuple(edition.by_section.get(s.id, ())[:IN_A_SECTION] for s in sections)
    newest = edition.headlines[0].day if edition.headlines else None
    calendar = month_calendar(edition.by_day, newest.year, newest.month) if newest else None
    yield Page(
        template="home.html",
        save_as=save_as("/"),
        composed=Deferred(_view, edition.world, lead, latest, in_sections, calendar),
        search=SearchEntry(
            title=site.name,
            kind="listing",
            summary=site.tagline,
            feed_title=site.name,
            stable_id=stable_id(site, "/"),
        ),
        inputs=tuple(article.path for article in edition.headlines[: LATEST + 1]),
    )


def _view(
    world: World,
    lead: Headline | None,
    latest: tuple[Headline, ...],
    in_sections: tuple[tuple[Headline, ...], ...],
    calendar: Calendar | None,
) -> HomeView:
    blocks = zip(world.sections, in_sections, strict=True)
    return HomeView(
        head=_head(world),
        lead=teaser(lead, world, pictured=True) if lead else None,
        latest=tuple(teaser(article, world) for article in latest),
        sections=tuple(_block(section, articles, world) for section, articles in blocks),
        calendar=calendar,
        series=tuple(
            Link(label=s.name, url=f"/dong-su-kien/{s.id}/") for s in world.series.values()
        ),
        standing=tuple(Link(label=p.title, url=p.url) for p in world.standing_pages),
    )


def _lead(articles: tuple[Headline, ...]) -> Headline | None:
    """Choose the newest of the last few that has a picture, else simply the newest."""
    pictured = (article for article in articles[: LATEST + 1] if article.picture)
    return next(pictured, articles[0] if articles else None)


def _head(world: World) -> Head:
    site = world.site
    owner = world.agencies[site.owner_id]
    website = json_ld(
        {
            "@type": "WebSite",
            "name": site.name,
            "url": f"{site.url}/",
            "inLanguage": "vi",
            "publisher": {"@type": "GovernmentOrganization", "name": owner.name},
        }
    )
    head = listing_head(site, title=site.name, description=site.tagline, url="/", has_feed=True)
    return replace(head, structured=(website,))


def _block(section: Section, articles: tuple[Headline, ...], world: World) -> SectionBlock:
    return SectionBlock(
        section=Link(label=section.name, url=section.url),
        description=section.description,
        columns=tuple(Link(label=c.name, url=c.url) for c in section.columns),
        teasers=tuple(teaser(article, world) for article in articles),
    )
