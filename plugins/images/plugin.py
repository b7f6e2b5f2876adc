"""When the content has passed the gate, develop its pictures; at the end, serve what is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from plugins.newsroom.model import FileBeside
from plugins.newsroom.picture import Rendition
from plugins.newsroom.problem import Problem
from plugins.newsroom.stages import develop_with, make_files


def register() -> None:
    """Take part in developing and exporting."""
    develop_with("picture", develop)
    make_files("plugins.images.exports", pictures="PICTURES", cards="SHARED_CARDS")


def develop(
    pictures: Sequence[FileBeside], *, cache: Path, workers: int
) -> Mapping[str, Rendition | Problem]:
    """Hand pictures over."""
    from plugins.images.developing import developed  # noqa: PLC0415 - brings Pillow

    return developed(pictures, cache=cache, workers=workers)
