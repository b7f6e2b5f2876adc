"""The rows of a foreign table, read as a sheet's own would be, with the lines of the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Spot
from plugins.scorecards.model import Period, Score, Scorecard
from plugins.scorecards.reading.naming import Naming
from plugins.scorecards.reading.sheet import read_sheet
from plugins.workshop.importing.loading import Line
from plugins.workshop.importing.mapping import SKIP, UNIT, Mapping

SOURCE = "nguon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Into which sheet of which scorecard a table goes, and from where it comes."""

    card: Scorecard
    period: Period
    source: str


def read_rows(
    file: Path, lines: Sequence[Line], mapping: Mapping, wanted: Wanted, naming: Naming
) -> Iterator[Score | Problem]:
    """Yield each row's result, or what is wrong with it at its line of the file."""
    text, numbers = _as_sheet(lines, mapping, wanted.source)
    for found in read_sheet(text, str(file), wanted.period, wanted.card, naming):
        if isinstance(found, Problem):
            yield replace(found, path=str(file), line=numbers.get(found.line or 0, found.line))
        else:
            spot = Spot(path=str(file), line=numbers.get(found.spot.line, found.spot.line))
            yield replace(found, spot=spot)


def _as_sheet(lines: Sequence[Line], mapping: Mapping, source: str) -> tuple[str, dict[int, int]]:
    """Write the table with a sheet's own names; say which line of it was which of the file."""
    taken = [(at, name) for at, name in enumerate(mapping.columns) if name != SKIP]
    has_source = SOURCE in mapping.columns
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([name for _, name in taken] + ([] if has_source else [SOURCE]))
    numbers = {1: lines[mapping.header].number}
    for line in lines[mapping.header + 1 :]:
        row = [line.cells[at] if at < len(line.cells) else "" for at, _ in taken]
        if row[[name for _, name in taken].index(UNIT)]:
            writer.writerow(row + ([] if has_source else [source]))
            numbers[len(numbers) + 1] = line.number
    return text.getvalue(), numbers
