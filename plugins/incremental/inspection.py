"""The output as it lies now beside how it was left: what was altered, lost or added (kiểm kê)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.incremental.output_index import OutputIndex
from plugins.incremental.staging import MARKER


def altered(output: Path, index: OutputIndex) -> dict[int, str]:
    """Give the files that do not lie as they were left: their places by their numbers."""
    root, stat = f"{output}{os.sep}", os.stat
    found = {}
    for number, save_as, size, time in index.places():
        try:
            lies = stat(root + save_as, follow_symlinks=False)
        except OSError:
            found[number] = save_as
            continue
        if lies.st_mtime_ns != time or lies.st_size != size:
            found[number] = save_as
    return found


def strangers(output: Path, index: OutputIndex) -> list[str]:
    """Give the files that no build put there; only folders that were touched are looked through."""
    times: dict[str, int] = dict(index.folders())
    root = f"{output}{os.sep}"
    found: list[str] = []
    for folder, time in times.items():
        try:
            lies = os.stat(root + folder, follow_symlinks=False)
        except OSError:
            continue
        if lies.st_mtime_ns != time:
            found += _unknown(output, folder, times.keys(), index)
    return sorted(found)


def folders_of(names: Iterable[str]) -> set[str]:
    """Give every folder on the way to some files; the output itself is the empty one."""
    found = {""}
    for name in names:
        while "/" in name:
            name = name.rpartition("/")[0]
            if name in found:
                break
            found.add(name)
    return found


def times_of(output: Path, folders: Iterable[str]) -> dict[str, int | None]:
    """Give the time of each folder (ns), None for one that is not there."""
    return {folder: _time(output / folder) for folder in folders}


def _time(folder: Path) -> int | None:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return None


def _unknown(
    output: Path, folder: str, folders: Iterable[str], index: OutputIndex
) -> Iterator[str]:
    prefix = f"{folder}/" if folder else ""
    for entry in os.scandir(output / folder):
        name = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            if name not in folders:
                yield from _all_below(output, name)
        elif name != MARKER and index.line(name) is None:
            yield name


def _all_below(output: Path, folder: str) -> Iterator[str]:
    """Give a strange folder itself, or the files in it."""
    entries = list(os.scandir(output / folder))
    if not entries:
        yield folder
    for entry in entries:
        name = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _all_below(output, name)
        else:
            yield name
