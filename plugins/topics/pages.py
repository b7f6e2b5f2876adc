"""The pages of tags and series; a topic without an article has a page that says so."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.edition import Edition
from plugins.newsroom.listing_pages import Listing, listing_pages
from plugins.newsroom.page import Page


def topic_pages(edition: Edition) -> Iterator[Page]:
    """Compose a list for every tag and every series."""
    world = edition.world
    kinds = (
        ("the", "Thẻ", world.tags, edition.by_tag),
        ("dong-su-kien", "Dòng sự kiện", world.series, edition.by_series),
    )
    for segment, kind, topics, articles in kinds:
        for topic in topics.values():
            listing = Listing(
                title=topic.name,
                description=topic.description or f"{kind} «{topic.name}».",
                url=f"/{segment}/{topic.id}/",
                crumbs=(),
                articles=articles.get(topic.id, ()),
                has_feed=segment == "dong-su-kien",
                empty=f"{kind} này chưa có tin, bài.",
                inputs=(topic.spot.path,),
            )
            yield from listing_pages(listing, world)
