"""A table in WordprocessingML (ISO 29500-1): its head is repeated on every sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from plugins.downloads.exports import paper
from plugins.downloads.exports.numbering import Links
from plugins.downloads.exports.word_runs import EMPTY, paragraph, written
from plugins.downloads.grid import shares
from plugins.downloads.model import Cell, Table

LOOK: Final = (
    f'<w:tblPr><w:tblStyle w:val="{paper.id_of(paper.GRID)}"/><w:tblW w:type="auto" w:w="0"/>'
    '<w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0"'
    ' w:noVBand="1" w:val="04A0"/></w:tblPr>'
)
WHOLE: Final = "<w:cantSplit/>"
HEAD: Final = "<w:tblHeader/>"
TEXT_WIDTH: Final = paper.WIDTH - paper.LEFT - paper.RIGHT


def table_markup(table: Table, links: Links) -> str:
    """Write a table, and behind it the paragraph without which Word joins two that touch."""
    widths = [paper.twips(TEXT_WIDTH * share) for share in shares(table)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)  # what LibreOffice reads
    rows = "".join(_rows(table, widths, links))
    return f"<w:tbl>{LOOK}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{paragraph(paper.CELL)}"


def _rows(table: Table, widths: list[int], links: Links) -> Iterator[str]:
    covered = {
        (cell.row + down, cell.column + right): cell
        for cell in table.cells
        for down in range(cell.rows)
        for right in range(cell.columns)
    }
    for row in range(table.height):
        look = WHOLE + (HEAD if row < table.header_rows else "")
        cells: list[str] = []
        column = 0
        while column < table.width:
            cell = covered.get((row, column))
            wide = cell.columns if cell else 1
            width = sum(widths[column : column + wide])
            cells.append(_cell(cell, width, links, is_first=bool(cell and cell.row == row)))
            column += wide
        yield f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(cell: Cell | None, width: int, links: Links, *, is_first: bool) -> str:
    """Write a cell, or what stands for it in a further row that it covers."""
    look = f'<w:tcW w:type="dxa" w:w="{width}"/>'
    if cell and cell.columns > 1:
        look += f'<w:gridSpan w:val="{cell.columns}"/>'
    if cell and cell.rows > 1:
        look += '<w:vMerge w:val="restart"/>' if is_first else "<w:vMerge/>"
    text = EMPTY
    if cell and is_first:
        text = paragraph(paper.CELL, written(cell.runs, links, bold=cell.header))
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{text}</w:tc>"
