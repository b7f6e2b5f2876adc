"""The article page: everything that a reader finds around the text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import TypedDict

from plugins.articles.kinship import neighbours, related
from plugins.newsroom import addresses
from plugins.newsroom.body_text import body_of
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily
from plugins.newsroom.heads import HOME, breadcrumb_list, save_as
from plugins.newsroom.model import Article
from plugins.newsroom.naming import name_on
from plugins.newsroom.news_article import CARD, article_entry, news_article
from plugins.newsroom.page import Page
from plugins.newsroom.teasers import home_column, picture, teaser
from plugins.newsroom.view import ArticleView
from plugins.newsroom.view_parts import AgencyName, Figure, Head, Link, Note, Rating
from plugins.newsroom.world import World
from plugins.vietnamese.dates import Moment, iso, long_date, month_name, short_date

SAVES = (("bai-viet.docx", "Tệp Word (.docx)"), ("bai-viet.txt", "Văn bản thuần (.txt)"))


def _pages(edition: Edition, path: str) -> Iterator[Page]:
    """Compose the page of one published article."""
    headline = edition.headline(path)
    yield Page(
        template="article.html",
        save_as=save_as(headline.url),
        view=_view(edition, edition.article(path)),
        search=article_entry(headline, edition.world),
        source=path,
    )


ARTICLES = PageFamily(keys=lambda edition: edition.paths("published"), pages=_pages)


def _view(edition: Edition, article: Article) -> ArticleView:
    world = edition.world
    newer, older = neighbours(edition, article)
    body, head = body_of(article, world), _head(article, world)
    return ArticleView(
        head=head,
        title=article.title,
        date_text=long_date(article.published),
        iso=head.published,
        summary=article.summary,
        updated=_note(article.modified, "") if article.modified else None,
        corrections=tuple(_note(c.moment, c.text) for c in article.corrections),
        lead=_lead(article, world),
        body=body.html,
        terms=body.terms,
        authors=article.authors,
        source_credit=article.source_credit,
        source_url=article.source_url,
        column=home_column(article, world),
        documents=article.documents,
        **_filed(article, world),
        saves=tuple(Link(label=label, url=head.url + name) for name, label in SAVES),
        dates=_dates(article.day),
        newer=_link(edition, newer),
        older=_link(edition, older),
        related=tuple(teaser(edition.headline(o), world) for o in related(edition, article)),
        rating=_rating(head.url, world),
    )


class _Filed(TypedDict):
    """Where an article is filed beside its home column."""

    other_columns: tuple[Link, ...]
    agencies: tuple[AgencyName, ...]
    localities: tuple[AgencyName, ...]
    tags: tuple[Link, ...]
    series: Link | None


def _filed(article: Article, world: World) -> _Filed:
    agencies, localities = world.agencies, world.localities
    columns = [world.columns[key] for key in dict.fromkeys(article.columns)]
    series = world.series[article.series] if article.series else None
    return _Filed(
        other_columns=tuple(Link(label=c.name, url=c.url) for c in columns[1:]),
        agencies=tuple(
            name_on(agencies[key], agencies, world.exists) for key in article.agency_ids
        ),
        localities=tuple(
            name_on(localities[key], localities, world.exists) for key in article.locality_ids
        ),
        tags=tuple(Link(label=world.tags[t].name, url=addresses.tag(t)) for t in article.tags),
        series=Link(label=series.name, url=addresses.series(series.id)) if series else None,
    )


def _link(edition: Edition, path: str | None) -> Link | None:
    if path is None:
        return None
    headline = edition.headline(path)
    return Link(label=headline.title, url=headline.url)


def _head(article: Article, world: World) -> Head:
    url, published = article.url, iso(article.published)
    modified = iso(article.modified) if article.modified else ""
    section = article.columns[0][0]
    above = Link(label=world.section_names[section], url=f"/{section}/")
    crumbs = (HOME, above, home_column(article, world))
    return Head(
        title=article.title,
        description=article.summary,
        url=url,
        lang=article.lang,
        kind="article",
        crumbs=crumbs,
        card=url + CARD,
        structured=(
            news_article(article, world, url=url, published=published, modified=modified),
            breadcrumb_list(world.site, crumbs, article.title, url),
        ),
        published=published,
        modified=modified,
    )


def _lead(article: Article, world: World) -> Figure | None:
    lead = article.illustration
    if lead is None:
        return None
    return Figure(
        picture=picture(world.rendition(lead.path), lead.alt, lazy=False),
        caption=lead.caption,
        credit=lead.credit,
        illustrative=lead.illustrative,
    )


def _note(moment: Moment, text: str) -> Note:
    return Note(date_text=long_date(moment), iso=iso(moment), text=text)


@lru_cache(maxsize=64)
def _dates(day: date) -> tuple[Link, ...]:
    labels = (f"Ngày {short_date(day)}", month_name(day.year, day.month), f"Năm {day.year}")
    places = zip(labels, addresses.archive_of(day), strict=True)
    return tuple(Link(label=label, url=url) for label, url in places)


def _rating(url: str, world: World) -> Rating | None:
    endpoint = world.site.rating_endpoint
    return Rating(endpoint=endpoint, subject=url) if endpoint else None
