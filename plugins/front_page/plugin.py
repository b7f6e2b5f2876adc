"""When the site is composed: add the home page."""

from __future__ import annotations

from plugins.front_page.pages import front_pages
from plugins.pelican_bridge.signals import composing


def register() -> None:
    """Take part in composing."""
    composing.connect(front_pages)
