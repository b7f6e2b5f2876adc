"""When the site is composed: add the standing pages."""

from __future__ import annotations

from plugins.newsroom.stages import make_pages
from plugins.standing.pages import NOT_FOUND, SITE_MAP_PAGE, STANDING


def register() -> None:
    """Take part in composing."""
    make_pages(STANDING, SITE_MAP_PAGE, NOT_FOUND)
