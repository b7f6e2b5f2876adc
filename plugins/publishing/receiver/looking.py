"""What lies in a folder, and what each file's bytes come to (soi tệp).

A file whose inode and time of change (`ctime`, which no program can set) are those of an earlier
look has not been touched since: its digest is still the one of then. So a release of tens of
thousands of files, of which a few have just arrived, is looked at in a moment.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

AT_ONCE: Final = 2


class Looked(NamedTuple):
    """A file as it was when its bytes were read: inode, time of change (ns), SHA-256 in hex."""

    inode: int
    changed: int
    sha256: str


NOTHING: Final[Mapping[str, Looked]] = MappingProxyType({})


def found_in(folder: str, inside: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Give every file, link and device below a folder, and what the disk says of it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{inside}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from found_in(entry.path, f"{name}/")
            else:
                yield name, entry.stat(follow_symlinks=False)


def digests(
    folder: Path, found: Mapping[str, os.stat_result], looked_at: Mapping[str, Looked] = NOTHING
) -> dict[str, str]:
    """Give the SHA-256 of some files; only those are read that were touched since a look."""
    known = {name: one.sha256 for name, one in looked_at.items() if _is_still(one, found.get(name))}
    return known | _read(str(folder), [name for name in found if name not in known])


def remember(folder: Path, memory: Path) -> None:
    """Look into every file of a folder, and write down what was seen."""
    found = dict(found_in(str(folder)))
    seen = digests(folder, found)
    told = {name: (found[name].st_ino, found[name].st_ctime_ns, seen[name]) for name in found}
    fresh = memory.with_name(f"{memory.name}.moi")
    fresh.write_text(json.dumps(told), "utf-8")
    fresh.replace(memory)


def remembered(memory: Path) -> Mapping[str, Looked]:
    """Give what was seen; nothing when it was not written down, or cannot be read."""
    try:
        return {name: Looked(*one) for name, one in json.loads(memory.read_bytes()).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return NOTHING


def _is_still(one: Looked, stat: os.stat_result | None) -> bool:
    return stat is not None and (stat.st_ino, stat.st_ctime_ns) == (one.inode, one.changed)


def _read(root: str, names: Iterable[str]) -> dict[str, str]:
    """Read files: tens of thousands in few pieces of work."""

    def some(chunk: list[str]) -> list[tuple[str, str]]:
        return [(name, _digest(f"{root}/{name}")) for name in chunk]

    wanted = list(names)
    with ThreadPoolExecutor(AT_ONCE) as crew:
        pieces = crew.map(some, [wanted[at::AT_ONCE] for at in range(AT_ONCE)])
        return dict(pair for piece in pieces for pair in piece)


def _digest(file: str) -> str:
    number = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        with open(number, "rb", buffering=0, closefd=False) as opened:
            return hashlib.sha256(opened.read()).hexdigest()
    finally:
        os.close(number)
