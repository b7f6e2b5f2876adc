"""A walk through a content folder that opens nothing that lies as it is known to (đi một vòng)."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass

SETTLED = 2_000_000_000
"""How old a change must be before its time is trusted (ns): clocks tick in up to two seconds."""

Note = tuple[int, int, int, int]
"""How a file lies: its size, two times (ns) and inode."""

Known = tuple[int, int, int, int, int]
"""A file's number, and how it lay when it was last read."""


def read_plain(place: str) -> tuple[os.stat_result, bytes]:
    """Read a file and how it lies, of one moment; raises OSError, for a symlink too.

    A file object costs as much as the reading.
    """
    file = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        lies, parts = os.fstat(file), []
        while part := os.read(file, lies.st_size + 1):
            parts.append(part)
        return lies, b"".join(parts)
    finally:
        os.close(file)


def walk(
    content: str, folder: str, known: Mapping[str, Known], seen: set[str]
) -> tuple[list[str], list[str]]:
    """Give the names in a folder, and those that do not lie as they are known to.

    What does is added to `seen`. Folders are never known; whoever calls walks into them.
    """
    prefix = f"{folder}/" if folder else ""
    names: list[str] = []
    strangers: list[str] = []
    recall, see = known.get, seen.add
    with os.scandir(f"{content}/{folder}") as entries:
        for entry in entries:
            name = entry.name
            names.append(name)
            path = prefix + name
            found = recall(path)
            if found is not None:
                lies = entry.stat(follow_symlinks=False)
                note = (lies.st_size, lies.st_mtime_ns, lies.st_ctime_ns, lies.st_ino)
                if note == found[1:]:
                    see(path)
                    continue
            strangers.append(name)
    return names, strangers


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """A whole content folder as it lies: for each folder its names, and those that are not known.

    `seen` are the files that lie as they are known to.
    """

    folders: Mapping[str, tuple[list[str], list[str]]]
    seen: set[str]

    def is_untouched(self, known: Mapping[str, Known]) -> bool:
        """Say whether everything is known and lies as it did, and nothing is missing."""
        for folder, (names, strangers) in self.folders.items():
            prefix = f"{folder}/" if folder else ""
            if not names or any(prefix + name not in self.folders for name in strangers):
                return False
        return len(self.seen) == len(known)


def walk_whole(content: str, known: Mapping[str, Known]) -> Walked:
    """Walk through a content folder and all folders in it."""
    seen: set[str] = set()
    folders: dict[str, tuple[list[str], list[str]]] = {}
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        _, strangers = folders[folder] = walk(content, folder, known, seen)
        prefix = f"{folder}/" if folder else ""
        paths = (prefix + name for name in strangers)
        waiting += [p for p in paths if p not in known and _is_folder(f"{content}/{p}")]
    return Walked(folders=folders, seen=seen)


def _is_folder(path: str) -> bool:
    return stat.S_ISDIR(os.stat(path, follow_symlinks=False).st_mode)  # noqa: PTH116 - a string
