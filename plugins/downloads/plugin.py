"""When the site's files are exported, save each article beside its page."""

from __future__ import annotations

from plugins.downloads.exports import article_exports
from plugins.pelican_bridge.signals import exporting


def register() -> None:
    """Take part in exporting."""
    exporting.connect(article_exports)
