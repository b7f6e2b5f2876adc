"""Everything that this feature writes, out of what the site's pages say of themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.feeds.exports.server_maps import MAPS, server_map
from plugins.feeds.exports.sitemap import robots, sitemap_index, sitemap_shards
from plugins.newsroom.family import FileFamily, one
from plugins.newsroom.page import ExportFile
from plugins.newsroom.publication import Publication


def feed_files(publication: Publication, save_as: str) -> Iterator[ExportFile]:
    """Write the feed of a listing page in every format."""
    from plugins.feeds.exports.writing import written  # noqa: PLC0415 - brings `email`, slow

    return written(publication, save_as)


def _listings(publication: Publication) -> Sequence[str]:
    return publication.group("feeds")


def _parts(publication: Publication) -> Sequence[str]:
    return publication.keys("part")


def _maps(_: Publication) -> Sequence[str]:
    return MAPS


FEEDS = FileFamily(name="feeds", keys=_listings, files=feed_files)
SITEMAP = FileFamily(name="sitemap", keys=_parts, files=sitemap_shards)
SITEMAP_INDEX = FileFamily(name="sitemap-index", keys=one, files=sitemap_index)
ROBOTS = FileFamily(name="robots", keys=one, files=robots)
SERVER_MAPS = FileFamily(name="server-maps", keys=_maps, files=server_map)
