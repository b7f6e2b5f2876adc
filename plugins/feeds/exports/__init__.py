"""Everything that this feature writes, out of the site's Pages alone."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.feeds.exports.atom import atom
from plugins.feeds.exports.json_feed import json_feed
from plugins.feeds.exports.rss import rss
from plugins.feeds.exports.server_maps import server_maps
from plugins.feeds.exports.sitemap import robots, sitemap
from plugins.feeds.selection import feeds
from plugins.newsroom.edition import Edition
from plugins.newsroom.page import ExportFile, Page

FORMATS = (atom, rss, json_feed)


def feed_exports(edition: Edition, pages: tuple[Page, ...]) -> Iterator[ExportFile]:
    """Yield feeds, sitemap, robots.txt and the server's maps."""
    site = edition.site
    publisher = edition.newsroom.agencies[site.owner_id].name
    for feed in feeds(pages, site, publisher):
        yield from (write(feed) for write in FORMATS)
    yield from sitemap(pages, site.url)
    yield robots(site.url)
    yield from server_maps(pages)
