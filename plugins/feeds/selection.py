"""Which articles a feed carries, and its links made good for readers elsewhere."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from plugins.feeds.model import Feed, Item
from plugins.newsroom.page import SearchEntry
from plugins.newsroom.publication import PageCard, Publication, moment

LANGUAGE = "vi"
TAG = re.compile(r"""<[A-Za-z](?:"[^"]*"|'[^']*'|[^<>"'])*>""")
ADDRESS = re.compile(r"""(\s(?:href|src)=["'])([/#][^"']*)""")
CANDIDATES = re.compile(r"""(\ssrcset=["'])([^"']*)""")
IN_CANDIDATES = re.compile(r"(^|,\s*)/(?!/)")


def feed_of(publication: Publication, save_as: str) -> Feed:
    """Make the feed of a listing page out of the newest articles that the list shows."""
    site, card = publication.site, publication.card(save_as)
    entry = _entry(card)
    return Feed(
        id=entry.stable_id,
        title=entry.feed_title,
        description=entry.summary or entry.title,
        url=site.url + card.url,
        folder=card.url.removeprefix("/"),
        language=LANGUAGE,
        publisher=publication.edition.world.agencies[site.owner_id].name,
        licence=site.licence,
        licence_url=urljoin(f"{site.url}/", site.licence_url),
        items=tuple(
            _item(publication, article)
            for article in publication.group(f"listed {card.url}")[: site.feed_length]
        ),
    )


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


def _item(publication: Publication, save_as: str) -> Item:
    base, card = publication.site.url, publication.card(save_as)
    entry = _entry(card)
    return Item(
        id=entry.stable_id,
        url=base + card.url,
        title=entry.title,
        summary=entry.summary,
        html=absolute_links(publication.html(save_as), base, card.url),
        published=moment(entry.published),
        modified=moment(entry.modified) if entry.modified else None,
        authors=entry.authors,
        tags=entry.tags,
    )


def _entry(card: PageCard) -> SearchEntry:
    if card.search is None:
        raise LookupError(f"{card.save_as} says nothing of itself")
    return card.search
