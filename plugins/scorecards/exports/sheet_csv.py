"""A period as CSV (RFC 4180): UTF-8 with a mark for Excel, no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import Final

from plugins.scorecards.exports.rows import Value, fields_of, rows_of
from plugins.scorecards.model import PeriodResult, Scorecard

MARK: Final = "\ufeff".encode()
RUN_BY_SPREADSHEETS: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet takes for a formula (OWASP, CSV injection)."""


def sheet_csv(card: Scorecard, result: PeriodResult) -> bytes:
    """Write a period; the decimal mark is a point, an empty cell is a missing value."""
    names = [field.name for field in fields_of(card, result.period.id)]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows_of(card, result):
        writer.writerow([cell(row[name]) for name in names])
    return MARK + text.getvalue().encode()


def cell(value: Value) -> str:
    """Write one value; a text that a spreadsheet would run is made plain with an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = str(value)
    dangerous = isinstance(value, str) and text.startswith(RUN_BY_SPREADSHEETS)
    return f"'{text}" if dangerous else text
