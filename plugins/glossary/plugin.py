"""When the site is composed: add the page of abbreviations."""

from __future__ import annotations

from plugins.glossary.pages import glossary_pages
from plugins.pelican_bridge.signals import composing


def register() -> None:
    """Take part in composing."""
    composing.connect(glossary_pages)
