"""The home page, and the feed of everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.newsroom.calendars import month_calendar
from plugins.newsroom.edition import Edition
from plugins.newsroom.heads import json_ld, listing_head, save_as, stable_id
from plugins.newsroom.model import Article
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.registers import Section
from plugins.newsroom.teasers import teaser
from plugins.newsroom.view import HomeView
from plugins.newsroom.view_parts import Head, Link, SectionBlock

LATEST = 6
IN_A_SECTION = 3


def front_pages(edition: Edition) -> Iterator[Page]:
    """Compose the home page."""
    lead = _lead(edition.articles)
    latest = tuple(a for a in edition.articles if a is not lead)[:LATEST]
    newsroom, site = edition.newsroom, edition.site
    newest = edition.articles[0].day if edition.articles else None
    yield Page(
        template="home.html",
        save_as=save_as("/"),
        view=HomeView(
            head=_head(edition),
            lead=teaser(lead, edition, pictured=True) if lead else None,
            latest=tuple(teaser(article, edition) for article in latest),
            sections=tuple(_block(section, edition) for section in newsroom.sections),
            calendar=month_calendar(edition, newest.year, newest.month) if newest else None,
            series=tuple(
                Link(label=s.name, url=f"/dong-su-kien/{s.id}/") for s in newsroom.series.values()
            ),
            standing=tuple(Link(label=p.title, url=p.url) for p in newsroom.standing_pages),
        ),
        search=SearchEntry(
            title=site.name,
            kind="listing",
            summary=site.tagline,
            feed_title=site.name,
            stable_id=stable_id(site, "/"),
        ),
        inputs=tuple(article.path for article in edition.articles[: LATEST + 1]),
    )


def _lead(articles: tuple[Article, ...]) -> Article | None:
    """Choose the newest of the last few that has a picture, else simply the newest."""
    pictured = (article for article in articles[: LATEST + 1] if article.illustration)
    return next(pictured, articles[0] if articles else None)


def _head(edition: Edition) -> Head:
    site = edition.site
    owner = edition.newsroom.agencies[site.owner_id]
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


def _block(section: Section, edition: Edition) -> SectionBlock:
    articles = edition.by_section.get(section.id, ())
    return SectionBlock(
        section=Link(label=section.name, url=section.url),
        description=section.description,
        columns=tuple(Link(label=c.name, url=c.url) for c in section.columns),
        teasers=tuple(teaser(article, edition) for article in articles[:IN_A_SECTION]),
    )
