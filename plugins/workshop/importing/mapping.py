"""Which column of a foreign table is which column of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from plugins.scorecards.model import Scorecard
from plugins.scorecards.reading.sheet import column_of
from plugins.workshop.importing.loading import Line

UNIT: Final = "don-vi"
SKIP: Final = "-"
LOOKED_AT: Final = 25
"""The names of the columns stand within so many rows."""
NUMBERING: Final = ("stt", "tt", "so-tt", "so-thu-tu")
"""Columns that only count the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Where the names of the columns stand, and what each means: `SKIP` for one to leave out."""

    header: int
    names: tuple[str, ...]
    columns: tuple[str, ...]


def header_of(lines: Sequence[Line], card: Scorecard, period: str) -> int | None:
    """Find the row whose cells name the most columns, among them the units'; its place."""
    best, place = 1, None
    for at, line in enumerate(lines[:LOOKED_AT]):
        known = [column_of(cell, card, period) for cell in line.cells if cell]
        count = sum(1 for name in known if name)
        if UNIT in known and count > best:
            best, place = count, at
    return place


def mapped(
    lines: Sequence[Line],
    header: int,
    card: Scorecard,
    period: str,
    ask: Callable[[str, tuple[str, ...]], str],
) -> Mapping:
    """Say what each column means; `ask` is told a name and some cells where nothing is known."""
    names = lines[header].cells
    columns: list[str] = []
    for at, name in enumerate(names):
        below = tuple(line.cells[at] for line in lines[header + 1 :] if at < len(line.cells))
        known = column_of(name, card, period)
        if not known and (name.casefold() in NUMBERING or not any(below)):
            known = SKIP
        columns.append(known or ask(name or f"cột {at + 1}", tuple(filter(None, below))[:3]))
    return Mapping(header=header, names=names, columns=tuple(columns))
