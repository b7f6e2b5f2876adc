"""Before anything is written: ask every rule."""

from __future__ import annotations

from plugins.checking.table import CHECKS
from plugins.newsroom.stages import check_with


def register() -> None:
    """Take part in checking."""
    check_with(CHECKS)
