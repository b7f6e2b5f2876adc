"""What every file of the output is made from, beside the content: our code, and the theme."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

PLUGINS = Path(__file__).resolve().parents[1]
LIBRARIES = ("jinja2", "markupsafe", "markdown", "pillow", "python-docx", "beautifulsoup4", "nh3")
TAKEN_IN = re.compile(r"""\{%-?\s*(?:from|extends|include|import)\s+["']([^"']+)["']""")
WORD = re.compile(r"[a-z]+(?:_[a-z]+)*")


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
    parts = {f.relative_to(theme).as_posix(): f for f in theme.glob("components/*/template.html")}
    parts |= {file.name: file for file in theme.glob("templates/*.html")}
    sources = {name: file.read_text(encoding="utf-8") for name, file in parts.items()}
    return {name: _whole(name, sources) for name in sorted(sources) if "/" not in name}


def _whole(name: str, sources: Mapping[str, str]) -> str:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        part = waiting.pop()
        if part in sources and part not in found:
            found.add(part)
            waiting += _taken_in(sources[part])
    whole = hashlib.sha256()
    for part in sorted(found):
        whole.update(f"{part}\0{sources[part]}\0".encode())
    return whole.hexdigest()


def _taken_in(source: str) -> Iterator[str]:
    """Name what a template may take in: by its file, and a component by any word of its name."""
    yield from TAKEN_IN.findall(source)
    for word in WORD.findall(source):
        yield f"components/{word.replace('_', '-')}/template.html"


def _digest(files: Iterable[Path], root: Path, more: str) -> str:
    whole = hashlib.sha256(more.encode())
    for file in sorted(files):
        whole.update(file.relative_to(root).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()
