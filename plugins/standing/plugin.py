"""When the site is composed: add the standing pages."""

from __future__ import annotations

from plugins.newsroom.stages import make_pages


def register() -> None:
    """Take part in composing."""
    make_pages(
        "plugins.standing.pages",
        standing_pages="STANDING",
        site_map="SITE_MAP_PAGE",
        not_found="NOT_FOUND",
    )
