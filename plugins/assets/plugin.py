"""When the site is dressed: bundle the theme; when it is composed: review the components."""

from __future__ import annotations

from pathlib import Path

from plugins.newsroom.page import AssetSet
from plugins.newsroom.stages import dress_with, make_files, make_pages


def register() -> None:
    """Take part in dressing, composing and exporting."""
    dress_with(_dress)
    make_pages("plugins.assets.pages", review="REVIEW")
    make_files("plugins.assets.exports", examples="EXAMPLES")


def _dress(*, theme: Path, root: Path) -> AssetSet:
    from plugins.assets.bundling import bundle  # noqa: PLC0415 - only when the theme has changed

    return bundle(theme, root / "node_modules")
