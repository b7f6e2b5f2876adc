"""When the site is composed: add sections and columns."""

from __future__ import annotations

from plugins.newsroom.stages import make_pages


def register() -> None:
    """Take part in composing."""
    make_pages(
        "plugins.columns.pages",
        sections="SECTIONS",
        columns="COLUMNS",
        column_years="COLUMN_YEARS",
        column_agencies="COLUMN_AGENCIES",
    )
