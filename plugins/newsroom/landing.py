"""Every place of the site that a link may lead to (điểm đến)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from plugins.newsroom import addresses
from plugins.newsroom.model import Article, Newsroom
from plugins.vietnamese.dates import ZONE

ALWAYS = datetime(1, 1, 2, tzinfo=ZONE)
STATES = {"draft": "bài nháp", "withdrawn": "bài đã gỡ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """A page that a link may lead to.

    `path` is its source below `content/`, empty for pages that the site makes itself; `shown_from`
    is the minute from which readers see it, or None for never, and `state` then says why.
    """

    url: str
    path: str = ""
    anchors: tuple[str, ...] = ()
    shown_from: datetime | None = ALWAYS
    state: str = ""


def landings(newsroom: Newsroom) -> Iterator[Landing]:
    """Give every page of the site once that is no further page of a list."""
    yield from map(_text, newsroom.articles)
    for page in newsroom.standing_pages:
        yield Landing(url=page.url, path=page.path, anchors=page.body.anchors)
    for url in _made_by_the_site(newsroom):
        yield Landing(url=url)


def _text(article: Article) -> Landing:
    return Landing(
        url=article.url,
        path=article.path,
        anchors=article.body.anchors,
        shown_from=None if article.status in STATES else article.published.at,
        state=STATES.get(article.status, ""),
    )


def _made_by_the_site(newsroom: Newsroom) -> Iterator[str]:
    yield from addresses.GENERATED
    for section in newsroom.sections:
        yield section.url
        yield from (column.url for column in section.columns)
    yield from (agency.url for agency in newsroom.agencies.values())
    yield from (locality.url for locality in newsroom.localities.values())
    yield from map(addresses.tag, newsroom.tags)
    yield from map(addresses.series, newsroom.series)
    shown = [a for a in newsroom.articles if a.status == "published"]
    listed = (_lists_of(a) for a in shown if a.published.at <= newsroom.now)
    yield from dict.fromkeys(chain.from_iterable(listed))


def _lists_of(article: Article) -> Iterator[str]:
    """Give the lists that exist because of this article: its days, its columns' facets."""
    yield from addresses.archive_of(article.day)
    for section, column in article.columns:
        base = f"/{section}/{column}/"
        yield addresses.year_facet(base, article.day.year)
        yield from (addresses.agency_facet(base, agency) for agency in article.agency_ids)
