"""When the site is composed: add corrections, withdrawals and old addresses."""

from __future__ import annotations

from plugins.corrections.pages import CORRECTED, MOVED, WITHDRAWN
from plugins.newsroom.stages import make_pages


def register() -> None:
    """Take part in composing."""
    make_pages(CORRECTED, WITHDRAWN, MOVED)
