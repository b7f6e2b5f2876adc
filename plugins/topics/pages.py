"""The pages of tags and series; a topic without an article has a page that says so."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom import addresses
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily
from plugins.newsroom.listing_pages import Listing, listing_pages
from plugins.newsroom.page import Page


def _tag(edition: Edition, key: str) -> Iterator[Page]:
    topic = edition.world.tags[key]
    listing = Listing(
        title=topic.name,
        description=topic.description or f"Thẻ «{topic.name}».",
        url=addresses.tag(key),
        crumbs=(),
        articles=edition.group(f"tag {key}"),
        empty="Thẻ này chưa có tin, bài.",
    )
    yield from listing_pages(listing, edition.world)


def _series(edition: Edition, key: str) -> Iterator[Page]:
    topic = edition.world.series[key]
    listing = Listing(
        title=topic.name,
        description=topic.description or f"Dòng sự kiện «{topic.name}».",
        url=addresses.series(key),
        crumbs=(),
        articles=edition.group(f"series {key}"),
        has_feed=True,
        empty="Dòng sự kiện này chưa có tin, bài.",
    )
    yield from listing_pages(listing, edition.world)


TAGS = PageFamily(name="tags", keys=lambda edition: list(edition.world.tags), pages=_tag)
SERIES = PageFamily(name="series", keys=lambda edition: list(edition.world.series), pages=_series)
