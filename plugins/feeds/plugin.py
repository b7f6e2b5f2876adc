"""When the site is exported: add feeds, sitemap, robots.txt and the server's maps."""

from __future__ import annotations

from plugins.newsroom.stages import make_files


def register() -> None:
    """Take part in exporting."""
    make_files(
        "plugins.feeds.exports",
        feeds="FEEDS",
        sitemap="SITEMAP",
        sitemap_index="SITEMAP_INDEX",
        robots="ROBOTS",
        server_maps="SERVER_MAPS",
    )
