"""When the site is composed: add the archive."""

from __future__ import annotations

from plugins.newsroom.stages import make_pages


def register() -> None:
    """Take part in composing."""
    make_pages(
        "plugins.archive.pages",
        years="YEARS",
        year="YEAR",
        month="MONTH",
        day="DAY",
    )
