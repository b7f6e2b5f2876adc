"""The home page, and the feed of everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from plugins.newsroom import addresses
from plugins.newsroom.calendars import month_calendar
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily, one
from plugins.newsroom.headline import Headline
from plugins.newsroom.heads import json_ld, listing_head, save_as, stable_id
from plugins.newsroom.listing_pages import newest_change
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.registers import Section
from plugins.newsroom.teasers import teaser
from plugins.newsroom.view import HomeView
from plugins.newsroom.view_parts import Head, Link, SectionBlock
from plugins.newsroom.world import World

Headlines = tuple[Headline, ...]

LATEST = 6
IN_A_SECTION = 3


def _pages(edition: Edition, _: str) -> Iterator[Page]:
    """Compose the home page."""
    site, newest = edition.site, edition.group("published")[: LATEST + 1]
    of_sections = {
        section.id: edition.group(f"section {section.id}")[:IN_A_SECTION]
        for section in edition.world.sections
    }
    yield Page(
        template="home.html",
        save_as=save_as("/"),
        view=_view(edition, newest, of_sections),
        search=SearchEntry(
            title=site.name,
            kind="listing",
            summary=site.tagline,
            modified=newest_change((*newest, *chain(*of_sections.values()))),
            feed_title=site.name,
            stable_id=stable_id(site, "/"),
        ),
    )


HOME_PAGE = PageFamily(keys=one, pages=_pages)


def _view(edition: Edition, newest: Headlines, of_sections: Mapping[str, Headlines]) -> HomeView:
    world, lead = edition.world, _lead(newest)
    latest = [article for article in newest if article is not lead][:LATEST]
    day = newest[0].day if newest else None
    return HomeView(
        head=_head(world),
        lead=teaser(lead, world, pictured=True) if lead else None,
        latest=tuple(teaser(article, world) for article in latest),
        sections=tuple(_block(world, s, of_sections[s.id]) for s in world.sections),
        calendar=month_calendar(edition, day.year, day.month) if day else None,
        series=tuple(Link(label=s.name, url=addresses.series(s.id)) for s in world.series.values()),
        standing=tuple(Link(label=p.title, url=p.landing.url) for p in edition.standing()),
    )


def _lead(articles: Headlines) -> Headline | None:
    """Choose the newest of the last few that has a picture, else simply the newest."""
    pictured = (article for article in articles if article.picture)
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


def _block(world: World, section: Section, articles: Headlines) -> SectionBlock:
    return SectionBlock(
        section=Link(label=section.name, url=section.url),
        description=section.description,
        columns=tuple(Link(label=c.name, url=c.url) for c in section.columns),
        teasers=tuple(teaser(article, world) for article in articles),
    )
