"""The picture that the components' examples show, served beside the review page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.assets.pages import URL
from plugins.newsroom.page import ExportFile


def review_exports(theme: Path) -> Iterator[ExportFile]:
    """Give every file that the examples refer to by its fixed address."""
    for path in sorted((theme / "examples").iterdir()):
        yield ExportFile(save_as=f"{URL[1:]}{path.name}", data=path.read_bytes())
