"""What every file of the output is made from, beside the content: our code, and the theme."""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from plugins.newsroom.installed import installed_version
from plugins.newsroom.walking import SETTLED

PLUGINS = Path(__file__).resolve().parents[1]
READER = ("newsroom", "vietnamese")
READER_LIBRARIES = (("markdown", "markdown"), ("nh3", "nh3"), ("pyyaml", "yaml"))
LIBRARIES = (
    *READER_LIBRARIES,
    *(("jinja2", "jinja2"), ("markupsafe", "markupsafe"), ("pillow", "PIL")),
    *(("python_docx", "docx"), ("fonttools", "fontTools"), ("lxml", "lxml")),
    ("pypdf", "pypdf"),
)
"""What decides what is written: each as pip names it, and as it is imported."""
TAKEN_IN = re.compile(r"""\{%-?\s*(?:from|extends|include|import)\s+["']([^"']+)["']""")
WORD = re.compile(r"[a-z]+(?:_[a-z]+)*")


class Marks:
    """Digests of whole folders, of one moment; one that lies as it was last seen is not read again.

    Sizes, times and inodes are an accelerator only. A file that was touched within the last
    moments may be touched again within one tick of the clock, and is not trusted.
    """

    def __init__(self, cache: Path, *, shows_drafts: bool = False) -> None:
        """Remember in a cache folder; a preview shows drafts."""
        self.shows_drafts = shows_drafts
        self._path = cache / "dau-thu-muc.json"
        self._known = self._load()
        self._themes: dict[Path, str] = {}

    @cached_property
    def code(self) -> str:
        """Give a digest of our own code and of the libraries that decide what is written."""
        return self._digest(PLUGINS, ".py", _versions(LIBRARIES))

    @cached_property
    def reader(self) -> str:
        """Give a digest of the code and the libraries that decide what reading a text gives."""
        libraries = _versions(READER_LIBRARIES)
        return "".join(self._digest(PLUGINS / name, ".py", libraries) for name in READER)

    @property
    def filing(self) -> str:
        """Give the mark of how texts are filed: what shows drafts is never taken for the site."""
        return f"{self.reader} drafts" if self.shows_drafts else self.reader

    def of_theme(self, theme: Path) -> str:
        """Give a digest of the theme, and of which npm packages are installed beside it."""
        if theme not in self._themes:
            self._themes[theme] = self._digest(theme, "", self.of_packages(theme))
        return self._themes[theme]

    def of_packages(self, theme: Path) -> str:
        """Give a digest of npm's own note of what is installed beside a theme."""
        lock = theme.parent / "node_modules" / ".package-lock.json"
        return hashlib.sha256(lock.read_bytes()).hexdigest() if lock.is_file() else ""

    def _digest(self, root: Path, suffix: str, more: str) -> str:
        files = sorted(_files(str(root), suffix))
        now, latest = time.time_ns(), 0
        lies = hashlib.sha256(more.encode())
        for file in files:
            found = os.stat(file)  # noqa: PTH116 - a path object costs more than the look
            latest = max(latest, found.st_mtime_ns, found.st_ctime_ns)
            note = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
            lies.update(f"{file} {note}\n".encode())
        seen = lies.hexdigest()
        known = self._known.get(str(root))
        if known and known[0] == seen:
            return known[1]
        digest = _read_through(files, str(root), more)
        if now - latest > SETTLED:
            self._known[str(root)] = [seen, digest]
            self._save()
        return digest

    def _save(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        body = json.dumps(self._known)
        fresh = self._path.with_suffix(".moi")
        fresh.write_text(f"{hashlib.sha256(body.encode()).hexdigest()}\n{body}", encoding="utf-8")
        fresh.replace(self._path)

    def _load(self) -> dict[str, list[str]]:
        try:
            seal, _, body = self._path.read_text(encoding="utf-8").partition("\n")
            whole = hashlib.sha256(body.encode()).hexdigest() == seal
            known: dict[str, list[str]] = json.loads(body) if whole else {}
        except (OSError, ValueError):
            return {}
        return known


def _files(folder: str, suffix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files(entry.path, suffix)
            elif entry.name.endswith(suffix):
                yield entry.path


def _read_through(files: Iterable[str], root: str, more: str) -> str:
    whole = hashlib.sha256(more.encode())
    for file in files:
        whole.update(file.removeprefix(root).encode() + b"\0")
        whole.update(hashlib.sha256(Path(file).read_bytes()).digest())
    return whole.hexdigest()


def _versions(libraries: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{name} {installed_version(name, package)}" for name, package in libraries)


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
