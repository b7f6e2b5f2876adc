"""Which articles a feed carries, and its links made good for readers elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from urllib.parse import urljoin

from plugins.feeds.model import Feed, Item
from plugins.newsroom.deferred import Deferred, known
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.site import Site
from plugins.vietnamese.dates import ZONE

LANGUAGE = "vi"
TAG = re.compile(r"""<[A-Za-z](?:"[^"]*"|'[^']*'|[^<>"'])*>""")
ADDRESS = re.compile(r"""(\s(?:href|src)=["'])([/#][^"']*)""")
CANDIDATES = re.compile(r"""(\ssrcset=["'])([^"']*)""")
IN_CANDIDATES = re.compile(r"(^|,\s*)/(?!/)")


def feeds(pages: Iterable[Page], site: Site, publisher: str) -> Iterator[Feed]:
    """Make the feed of every listing page that offers one, in the order of the pages."""
    known = tuple((page, page.search) for page in pages if page.search)
    members = _members(known, site.feed_length)

    @cache
    def item_of(url: str) -> Item:
        return _item(*articles[url], site.url)

    articles = {page.url: (page, entry) for page, entry in known if entry.kind == "article"}
    for page, entry in known:
        if entry.feed_title:
            yield Feed(
                id=entry.stable_id,
                title=entry.feed_title,
                description=entry.summary or entry.title,
                url=site.url + page.url,
                folder=page.url.removeprefix("/"),
                language=LANGUAGE,
                publisher=publisher,
                licence=site.licence,
                licence_url=urljoin(f"{site.url}/", site.licence_url),
                items=tuple(item_of(url) for url in members.get(page.url, ())),
            )


def moment(text: str) -> datetime:
    """Read a moment of a page; a day alone means its first minute in Vietnam."""
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=ZONE)


def absolute_links(html: str, base: str, url: str) -> str:
    """Make links good outside the site: `/…` and `#…` get the host; words stay as they are."""

    def in_tag(tag: re.Match[str]) -> str:
        whole = ADDRESS.sub(lambda found: found[1] + _absolute(found[2], base, url), tag[0])
        return CANDIDATES.sub(
            lambda found: found[1] + IN_CANDIDATES.sub(rf"\g<1>{base}/", found[2]), whole
        )

    return TAG.sub(in_tag, html)


def _absolute(target: str, base: str, url: str) -> str:
    if target.startswith("//"):
        return target
    return base + (url + target if target.startswith("#") else target)


def _html(full: Deferred[str], base: str, url: str) -> str:
    return absolute_links(full.value, base, url)


def _members(known: Iterable[tuple[Page, SearchEntry]], length: int) -> dict[str, list[str]]:
    """Give each listing's newest articles, at most `length` of them, in one pass over all."""
    articles = [(page.url, entry) for page, entry in known if entry.kind == "article"]
    articles.sort(key=lambda found: (-moment(found[1].published).timestamp(), found[0]))
    members: dict[str, list[str]] = {}
    for url, entry in articles:
        for listing in entry.listed_in:
            group = members.setdefault(listing, [])
            if len(group) < length:
                group.append(url)
    return members


def _item(page: Page, entry: SearchEntry, base: str) -> Item:
    return Item(
        id=entry.stable_id,
        url=base + page.url,
        title=entry.title,
        summary=entry.summary,
        content=Deferred(_html, page.full or known(""), base, page.url),
        published=moment(entry.published),
        modified=moment(entry.modified) if entry.modified else None,
        authors=entry.authors,
        tags=entry.tags,
    )
