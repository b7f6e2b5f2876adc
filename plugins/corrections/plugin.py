"""When the site is composed: add corrections, withdrawals and old addresses."""

from __future__ import annotations

from plugins.corrections.pages import correction_pages
from plugins.pelican_bridge.signals import composing


def register() -> None:
    """Take part in composing."""
    composing.connect(correction_pages)
