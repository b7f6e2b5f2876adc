"""What the last build left in an output, as its memory knows it: nobody need look at the files."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from plugins.incremental.completion import total_in
from plugins.incremental.database import Database
from plugins.incremental.schemas import OUTPUT, OUTPUT_FORMAT, output_place
from plugins.incremental.tables import Values


class Left(NamedTuple):
    """A file of an output: its path, the SHA-256 of its bytes in hex, its size in bytes."""

    path: str
    sha256: str
    size: int


class NotWhole(Exception):  # noqa: N818 - it is a fact about a folder, not a failure of ours
    """An output that is not the whole of what its memory speaks of."""


def files_left(cache: Path, output: Path) -> list[Left]:
    """Give every file that a finished build left in an output; raises `NotWhole`."""
    memory = Database(output_place(cache, output), OUTPUT, OUTPUT_FORMAT)
    try:
        total = total_in(output)
        if not total or Values(memory).get("total") != total:
            raise NotWhole(output)
        query = "SELECT save_as, lower(hex(digest)), size FROM line"
        return [Left(*row) for row in memory.rows(query)]
    finally:
        memory.close()
