"""Before anything is written: ask every rule."""

from __future__ import annotations

from plugins.checking.table import check
from plugins.pelican_bridge.signals import checking


def register() -> None:
    """Take part in checking."""
    checking.connect(check)
