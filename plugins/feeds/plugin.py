"""When the site is exported: add feeds, sitemap, robots.txt and the server's maps."""

from __future__ import annotations

from plugins.feeds.exports import FEEDS, ROBOTS, SERVER_MAPS, SITEMAP, SITEMAP_INDEX
from plugins.newsroom.stages import make_files


def register() -> None:
    """Take part in exporting."""
    make_files(FEEDS, SITEMAP, SITEMAP_INDEX, ROBOTS, SERVER_MAPS)
