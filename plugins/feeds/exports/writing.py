"""A feed written in every format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from plugins.feeds.exports import atom, json_feed, rss
from plugins.feeds.selection import feed_of
from plugins.newsroom.page import ExportFile
from plugins.newsroom.publication import Publication

WRITERS: Final = (atom.atom, rss.rss, json_feed.json_feed)


def written(publication: Publication, save_as: str) -> Iterator[ExportFile]:
    """Write the feed of a listing page."""
    feed = feed_of(publication, save_as)
    return (write(feed) for write in WRITERS)
