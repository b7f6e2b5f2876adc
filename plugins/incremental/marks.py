"""What every file of the output is made from, beside the content: our code, and the theme."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

PLUGINS = Path(__file__).resolve().parents[1]
LIBRARIES = ("jinja2", "markupsafe", "markdown", "pillow", "python-docx", "beautifulsoup4", "nh3")
TAKEN_IN = re.compile(r"""\{%-?\s*(?:from|extends|include|import)\s+["']([^"']+)["']""")


def code_mark() -> str:
    """Give a digest of our own code and of the libraries that decide what is written."""
    versions = "".join(f"{name} {version(name)}\n" for name in LIBRARIES)
    return _digest(PLUGINS.rglob("*.py"), PLUGINS, versions)


def theme_mark(theme: Path, packages: Path) -> str:
    """Give a digest of the theme, and of which npm packages are installed beside it."""
    lock = packages / ".package-lock.json"
    installed = hashlib.sha256(lock.read_bytes()).hexdigest() if lock.is_file() else ""
    files = (file for file in theme.rglob("*") if file.is_file())
    return _digest(files, theme, installed)


def template_marks(theme: Path) -> dict[str, str]:
    """Give for each template of `templates/` a digest of it and of all that it takes in."""
    folders = (theme / "templates", theme)
    names = sorted(path.name for path in folders[0].glob("*.html"))
    sources: dict[str, str] = {}
    marks = {}
    for name in names:
        whole = hashlib.sha256()
        for part in sorted(_closure(name, folders, sources)):
            whole.update(f"{part}\0{sources[part]}\0".encode())
        marks[name] = whole.hexdigest()
    return marks


def _closure(name: str, folders: Iterable[Path], sources: dict[str, str]) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        part = waiting.pop()
        if part not in found:
            found.add(part)
            waiting += TAKEN_IN.findall(_source(part, folders, sources))
    return found


def _source(name: str, folders: Iterable[Path], sources: dict[str, str]) -> str:
    if name not in sources:
        places = (folder / name for folder in folders)
        place = next((place for place in places if place.is_file()), None)
        sources[name] = place.read_text(encoding="utf-8") if place else ""
    return sources[name]


def _digest(files: Iterable[Path], root: Path, more: str) -> str:
    whole = hashlib.sha256(more.encode())
    for file in sorted(files):
        whole.update(file.relative_to(root).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()
