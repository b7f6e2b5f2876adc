"""When the site is composed: add the home page."""

from __future__ import annotations

from plugins.newsroom.stages import make_pages


def register() -> None:
    """Take part in composing."""
    make_pages(
        "plugins.front_page.pages",
        home="HOME_PAGE",
    )
