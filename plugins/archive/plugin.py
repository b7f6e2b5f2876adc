"""When the site is composed: add the archive."""

from __future__ import annotations

from plugins.archive.pages import DAY, MONTH, YEAR, YEARS
from plugins.newsroom.stages import make_pages


def register() -> None:
    """Take part in composing."""
    make_pages(YEARS, YEAR, MONTH, DAY)
