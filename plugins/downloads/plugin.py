"""When the site's files are exported, save each article beside its page."""

from __future__ import annotations

from plugins.newsroom.stages import make_files


def register() -> None:
    """Take part in exporting."""
    make_files("plugins.downloads.exports", saved_articles="ARTICLES")
