"""Small releases that arrive at a store, without a build."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from plugins.publishing.listing import Entry
from plugins.publishing.receiver.lines import write_lines
from plugins.publishing.receiver.release import MANIFEST
from plugins.publishing.receiver.store import Store
from plugins.publishing.receiver.words import Said

FIRST = {"index.html": "một", "tin/index.html": "tin một", "tai-nguyen/site.1111.css": "a{}"}
SECOND = {"index.html": "hai", "tin/index.html": "tin hai", "tai-nguyen/site.2222.css": "b{}"}


def name_of(sequence: int, minute: int = 0) -> str:
    """Name a release."""
    return f"{sequence:08}-20261124T00{minute:02}-{sequence:012x}"


def arrive(store: Store, name: str, files: Mapping[str, str]) -> Path:
    """Let a release arrive as rsync leaves it: its files are written, nothing is checked."""
    return written(store.incoming / name, name, files)


def written(place: Path, name: str, files: Mapping[str, str]) -> Path:
    """Write the files of a release and its manifest into a folder."""
    for path, text in files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).unlink(missing_ok=True)
        (place / path).write_text(text, encoding="utf-8")
    said: Said = {
        "version": 1,
        "site": "https://mau.example",
        "sequence": int(name[:8]),
        "commit": name[-12:] * 3 + "0000",
        "by": "Người thử",
        "built": f"2026-11-24T00:{name[-15:-13]}:00+00:00",
        "expires": "2026-12-01T00:00:00+00:00",
        "files": {},
    }
    lines = (
        Entry(hashlib.sha256(text.encode()).hexdigest(), len(text.encode()), "text/html").line(path)
        for path, text in files.items()
    )
    (place / MANIFEST).parent.mkdir(exist_ok=True)
    (place / MANIFEST).write_bytes(write_lines(said, lines))
    return place


def released(store: Store, name: str, files: Mapping[str, str]) -> None:
    """Let a release arrive and become live."""
    arrive(store, name, files)
    store.activate(name, store.live)
    store.tidy()


def shown(root: Path) -> dict[str, str]:
    """Give what a web server would show: the files below `current`."""
    live = root / "current"
    return {
        path.relative_to(live).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(live.rglob("*"))
        if path.is_file() and not path.relative_to(live).as_posix().startswith(".")
    }
