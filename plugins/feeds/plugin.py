"""When the site is exported: add feeds, sitemap, robots.txt and the server's maps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.feeds.exports import feed_exports
from plugins.newsroom.edition import Edition
from plugins.newsroom.page import ExportFile, Page
from plugins.pelican_bridge.signals import exporting


def register() -> None:
    """Take part in exporting."""
    exporting.connect(export)


def export(edition: Edition, *, pages: tuple[Page, ...], cache: Path) -> Iterator[ExportFile]:  # noqa: ARG001 - the signal's signature
    """Hand the pages over."""
    return feed_exports(edition, pages)
