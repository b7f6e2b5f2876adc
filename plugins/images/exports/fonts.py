"""The letters of a card: fontsource's subsets merged, since each of them lacks some of ours.

`latin` has no đ, ơ or ư, `vietnamese` has no a; `latin-ext` adds the letters of other languages of
Vietnam (ŏ, ĕ, č). The browser takes them together; Pillow draws from one file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from plugins.newsroom.installed import installed_version
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Subset:
    """A font file as it lies on this machine, told from another state by its size and time."""

    face: Face
    path: Path
    size: int
    time: int


def lettering(root: Path, cache: Path) -> Lettering:
    """Find the theme's faces below `node_modules/`, merged for Pillow and kept in the cache."""
    subsets = tuple(
        _subset(face, root / "node_modules" / face.files.format(name))
        for face in FACES
        for name in SUBSETS
    )
    key = _key(subsets)
    folder = cache / FOLDER
    names = {face: f"{key[:12]}-{face.name}.ttf" for face in FACES}
    if kept(folder, key) is None:
        keep(folder, key, {names[face]: _merged(face, subsets) for face in FACES})
    title, text = (folder / names[face] for face in FACES)
    return Lettering(title=title, text=text, digest=key)


def _subset(face: Face, path: Path) -> _Subset:
    stat = path.stat()
    return _Subset(face=face, path=path, size=stat.st_size, time=stat.st_mtime_ns)


@cache
def _key(subsets: tuple[_Subset, ...]) -> str:
    """Name all bytes; files that lie as they did a card ago are not read again."""
    hexes = (subset.path.read_bytes().hex() for subset in subsets)
    return key_of(installed_version("fonttools", "fontTools"), MERGE, *hexes)


def _merged(face: Face, subsets: tuple[_Subset, ...]) -> bytes:
    from plugins.images.exports.font_merging import merged  # noqa: PLC0415 - slow to import

    datas = [subset.path.read_bytes() for subset in subsets if subset.face == face]
    return merged(datas, variable=face.variable)
