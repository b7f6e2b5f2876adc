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


FEEDS = FileFamily(keys=_listings, files=feed_files)
SITEMAP = FileFamily(keys=_parts, files=sitemap_shards)
SITEMAP_INDEX = FileFamily(keys=one, files=sitemap_index)
ROBOTS = FileFamily(keys=one, files=robots)
SERVER_MAPS = FileFamily(keys=_maps, files=server_map)
