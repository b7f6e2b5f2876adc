"""When the site is composed: add sections and columns."""

from __future__ import annotations

from plugins.columns.pages import column_pages
from plugins.pelican_bridge.signals import composing


def register() -> None:
    """Take part in composing."""
    composing.connect(column_pages)
