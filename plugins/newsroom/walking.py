"""A walk through a content folder that opens nothing that lies as it is known to (đi một vòng)."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping

Note = tuple[int, int, int, int]
"""How a file lies: its size, two times (ns) and inode."""

Known = tuple[int, int, int, int, int]
"""A file's number, and how it lay when it was last read."""


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


def is_untouched(content: str, known: Mapping[str, Known]) -> bool:
    """Say whether everything in a folder is known and lies as it did, and nothing is missing."""
    seen: set[str] = set()
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        names, strangers = walk(content, folder, known, seen)
        if not names:
            return False
        prefix = f"{folder}/" if folder else ""
        for name in strangers:
            path = prefix + name
            if path in known or not _is_folder(f"{content}/{path}"):
                return False
            waiting.append(path)
    return len(seen) == len(known)


def _is_folder(path: str) -> bool:
    return stat.S_ISDIR(os.stat(path, follow_symlinks=False).st_mode)  # noqa: PTH116 - a string
