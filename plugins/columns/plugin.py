"""When the site is composed: add sections and columns."""

from __future__ import annotations

from plugins.columns.pages import COLUMN_AGENCIES, COLUMN_YEARS, COLUMNS, SECTIONS
from plugins.newsroom.stages import make_pages


def register() -> None:
    """Take part in composing."""
    make_pages(SECTIONS, COLUMNS, COLUMN_YEARS, COLUMN_AGENCIES)
