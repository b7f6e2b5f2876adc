"""When the site is composed: add agencies and localities."""

from __future__ import annotations

from plugins.agencies.pages import AGENCY, AGENCY_DIRECTORY, LOCALITY, LOCALITY_DIRECTORY
from plugins.newsroom.stages import make_pages


def register() -> None:
    """Take part in composing."""
    make_pages(AGENCY_DIRECTORY, AGENCY, LOCALITY_DIRECTORY, LOCALITY)
