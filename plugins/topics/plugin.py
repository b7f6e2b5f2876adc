"""When the site is composed: add tags and series."""

from __future__ import annotations

from plugins.newsroom.stages import make_pages


def register() -> None:
    """Take part in composing."""
    make_pages(
        "plugins.topics.pages",
        tags="TAGS",
        series="SERIES",
    )
