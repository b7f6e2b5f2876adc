"""Reading `chuyen-trang.toml`: the sections and their columns, in the editors' order."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from plugins.newsroom.problem import Problem
from plugins.newsroom.reading import Reading
from plugins.newsroom.registers import Column, Section, Spot
from plugins.newsroom.registers_reading import ID
from plugins.vietnamese.nearest import nearest
from plugins.vietnamese.normalise import nfc

COLUMN_KEYS = ("id", "ten", "mo-ta", "co-quan")
SECTION_KEYS = ("id", "ten", "ten-ngan", "mo-ta", "co-quan", "chuyen-muc")
RULE = "registers_are_readable"
WHERE = re.compile(r"at line (\d+)")

Table = Mapping[str, object]


@dataclass(slots=True, kw_only=True)
class _Reader:
    """The file that is being read, and what was found wrong with it so far."""

    path: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)

    def line_of(self, table: Table) -> int:
        """Find the line that gives a table its id, since TOML readers keep none."""
        wanted = f'"{table.get("id", "")}"'
        for number, line in enumerate(self.lines, start=1):
            if line.strip().startswith("id") and wanted in line:
                return number
        return 1

    def report(self, line: int, fact: str, why: str, remedy: str) -> None:
        """Note a problem."""
        spot = f"content/{self.path}"
        self.problems.append(
            Problem(path=spot, line=line, fact=fact, why=why, remedy=remedy, rule=RULE)
        )


def read_sections(text: str, path: str) -> Reading[tuple[Section, ...]]:
    """Read every section; a table that lacks its id or name is reported and left out."""
    reader = _Reader(path=path, lines=text.split("\n"))
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        spot = WHERE.search(str(error))
        line = int(spot[1]) if spot else len(reader.lines)
        why = 'mỗi dòng phải có dạng mục = "giá trị", tên bảng nằm trong [[ và ]]'
        fact = f"không đọc được dòng «{reader.lines[line - 1].strip()}»"
        reader.report(line, fact, why, "kiểm tra dấu nháy, dấu = và dấu ngoặc ở dòng này")
        return Reading(value=None, problems=tuple(reader.problems))
    _refuse_strangers(reader, whole, ("chuyen-trang",), 1)
    sections = tuple(
        _section(reader, table)
        for table in _tables(whole, "chuyen-trang")
        if _is_sound(reader, table, SECTION_KEYS)
    )
    return Reading(value=sections, problems=tuple(reader.problems))


def _section(reader: _Reader, table: Table) -> Section:
    section_id = _text(table, "id")
    return Section(
        id=section_id,
        name=_text(table, "ten"),
        short_name=_text(table, "ten-ngan") or _text(table, "ten"),
        description=_text(table, "mo-ta"),
        agency_id=_text(table, "co-quan"),
        columns=tuple(
            Column(
                id=_text(column, "id"),
                section_id=section_id,
                name=_text(column, "ten"),
                description=_text(column, "mo-ta"),
                agency_id=_text(column, "co-quan"),
                spot=Spot(path=reader.path, line=reader.line_of(column)),
            )
            for column in _tables(table, "chuyen-muc")
            if _is_sound(reader, column, COLUMN_KEYS)
        ),
        spot=Spot(path=reader.path, line=reader.line_of(table)),
    )


def _tables(table: Table, key: str) -> Iterator[Table]:
    found = table.get(key, [])
    yield from (item for item in found if isinstance(item, dict)) if isinstance(found, list) else ()


def _text(table: Table, key: str) -> str:
    value = table.get(key, "")
    return nfc(value.strip()) if isinstance(value, str) else ""


def _is_sound(reader: _Reader, table: Table, keys: tuple[str, ...]) -> bool:
    line = reader.line_of(table)
    _refuse_strangers(reader, table, keys, line)
    sound = True
    for key in ("id", "ten"):
        if not _text(table, key):
            reader.report(line, f"thiếu «{key}»", "mục không có tên", f'thêm dòng {key} = "…"')
            sound = False
    if sound and not ID.fullmatch(_text(table, "id")):
        why = "id làm nên địa chỉ trang, chỉ gồm chữ thường không dấu, chữ số, gạch nối"
        reader.report(line, f"id «{_text(table, 'id')}» không hợp lệ", why, "sửa lại id")
        sound = False
    return sound


def _refuse_strangers(reader: _Reader, table: Table, keys: tuple[str, ...], line: int) -> None:
    for key, value in table.items():
        if key not in keys:
            near = nearest(key, keys)
            remedy = f"có phải là «{near}»?" if near else f"các mục: {', '.join(keys)}"
            reader.report(line, f"không có mục «{key}»", "mục lạ không được dùng", remedy)
        elif not isinstance(value, str | list):
            why = "mục này nhận chữ trong dấu nháy"
            reader.report(line, f"«{key}» không phải là chữ", why, f'viết {key} = "…"')
