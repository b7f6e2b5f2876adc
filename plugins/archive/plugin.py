"""When the site is composed: add the archive."""

from __future__ import annotations

from plugins.archive.pages import archive_pages
from plugins.pelican_bridge.signals import composing


def register() -> None:
    """Take part in composing."""
    composing.connect(archive_pages)
