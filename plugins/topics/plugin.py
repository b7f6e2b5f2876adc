"""When the site is composed: add tags and series."""

from __future__ import annotations

from plugins.pelican_bridge.signals import composing
from plugins.topics.pages import topic_pages


def register() -> None:
    """Take part in composing."""
    composing.connect(topic_pages)
