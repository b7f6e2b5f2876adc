"""The letters of a card: fontsource's subsets merged, since each of them lacks some of ours.

`latin` has no đ, ơ or ư, `vietnamese` has no a; `latin-ext` adds the letters of other languages of
Vietnam (ŏ, ĕ, č). The browser takes them together; Pillow draws from one file.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from plugins.newsroom.keeping import keep, kept, key_of

FOLDER: Final = "phong-chu"
MERGE: Final = "1"
SUBSETS: Final = ("latin", "vietnamese", "latin-ext")


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A face of the theme and its files below `node_modules/`; a `variable` one has weights."""

    name: str
    files: str
    variable: bool


FACES: Final = (
    Face(
        name="title",
        files="@fontsource/faustina/files/faustina-{}-600-normal.woff2",
        variable=False,
    ),
    Face(
        name="text",
        files="@fontsource-variable/source-sans-3/files/source-sans-3-{}-wght-normal.woff2",
        variable=True,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """The font files that a card is drawn with (phông chữ); `digest` names all their bytes."""

    title: Path
    text: Path
    digest: str

    @property
    def mark(self) -> str:
        """Give the digest, wherever the files lie."""
        return self.digest


def lettering(root: Path, cache: Path) -> Lettering:
    """Find the theme's faces below `node_modules/`, merged for Pillow and kept in the cache."""
    subsets = {
        face: [(root / "node_modules" / face.files.format(s)).read_bytes() for s in SUBSETS]
        for face in FACES
    }
    hexes = (data.hex() for datas in subsets.values() for data in datas)
    key = key_of(version("fonttools"), MERGE, *hexes)
    folder = cache / FOLDER
    names = {face: f"{key[:12]}-{face.name}.ttf" for face in FACES}
    if kept(folder, key) is None:
        from plugins.images.exports.merging import merged  # noqa: PLC0415 - brings all of fontTools

        made = {names[face]: merged(subsets[face], variable=face.variable) for face in FACES}
        keep(folder, key, made)
    title, text = (folder / names[face] for face in FACES)
    return Lettering(title=title, text=text, digest=key)
