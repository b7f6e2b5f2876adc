"""When the site is composed: add corrections, withdrawals and old addresses."""

from __future__ import annotations

from plugins.newsroom.stages import make_pages


def register() -> None:
    """Take part in composing."""
    make_pages(
        "plugins.corrections.pages",
        corrections="CORRECTED",
        withdrawn="WITHDRAWN",
        moved="MOVED",
    )
