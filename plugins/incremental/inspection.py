"""The output as it lies now beside how it was left: what was altered, lost or added (kiểm kê)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR

from plugins.incremental.completion import MARKER
from plugins.incremental.lines import Line
from plugins.newsroom.walking import read_plain

Place = tuple[int, str, int, int]
"""A file of the output as it was left: its number, its place, its size and its time (ns)."""


def altered(output: Path, places: Iterable[Place]) -> dict[int, str]:
    """Give the files that do not lie as they were left: their places by their numbers."""
    root, stat = f"{output}{os.sep}", os.stat
    found = {}
    for number, save_as, size, time in places:
        try:
            lies = stat(root + save_as, follow_symlinks=False)
        except OSError:
            found[number] = save_as
            continue
        if lies.st_mtime_ns != time or lies.st_size != size:
            found[number] = save_as
    return found


def moved_here(
    output: Path, names: Mapping[int, str], line: Callable[[str], Line | None]
) -> dict[str, Line]:
    """Give those of some files that only bear another time, as after a copy, and how they lie."""
    found = {}
    for name in names.values():
        known = line(name)
        if known is None:
            continue
        try:
            lies, data = read_plain(f"{output}/{name}")
        except OSError:
            continue
        if lies.st_size == known.size and hashlib.sha256(data).digest() == known.digest:
            found[name] = known._replace(time=lies.st_mtime_ns)
    return found


def touched(output: Path, folders: Iterable[tuple[str, int]]) -> tuple[list[str], list[str]]:
    """Give the folders in which something was added or taken away since they were left.

    Those in whose place something else lies, a file or a link, are given apart.
    """
    root, stat = f"{output}{os.sep}", os.stat
    found, torn = [], []
    for folder, time in folders:
        try:
            lies = stat(root + folder, follow_symlinks=False)
        except OSError:
            continue
        if not S_ISDIR(lies.st_mode):
            torn.append(folder)
        elif lies.st_mtime_ns != time:
            found.append(folder)
    return found, torn


@dataclass(frozen=True, slots=True, kw_only=True)
class Lies:
    """How an output lies beside how it was left: files altered or lost, folders touched.

    Files that `moved` only bear another time, as after a copy. Where a folder was `torn` out and
    something else lies in its place, nothing below it is where it seems to be.
    """

    altered: Mapping[int, str]
    moved: Mapping[str, Line]
    touched: Sequence[str]
    torn: Sequence[str]

    @property
    def is_nothing(self) -> bool:
        """Say whether all lies as it was left."""
        return not (self.altered or self.moved or self.touched or self.torn)


def inspect(
    output: Path,
    places: Iterable[Place],
    folders: Iterable[tuple[str, int]],
    line: Callable[[str], Line | None],
) -> Lies:
    """Look at every file and every folder that an output was left with; `line` knows each file."""
    found = altered(output, places)
    moved = moved_here(output, found, line)
    changed, torn = touched(output, folders)
    return Lies(
        altered={number: name for number, name in found.items() if name not in moved},
        moved=moved,
        touched=changed,
        torn=torn,
    )


def strangers(
    output: Path,
    folders: Sequence[str],
    known: Mapping[str, int],
    is_ours: Callable[[str], bool],
) -> list[str]:
    """Give the files in some folders that no build put there; `known` are all our folders."""
    found: list[str] = []
    for folder in folders:
        found += _unknown(output, folder, known, is_ours)
    return sorted(found)


def folder_of(name: str) -> str:
    """Give the folder that a file or a folder lies in; the output itself is the empty one."""
    return name.rpartition("/")[0]


def folders_of(names: Iterable[str]) -> set[str]:
    """Give every folder on the way to some files; the output itself is the empty one."""
    found = {""}
    for name in names:
        folder = folder_of(name)
        while folder not in found:
            found.add(folder)
            folder = folder_of(folder)
    return found


def times_of(output: Path, folders: Iterable[str]) -> dict[str, int | None]:
    """Give the time of each folder (ns), None for one that is not there."""
    return {folder: _time(f"{output}/{folder}") for folder in folders}


def _time(folder: str) -> int | None:
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 - a path object costs more than the look
    except OSError:
        return None


def _unknown(
    output: Path, folder: str, folders: Mapping[str, int], is_ours: Callable[[str], bool]
) -> Iterator[str]:
    prefix = f"{folder}/" if folder else ""
    for entry in os.scandir(output / folder):
        name = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            if name not in folders:
                yield from _all_below(output, name, is_ours)
        elif name != MARKER and not is_ours(name):
            yield name


def _all_below(output: Path, folder: str, is_ours: Callable[[str], bool]) -> Iterator[str]:
    """Give a strange folder itself when it is empty, or the strange files in it."""
    entries = list(os.scandir(output / folder))
    if not entries:
        yield folder
    for entry in entries:
        name = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _all_below(output, name, is_ours)
        elif not is_ours(name):
            yield name
