"""Reading an editors' CSV file: by its Vietnamese header, with a line for every record."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from plugins.newsroom.problem import Problem
from plugins.vietnamese.dates import Misread, read_moment
from plugins.vietnamese.nearest import nearest
from plugins.vietnamese.normalise import nfc

RULE = "registers_are_readable"

Place = tuple[str, str]
"""A path, and the rule that is told with its problems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One line of a table: its fields by the header's names, and its line in the file."""

    path: str
    line: int
    fields: dict[str, str]
    rule: str = RULE

    def __getitem__(self, name: str) -> str:
        """Give a field's text; of a field that the table may leave away and does, nothing."""
        return self.fields.get(name, "")

    def problem(self, fact: str, why: str, remedy: str) -> Problem:
        """Say what is wrong with this line."""
        return _problem((self.path, self.rule), self.line, fact, why, remedy)

    def day(self, name: str) -> date | Problem | None:
        """Give a day, None when the field is empty, or what is wrong with it."""
        written = self[name]
        if not written:
            return None
        read = read_moment(written)
        if isinstance(read, Misread):
            return self.problem(f"«{name}»: {read.fact}", "không biết là ngày nào", read.remedy)
        return read.day


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The columns of a table: those that it must have, in any order, and those that it may have.

    `name` gives the column that a written name means; `rule` is told with every problem.
    """

    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()
    name: Callable[[str], str] = str
    rule: str = RULE


def read_table(
    text: str, path: str, header: tuple[str, ...] | Header, required: tuple[str, ...]
) -> Iterator[Record | Problem]:
    """Yield each record whose `required` fields are filled; see `Header` for the first line.

    Excel in Vietnam saves CSV with semicolons; commas, semicolons and tabs are read.
    """
    head = header if isinstance(header, Header) else Header(needed=header)
    place = (path, head.rule)
    first = text.split("\n", 1)[0]
    separator = next((sign for sign in ";\t" if sign in first), ",")
    rows = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    try:
        names = [head.name(nfc(name.strip())) for name in next(rows, [])]
        faults = list(_header_faults(place, names, head))
        yield from faults
        if not faults:
            for row in rows:
                yield from _records(place, rows.line_num, names, row, required)
    except csv.Error as error:
        why = "dấu nháy kép mở ra mà không đóng, hoặc đứng sai chỗ"
        remedy = "mở tệp bằng bảng tính, kiểm tra dòng này rồi lưu lại dạng CSV UTF-8"
        yield _problem(place, rows.line_num, f"không tách được các ô ({error})", why, remedy)


def _header_faults(place: Place, names: list[str], head: Header) -> Iterator[Problem]:
    known = (*head.needed, *head.optional)
    for name in names:
        if name not in known:
            near = nearest(name, known)
            remedy = f"có phải là «{near}»?" if near else f"các cột: {','.join(known)}"
            yield _problem(place, 1, f"không có cột «{name}»", "cột lạ không được dùng", remedy)
    for name in known:
        if names.count(name) > 1 or (name in head.needed and name not in names):
            fact = f"cột «{name}» " + ("viết hai lần" if name in names else "không có")
            remedy = f"dòng đầu phải là: {','.join(known)}"
            yield _problem(place, 1, fact, "bảng phải có đủ các cột, mỗi cột một lần", remedy)


def _records(
    place: Place, line: int, names: list[str], row: list[str], required: tuple[str, ...]
) -> Iterator[Record | Problem]:
    if not any(cell.strip() for cell in row):
        return
    if len(row) != len(names):
        fact = f"dòng có {len(row)} ô, bảng có {len(names)} cột"
        remedy = "ô có dấu phẩy phải nằm trong dấu nháy kép; ô trống vẫn cần dấu phẩy"
        yield _problem(place, line, fact, "không biết ô nào thuộc cột nào", remedy)
        return
    fields = dict(zip(names, (nfc(cell.strip()) for cell in row), strict=True))
    missing = [name for name in required if not fields[name]]
    for name in missing:
        why = "thiếu ô này thì dòng không dùng được"
        yield _problem(place, line, f"ô «{name}» để trống", why, f"điền «{name}»")
    if not missing:
        yield Record(path=place[0], line=line, fields=fields, rule=place[1])


def _problem(place: Place, line: int, fact: str, why: str, remedy: str) -> Problem:
    spot, rule = f"content/{place[0]}", place[1]
    return Problem(path=spot, line=line, fact=fact, why=why, remedy=remedy, rule=rule)
