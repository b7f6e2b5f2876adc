"""When the site is composed: add agencies and localities."""

from __future__ import annotations

from plugins.agencies.pages import agency_pages, locality_pages
from plugins.pelican_bridge.signals import composing


def register() -> None:
    """Take part in composing."""
    composing.connect(agency_pages)
    composing.connect(locality_pages)
