"""One line of the memory of writing: a file of the output as it was left."""

from __future__ import annotations

from typing import NamedTuple

from plugins.incremental.database import Database


class Line(NamedTuple):
    """One file of the output: its SHA-256, its size, its time (ns), the number of its unit."""

    digest: bytes
    size: int
    time: int
    unit: int


def line_in(database: Database, save_as: str) -> Line | None:
    """Look a file up by its place."""
    row = database.row("SELECT digest, size, time, unit FROM line WHERE save_as = ?", save_as)
    return Line(*row) if row else None
