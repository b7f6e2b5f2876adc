"""What lies in a folder, and what each file's bytes come to (soi tệp)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

AT_ONCE: Final = 2


def found_in(folder: str, inside: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Give every file, link and device below a folder, and what the disk says of it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{inside}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from found_in(entry.path, f"{name}/")
            else:
                yield name, entry.stat(follow_symlinks=False)


def digests(folder: Path, names: Sequence[str]) -> dict[str, str]:
    """Give the SHA-256 of some files; tens of thousands in few pieces of work."""
    root = str(folder)

    def some(chunk: Sequence[str]) -> list[tuple[str, str]]:
        return [(name, _digest(f"{root}/{name}")) for name in chunk]

    with ThreadPoolExecutor(AT_ONCE) as crew:
        pieces = crew.map(some, [names[at::AT_ONCE] for at in range(AT_ONCE)])
        return dict(pair for piece in pieces for pair in piece)


def _digest(file: str) -> str:
    number = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        with open(number, "rb", buffering=0, closefd=False) as opened:
            return hashlib.sha256(opened.read()).hexdigest()
    finally:
        os.close(number)
