"""Reading `chuyen-trang.toml`: the sections and their columns, in the editors' order."""

from __future__ import annotations

from functools import partial

from plugins.newsroom.reading import Reading
from plugins.newsroom.registers import Column, Section, Spot
from plugins.newsroom.registers_reading import ID
from plugins.newsroom.toml_file import TomlFile, TomlTable

COLUMN_KEYS = ("id", "ten", "mo-ta", "co-quan")
SECTION_KEYS = ("id", "ten", "ten-ngan", "mo-ta", "co-quan", "chuyen-muc")
RULE = "registers_are_readable"


def read_sections(text: str, path: str) -> Reading[tuple[Section, ...]]:
    """Read every section; a table that lacks its id or name is reported and left out."""
    file = TomlFile(text, path, RULE)
    if file.top is None:
        return Reading(value=None, problems=tuple(file.problems))
    file.top.refuse_others(("chuyen-trang",))
    sections = tuple(filter(None, file.top.tables("chuyen-trang", _section)))
    return Reading(value=sections, problems=tuple(file.problems))


def _section(table: TomlTable) -> Section | None:
    table.refuse_others(SECTION_KEYS)
    id, name = _id(table), table.text("ten", required=True)  # noqa: A001 - a section's own id
    columns = filter(None, table.tables("chuyen-muc", partial(_column, section_id=id)))
    section = Section(
        id=id,
        name=name,
        short_name=table.text("ten-ngan") or name,
        description=table.text("mo-ta"),
        agency_id=table.text("co-quan"),
        columns=tuple(columns),
        spot=_spot(table),
    )
    return section if id and name else None


def _column(table: TomlTable, section_id: str) -> Column | None:
    table.refuse_others(COLUMN_KEYS)
    column = Column(
        id=_id(table),
        section_id=section_id,
        name=table.text("ten", required=True),
        description=table.text("mo-ta"),
        agency_id=table.text("co-quan"),
        spot=_spot(table),
    )
    return column if column.id and column.name else None


def _id(table: TomlTable) -> str:
    """Give a table's id, or nothing when it cannot be one."""
    key = table.text("id", required=True)
    if not key or ID.fullmatch(key):
        return key
    why = "id làm nên địa chỉ trang, chỉ gồm chữ thường không dấu, chữ số, gạch nối"
    table.report("id", f"id «{key}» không hợp lệ", why, "sửa lại id")
    return ""


def _spot(table: TomlTable) -> Spot:
    return Spot(path=table.spot.path, line=table.line_of("id"))
