"""Reading an editors' CSV file: by its Vietnamese header, with a line for every record."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.newsroom.problem import Problem
from plugins.vietnamese.dates import Misread, read_moment
from plugins.vietnamese.nearest import nearest
from plugins.vietnamese.normalise import nfc

RULE = "registers_are_readable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One line of a table: its fields by the header's names, and its line in the file."""

    path: str
    line: int
    fields: dict[str, str]

    def __getitem__(self, name: str) -> str:
        """Give a field's text."""
        return self.fields[name]

    def problem(self, fact: str, why: str, remedy: str) -> Problem:
        """Say what is wrong with this line."""
        return _problem(self.path, self.line, fact, why, remedy)

    def day(self, name: str) -> date | Problem | None:
        """Give a day, None when the field is empty, or what is wrong with it."""
        written = self.fields[name]
        if not written:
            return None
        read = read_moment(written)
        if isinstance(read, Misread):
            return self.problem(f"«{name}»: {read.fact}", "không biết là ngày nào", read.remedy)
        return read.day


def read_table(
    text: str, path: str, header: tuple[str, ...], required: tuple[str, ...]
) -> Iterator[Record | Problem]:
    """Yield each record; the header must hold exactly the names, in any order.

    Excel in Vietnam saves CSV with semicolons; both separators are read.
    """
    first = text.split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text), delimiter=";" if ";" in first else ",", strict=True)
    try:
        names = [nfc(name.strip()) for name in next(rows, [])]
        faults = list(_header_faults(path, names, header))
        yield from faults
        if not faults:
            for row in rows:
                yield from _records(path, rows.line_num, names, row, required)
    except csv.Error as error:
        why = "dấu nháy kép mở ra mà không đóng, hoặc đứng sai chỗ"
        remedy = "mở tệp bằng bảng tính, kiểm tra dòng này rồi lưu lại dạng CSV UTF-8"
        yield _problem(path, rows.line_num, f"không tách được các ô ({error})", why, remedy)


def _header_faults(path: str, names: list[str], header: tuple[str, ...]) -> Iterator[Problem]:
    for name in names:
        if name not in header:
            near = nearest(name, header)
            remedy = f"có phải là «{near}»?" if near else f"các cột: {','.join(header)}"
            yield _problem(path, 1, f"không có cột «{name}»", "cột lạ không được dùng", remedy)
    for name in header:
        if names.count(name) != 1:
            fact = f"cột «{name}» " + ("viết hai lần" if name in names else "không có")
            remedy = f"dòng đầu phải là: {','.join(header)}"
            yield _problem(path, 1, fact, "bảng phải có đủ các cột, mỗi cột một lần", remedy)


def _records(
    path: str, line: int, names: list[str], row: list[str], required: tuple[str, ...]
) -> Iterator[Record | Problem]:
    if not any(cell.strip() for cell in row):
        return
    if len(row) != len(names):
        fact = f"dòng có {len(row)} ô, bảng có {len(names)} cột"
        remedy = "ô có dấu phẩy phải nằm trong dấu nháy kép; ô trống vẫn cần dấu phẩy"
        yield _problem(path, line, fact, "không biết ô nào thuộc cột nào", remedy)
        return
    fields = dict(zip(names, (nfc(cell.strip()) for cell in row), strict=True))
    missing = [name for name in required if not fields[name]]
    for name in missing:
        why = "thiếu ô này thì dòng không dùng được"
        yield _problem(path, line, f"ô «{name}» để trống", why, f"điền «{name}»")
    if not missing:
        yield Record(path=path, line=line, fields=fields)


def _problem(path: str, line: int, fact: str, why: str, remedy: str) -> Problem:
    spot = f"content/{path}"
    return Problem(path=spot, line=line, fact=fact, why=why, remedy=remedy, rule=RULE)
