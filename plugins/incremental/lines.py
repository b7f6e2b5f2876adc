"""One line of the memory of writing: a file of the output as it was left."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One file of the output: its SHA-256, its size, its time (ns), the number of its unit."""

    digest: bytes
    size: int
    time: int
    unit: int
