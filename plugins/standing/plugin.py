"""When the site is composed: add the standing pages."""

from __future__ import annotations

from plugins.pelican_bridge.signals import composing
from plugins.standing.pages import standing_pages


def register() -> None:
    """Take part in composing."""
    composing.connect(standing_pages)
