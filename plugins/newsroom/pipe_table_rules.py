"""A table that Markdown does not see as one, as it comes out of Word (bảng chép từ Word)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final

from plugins.newsroom.fragment import Fragment
from plugins.newsroom.manuscript import Manuscript
from plugins.newsroom.places import without_code
from plugins.newsroom.problem import Problem

_DELIMITER: Final = re.compile(r"[ \t>|:-]*-[ \t|:-]*")
_EDGE: Final = " \t>|"


def pipe_table_has_its_delimiter_row(
    manuscript: Manuscript, fragment: Fragment
) -> Iterator[Problem]:
    """Report rows written with | that Markdown makes a paragraph full of bars of."""
    html = (piece for piece in fragment.pieces if isinstance(piece, str))
    if not _has_rows("".join(html)):
        return
    lines = without_code(manuscript.text).split("\n")
    for first, rows in _row_groups(lines):
        fault = _fault(lines[first - 1] if first else "", rows)
        if fault:
            yield manuscript.error(
                manuscript.first_line + first,
                fault[0],
                "các dòng sẽ dính vào nhau thành một đoạn đầy dấu |",
                fault[1],
                rule="pipe_table_has_its_delimiter_row",
            )


def _fault(before: str, rows: list[str]) -> tuple[str, str] | None:
    """Say what keeps these rows from being a table, and how to mend it."""
    columns = _columns(rows[0])
    delimiter = "|" + "---|" * columns
    if not _DELIMITER.fullmatch(rows[1]):
        return "bảng thiếu dòng kẻ dưới tên cột", f"thêm dòng {delimiter} ngay dưới dòng này"
    if _columns(rows[1]) != columns:
        fact = f"bảng có {columns} tên cột mà dòng kẻ có {_columns(rows[1])} cột"
        return fact, f"viết dòng kẻ là {delimiter}"
    if before.strip(" \t>"):
        return "bảng dính vào đoạn văn phía trên", "thêm một dòng trống phía trên dòng này"
    return None


def _columns(row: str) -> int:
    return row.strip(_EDGE).count("|") + 1


def _has_rows(html: str) -> bool:
    """Whether bars stand in two lines running; those of real tables are no longer in the HTML."""
    return "|" in html and any("|" in a and "|" in b for a, b in pairwise(html.split("\n")))


def _row_groups(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    for is_row, group in groupby(enumerate(lines), key=lambda pair: "|" in pair[1]):
        rows = list(group) if is_row else []
        if len(rows) > 1:
            yield rows[0][0], [row for _, row in rows]
