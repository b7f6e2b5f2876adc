"""What every file of the output is made from, beside the content: our code, and the theme."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

PLUGINS = Path(__file__).resolve().parents[1]
LIBRARIES = ("jinja2", "markupsafe", "markdown", "pillow", "python-docx", "beautifulsoup4", "nh3")


def code_mark() -> str:
    """Give a digest of our own code and of the libraries that decide what is written."""
    versions = "".join(f"{name} {version(name)}\n" for name in LIBRARIES)
    return _digest(PLUGINS.rglob("*.py"), PLUGINS, versions)


def template_mark(theme: Path) -> str:
    """Give a digest of every template of the theme."""
    return _digest(theme.rglob("*.html"), theme, "")


def _digest(files: Iterable[Path], root: Path, more: str) -> str:
    whole = hashlib.sha256(more.encode())
    for file in sorted(files):
        whole.update(file.relative_to(root).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()
