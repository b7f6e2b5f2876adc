"""When the site is composed: add the articles."""

from __future__ import annotations

from plugins.articles.pages import article_pages
from plugins.pelican_bridge.signals import composing


def register() -> None:
    """Take part in composing."""
    composing.connect(article_pages)
