"""When the content has passed the gate, develop its pictures; at the end, serve what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.images.developing import developed
from plugins.images.exports import card_exports, picture_exports
from plugins.newsroom.edition import Edition
from plugins.newsroom.page import ExportFile, Page
from plugins.pelican_bridge.signals import developing, exporting

ROOT = Path(__file__).resolve().parents[2]


def register() -> None:
    """Take part in developing and exporting."""
    developing.connect(developed)
    exporting.connect(_export)


def _export(edition: Edition, *, pages: tuple[Page, ...], cache: Path) -> Iterator[ExportFile]:
    yield from picture_exports(edition, cache=cache)
    yield from card_exports(edition, pages=pages, cache=cache, root=ROOT)
