"""Loading a table from CSV or XLSX, as rows of text with the numbers of their lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from plugins.newsroom.office_files import office_fault
from plugins.newsroom.problem import Problem
from plugins.vietnamese.legacy import Undecodable, decode
from plugins.vietnamese.normalise import nfc

RULE: Final = "table_can_be_imported"
MOST_CELLS: Final = 1_000_000
"""A sheet with more, empty ones among them, is no table of results."""
DIGITS: Final = 15
"""A double holds so many; what Excel shows as 85.03 may lie at 85.0299999999999869."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a table: its number in the file, from 1, and its cells."""

    number: int
    cells: tuple[str, ...]


def fault(path: Path, line: int | None, fact: str, why: str, remedy: str) -> Problem:
    """Say what is wrong with the file that is imported."""
    return Problem(path=str(path), line=line, fact=fact, why=why, remedy=remedy, rule=RULE)


def load(path: Path, sheet: str = "") -> list[Line] | Problem:
    """Load the rows of a file that have any text."""
    if not path.is_file():
        return fault(path, None, "không có tệp này", "", "kiểm tra lại đường dẫn")
    if path.suffix.lower() == ".xlsx":
        return _from_workbook(path, sheet)
    if path.suffix.lower() in (".csv", ".txt", ".tsv"):
        return _from_text(path)
    why = "chỉ đọc được bảng .csv và .xlsx"
    return fault(
        path, None, f"không nhận tệp «{path.suffix}»", why, "lưu lại thành .xlsx hoặc .csv"
    )


def _from_text(path: Path) -> list[Line] | Problem:
    text = decode(path.read_bytes())
    if isinstance(text, Undecodable):
        return fault(path, text.line, text.fact, "chỉ đọc được chữ Unicode (UTF-8)", text.remedy)
    head = text[:4000]
    separator = max(";\t,", key=head.count) if any(map(head.count, ";\t,")) else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return list(_lines((rows.line_num, row) for row in rows))
    except csv.Error as error:
        return fault(path, rows.line_num, f"không tách được các ô ({error})", "", "lưu lại tệp")


def _from_workbook(path: Path, name: str) -> list[Line] | Problem:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow, and for this alone

    with path.open("rb") as file:
        if found := office_fault(file, ".xlsx"):
            return fault(path, None, *found)
        try:
            book = load_workbook(file, data_only=True)
        except Exception as error:  # noqa: BLE001 - openpyxl raises whatever it trips over
            return fault(path, None, f"không mở được sổ tính ({error})", "", "lưu lại bằng Excel")
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    chosen = [sheet for sheet in shown if sheet.title == name] if name else shown
    if len(chosen) != 1:
        names = ", ".join(f"«{sheet.title}»" for sheet in shown)
        fact = f"không có trang tính «{name}»" if name else f"sổ có {len(shown)} trang tính"
        return fault(
            path, None, fact, "không biết đọc trang nào", f"thêm --sheet, một trong {names}"
        )
    if (cells := chosen[0].max_row * chosen[0].max_column) > MOST_CELLS:
        why = "có ô ở rất xa bảng, đọc tới đó thì treo máy"
        fact = f"trang tính trải ra {cells:,} ô".replace(",", ".")
        return fault(path, None, fact, why, "xóa các hàng, các cột thừa rồi lưu lại")
    return _from_sheet(path, chosen[0])


def _from_sheet(path: Path, sheet: Any) -> list[Line] | Problem:  # noqa: ANN401 - openpyxl's
    for spread in tuple(sheet.merged_cells.ranges):
        value = sheet.cell(spread.min_row, spread.min_col).value
        across = spread.min_row == spread.max_row
        sheet.unmerge_cells(str(spread))
        if not across:  # a unit's name beside several rows
            for row in range(spread.min_row, spread.max_row + 1):
                sheet.cell(row, spread.min_col).value = value
    rows = ((n, [_written(cell) for cell in row]) for n, row in enumerate(sheet.iter_rows(), 1))
    try:
        return list(_lines(rows))
    except FormulaError as error:
        why = "ô công thức chưa được tính, nên không có giá trị"
        return fault(path, None, f"ô {error} không có giá trị", why, "mở bằng Excel rồi lưu lại")


class FormulaError(ValueError):
    """A cell holds an error of the spreadsheet's: #N/A, #REF!."""


def _written(cell: Any) -> str:  # noqa: ANN401 - openpyxl's
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str) and cell.data_type == "e":
        raise FormulaError(cell.coordinate)
    if isinstance(value, bool):
        return "có" if value else ""
    if isinstance(value, int | float):
        percent = 100 if "%" in (cell.number_format or "") else 1
        return f"{value * percent:.{DIGITS}g}"
    return str(value)


def _lines(rows: Iterator[tuple[int, Sequence[str]]]) -> Iterator[Line]:
    for number, row in rows:
        cells = tuple(nfc(" ".join(cell.split())) for cell in row)
        if any(cells):
            yield Line(number=number, cells=cells)
