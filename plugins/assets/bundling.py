"""Theme files become the few files that are served, each named by its content.

A name changes exactly when the bytes do, so a server may let browsers keep the files for ever.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import rcssmin
import rjsmin

from plugins.newsroom.page import AssetSet, ExportFile

FOLDER = "tai-nguyen"
FIRST_STYLES = ("tokens", "elements", "layout", "prose", "tables")
LAST_STYLES = ("print",)
FIRST_SCRIPT = "first.js"
# What pages load early, by the names under which templates ask for it.
FONTS = {
    "text-font": "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
    "text-font-vietnamese": (
        "@fontsource-variable/source-sans-3/files/source-sans-3-vietnamese-wght-normal.woff2"
    ),
    "heading-font": "@fontsource/faustina/files/faustina-latin-600-normal.woff2",
    "heading-font-vietnamese": "@fontsource/faustina/files/faustina-vietnamese-600-normal.woff2",
}
ADDRESS = re.compile(r'url\("?(?!data:)([^")]+)"?\)')


class MissingPackages(Exception):  # noqa: N818 - it names what is missing, as its message does
    """A file of node_modules is not there (thiếu gói npm); says how to fetch it."""

    def __init__(self, path: Path) -> None:
        """Name the file that was looked for."""
        super().__init__(
            f"{path}: lỗi: thiếu tệp này của gói npm, nên chưa dựng được giao diện. "
            "Chạy `inv set-up` (hay `inv cai-dat`) một lần khi có mạng, rồi dựng lại."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A file with its address on the site (tệp phục vụ)."""

    address: str
    file: ExportFile


def bundle(theme: Path, packages: Path) -> AssetSet:
    """Make everything that pages load out of the theme and of npm's packages."""
    fonts = {path: _font(packages / path) for path in FONTS.values()}
    statics = {path.stem: served(path.name, path.read_bytes()) for path in _files(theme / "static")}
    parts = {
        "stylesheet": served("site.css", _stylesheet(theme, lambda path: fonts[path].address)),
        "script": served("site.js", _script(theme)),
        "first-script": served("first.js", _minified(theme / "scripts" / FIRST_SCRIPT)),
        **statics,
        **{name: fonts[path] for name, path in FONTS.items()},
    }
    return AssetSet(
        names={name: part.address for name, part in parts.items()},
        files=tuple(part.file for part in parts.values()),
    )


def served(name: str, data: bytes) -> Served:
    """Give a file its address: `site.css` becomes `/tai-nguyen/site.3f2a90c1de.css`."""
    stem, _, suffix = name.rpartition(".")
    digest = hashlib.sha256(data).hexdigest()[:10]
    save_as = f"{FOLDER}/{stem}.{digest}.{suffix}"
    return Served(address=f"/{save_as}", file=ExportFile(save_as=save_as, data=data))


def _stylesheet(theme: Path, address_of: Callable[[str], str]) -> bytes:
    text = "\n".join(path.read_text("utf-8") for path in _styles(theme))
    placed = ADDRESS.sub(lambda found: f'url("{address_of(found[1])}")', text)
    return str(rcssmin.cssmin(placed)).encode()


def _styles(theme: Path) -> Iterator[Path]:
    yield from (theme / "styles" / f"{name}.css" for name in FIRST_STYLES)
    yield from _component_files(theme, "style.css")
    yield from (theme / "styles" / f"{name}.css" for name in LAST_STYLES)


def _script(theme: Path) -> bytes:
    """Join the scripts; each keeps its names to itself in a block of its own."""
    own = [path for path in _files(theme / "scripts") if path.name != FIRST_SCRIPT]
    paths = (*own, *_component_files(theme, "script.js"))
    blocks = "".join(f"{{\n{path.read_text('utf-8')}}}\n" for path in paths)
    return str(rjsmin.jsmin(f'"use strict";\n{blocks}')).encode()


def _minified(path: Path) -> bytes:
    return str(rjsmin.jsmin(path.read_text("utf-8"))).encode()


def _font(path: Path) -> Served:
    try:
        return served(path.name, path.read_bytes())
    except FileNotFoundError:
        raise MissingPackages(path) from None


def _component_files(theme: Path, name: str) -> Iterator[Path]:
    folders = _files(theme / "components")
    return (folder / name for folder in folders if (folder / name).is_file())


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())
