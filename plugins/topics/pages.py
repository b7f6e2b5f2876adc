"""The pages of tags and series; a topic without an article has a page that says so."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom import addresses
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily
from plugins.newsroom.listing import parted
from plugins.newsroom.listing_pages import Listing, keys_of_pages, listing_page
from plugins.newsroom.page import Page


def _tag(edition: Edition, page: str) -> Iterator[Page]:
    key, number = parted(page)
    topic = edition.world.tags[key]
    listing = Listing(
        title=topic.name,
        description=topic.description or f"Thẻ «{topic.name}».",
        url=addresses.tag(key),
        crumbs=(),
        articles=edition.group(f"tag {key}"),
        empty="Thẻ này chưa có tin, bài.",
    )
    yield listing_page(listing, edition.world, number)


def _series(edition: Edition, page: str) -> Iterator[Page]:
    key, number = parted(page)
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
    yield listing_page(listing, edition.world, number)


TAGS = PageFamily(keys=lambda e: keys_of_pages(e, "tag", e.world.tags), pages=_tag)
SERIES = PageFamily(keys=lambda e: keys_of_pages(e, "series", e.world.series), pages=_series)
