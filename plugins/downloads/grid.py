"""Where the cells of a table stand, and how wide its columns are on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from plugins.downloads.model import Cell, Element, Runs, Table
from plugins.vietnamese.cut import letters

#: Letters: what the narrowest column holds, and how long a cell counts at most.
NARROW, WIDE = 6, 60
WIDEST: Final = 63  # Word's own limit of columns


def placed(rows: Sequence[Sequence[tuple[Element, Runs]]]) -> Table:
    """Put each cell at the first free place of its row; what reaches out of the table is cut."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row, written in enumerate(rows):
        for tag, runs in written:
            column = next(c for c in range(WIDEST + 1) if (row, c) not in taken)
            tall = min(_span(tag, "rowspan"), len(rows) - row)
            wide = min(_span(tag, "colspan"), WIDEST - column)
            cell = Cell(
                row=row,
                column=column,
                rows=tall,
                columns=wide,
                header=tag.name == "th",
                runs=runs,
            )
            covered = {
                (row + down, column + right) for down in range(tall) for right in range(wide)
            }
            if covered and not covered & taken:
                cells.append(cell)
            taken |= covered
    return Table(
        height=len(rows),
        width=max((column + 1 for _, column in taken), default=0),
        header_rows=_header_rows(rows),
        cells=tuple(cells),
    )


def shares(table: Table) -> tuple[float, ...]:
    """Give each column's share of the width: by its longest cell, so that a number stays narrow."""
    longest = [NARROW] * table.width
    for cell in table.cells:
        if cell.columns == 1:
            length = letters("".join(run.text for run in cell.runs))
            longest[cell.column] = max(longest[cell.column], min(length, WIDE))
    return tuple(length / sum(longest) for length in longest)


def _span(tag: Element, name: str) -> int:
    written = tag.given.get(name, "1")
    return max(int(written), 1) if written.isdecimal() else 1


def _header_rows(rows: Sequence[Sequence[tuple[Element, Runs]]]) -> int:
    for number, row in enumerate(rows):
        if any(tag.name != "th" for tag, _ in row):
            return number
    return len(rows)
