"""Everything that this feature writes, out of the site's Pages alone."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.feeds.exports import atom, json_feed, rss
from plugins.feeds.exports.server_maps import server_maps
from plugins.feeds.exports.sitemap import robots, sitemap
from plugins.feeds.model import Feed
from plugins.feeds.selection import feeds
from plugins.newsroom.deferred import Deferred
from plugins.newsroom.edition import Edition
from plugins.newsroom.page import ExportFile, Page

FORMATS = {atom.NAME: atom.atom, rss.NAME: rss.rss, json_feed.NAME: json_feed.json_feed}


def feed_exports(edition: Edition, pages: tuple[Page, ...]) -> Iterator[ExportFile]:
    """Yield feeds, sitemap, robots.txt and the server's maps."""
    site = edition.site
    publisher = edition.world.agencies[site.owner_id].name
    for feed in feeds(pages, site, publisher):
        for name in FORMATS:
            yield ExportFile(save_as=feed.folder + name, made=Deferred(_written, name, feed))
    yield from sitemap(pages, site.url)
    yield robots(site.url)
    yield from server_maps(pages)


def _written(name: str, feed: Feed) -> bytes:
    return FORMATS[name](feed).data
