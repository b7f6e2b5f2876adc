"""What the last build wrote: for every file, what it was made from, and how it was left.

The ledger lies in the cache, one for each output folder. A missing, damaged or foreign ledger is
an empty one: then everything is made again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.incremental.staging import MARKER


class Line(NamedTuple):
    """One file of the output: the mark of its making, its SHA-256, its size and its time."""

    mark: str
    digest: str
    size: int
    time: int


Lines = Mapping[str, Line]


def load(cache: Path, output: Path) -> dict[str, Line]:
    """Give the lines of the last build into this output folder."""
    try:
        seal, _, body = _place(cache, output).read_bytes().partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != seal:
            return {}
        return {name: Line(*line) for name, line in json.loads(body).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def save(cache: Path, output: Path, lines: Lines) -> None:
    """Write the ledger whole or not at all."""
    body = json.dumps(lines, separators=(",", ":")).encode()
    place = _place(cache, output)
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_suffix(".moi")
    fresh.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    fresh.replace(place)


def present(output: Path) -> dict[str, tuple[int, int]]:
    """Give the size and time of every file that lies in the output now, by its name there."""
    return dict(_files(str(output), "")) if output.is_dir() else {}


def _files(folder: str, prefix: str) -> Iterator[tuple[str, tuple[int, int]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{name}/")
            elif name != MARKER:
                found = entry.stat(follow_symlinks=False)
                yield name, (found.st_size, found.st_mtime_ns)


def _place(cache: Path, output: Path) -> Path:
    name = hashlib.sha256(os.fsencode(output.resolve())).hexdigest()[:16]
    return cache / "so-cai" / f"{name}.json"
