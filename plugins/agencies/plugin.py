"""When the site is composed: add agencies and localities."""

from __future__ import annotations

from plugins.newsroom.stages import make_pages


def register() -> None:
    """Take part in composing."""
    make_pages(
        "plugins.agencies.pages",
        agencies="AGENCY_DIRECTORY",
        agency="AGENCY",
        localities="LOCALITY_DIRECTORY",
        locality="LOCALITY",
    )
