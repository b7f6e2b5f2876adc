"""Reading `chi-so/don-vi.csv`, and finding the unit that a row of a sheet names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Agency, Dated, Locality, Registers, Spot
from plugins.newsroom.registers_reading import ID
from plugins.newsroom.tables import Record, read_table
from plugins.scorecards.model import Unit
from plugins.scorecards.reading.scorecard_file import LEVELS
from plugins.vietnamese.fold import comparable, slug

NAME: Final = "don-vi.csv"
HEADER: Final = (
    *("ma", "ten", "ten-ngan", "cap", "he-thong", "ma-so", "thuoc"),
    *("hieu-luc-tu", "hieu-luc-den", "ke-thua", "nguon"),
)
REQUIRED: Final = ("ma", "ten", "cap", "nguon")
SYSTEMS: Final = ("63", "34")
KINDS_OF_NAME: Final = (
    *("tỉnh", "thành phố", "tp.", "tp", "thị xã", "huyện", "quận", "phường", "xã", "đặc khu"),
    *("bộ", "ubnd"),
)
"""Words that a name may begin with, and that a table may leave away."""
REMARK: Final = re.compile(r" *\([^()]*\)$")
LEVEL_OF_AGENCY: Final = {"trung-uong": "bo", "tinh": "so", "huyen": "huyen", "xa": "xa"}


def read_units(text: str, path: str) -> Iterator[Unit | Problem]:
    """Read the register of those that are ranked beside the site's own agencies and localities."""
    for record in read_table(text, path, HEADER, REQUIRED):
        yield record if isinstance(record, Problem) else _unit(record)


def units_of(registers: Registers) -> Iterator[Unit]:
    """Give the agencies and localities of the registers as units."""
    yield from map(_of_locality, registers.localities.values())
    yield from map(_of_agency, registers.agencies.values())


def _unit(record: Record) -> Unit | Problem:
    begins, ends = record.day("hieu-luc-tu"), record.day("hieu-luc-den")
    if isinstance(begins, Problem):
        return begins
    if isinstance(ends, Problem):
        return ends
    if not ID.fullmatch(record["ma"]):
        why = "mã làm nên địa chỉ trang, chỉ gồm chữ thường không dấu, chữ số, gạch nối"
        return record.problem(f"mã «{record['ma']}» không hợp lệ", why, "sửa lại mã")
    if record["cap"] not in LEVELS:
        why = "cấp quyết định đơn vị nào được xếp với đơn vị nào"
        return record.problem(f"cấp «{record['cap']}» lạ", why, f"ghi {', '.join(LEVELS)}")
    systems = record["he-thong"].split()
    if (record["ma-so"] and not systems) or not set(systems) <= set(SYSTEMS):
        why = "một mã số chỉ có nghĩa trong hệ thống 63 tỉnh hoặc 34 tỉnh"
        return record.problem(f"hệ thống «{record['he-thong']}» lạ", why, "ghi 63, 34 hoặc 63 34")
    return Unit(
        id=record["ma"],
        name=record["ten"],
        short_name=record["ten-ngan"] or record["ten"],
        level=record["cap"],
        codes=tuple((system, record["ma-so"]) for system in systems if record["ma-so"]),
        parent=record["thuoc"],
        validity=Dated(valid_from=begins, valid_until=ends),
        successor=record["ke-thua"],
        url="",
        spot=Spot(path=record.path, line=record.line),
    )


def _of_locality(place: Locality) -> Unit:
    return Unit(
        id=place.id,
        name=place.name,
        short_name=place.short_name,
        level=place.level,
        codes=((place.system, place.code),) if place.code else (),
        parent=place.parent_id,
        validity=place.validity,
        successor=place.successor_id,
        url=place.url,
        spot=place.spot,
    )


def _of_agency(agency: Agency) -> Unit:
    return Unit(
        id=agency.id,
        name=agency.name,
        short_name=agency.short_name,
        level=LEVEL_OF_AGENCY[agency.level],
        codes=(),
        parent=agency.parent_id,
        validity=agency.validity,
        successor=agency.successor_id,
        url=agency.url,
        spot=agency.spot,
    )


@dataclass(frozen=True)
class UnitIndex:
    """All units, found by id, by any way to write their name, by code and system."""

    units: Mapping[str, Unit]

    @cached_property
    def _by_name(self) -> dict[str, list[Unit]]:
        found: dict[str, list[Unit]] = {}
        for unit in self.units.values():
            for name in {*writings(unit.name), *writings(unit.short_name), unit.id}:
                found.setdefault(name, []).append(unit)
        return found

    @cached_property
    def _by_code(self) -> dict[tuple[str, str], list[Unit]]:
        found: dict[tuple[str, str], list[Unit]] = {}
        for unit in self.units.values():
            for code in unit.codes:
                found.setdefault(code, []).append(unit)
        return found

    def named(self, name: str, levels: Sequence[str], day: date) -> list[Unit]:
        """Give those of some levels that bear a name and existed on a day."""
        for writing in (name, *writings(name)):
            named = self._by_name.get(writing, ())
            found = [u for u in named if u.level in levels and u.validity.existed_on(day)]
            if found:
                return found
        return []

    def ever_named(self, name: str, levels: Sequence[str]) -> list[Unit]:
        """Give those of some levels that bore a name at any time."""
        found = (u for written in (name, *writings(name)) for u in self._by_name.get(written, ()))
        return list({unit.id: unit for unit in found if unit.level in levels}.values())

    def coded(self, system: str, code: str, day: date) -> Unit | None:
        """Give the unit that has a code in a system: the one of that day, or of another time."""
        found = self._by_code.get((system, code), [])
        return next((u for u in found if u.validity.existed_on(day)), next(iter(found), None))

    def names(self, levels: Sequence[str], day: date) -> Iterator[str]:
        """Give the short name of every unit of some levels that existed on a day."""
        for unit in self.units.values():
            if unit.level in levels and unit.validity.existed_on(day):
                yield unit.short_name


def writings(name: str) -> tuple[str, ...]:
    """Give forms of a name to compare, the most exact first: with its kind, without, without tones.

    «TP. Hồ Chí Minh» is found as «thành phố hồ chí minh», «Thừa Thiên-Huế» as «Thừa Thiên Huế»,
    and «Gia Lai (cũ)» by the name that it bore in its time.
    """
    whole = comparable(REMARK.sub("", name))
    kind = next((kind for kind in KINDS_OF_NAME if whole.startswith(f"{kind} ")), "")
    bare = whole.removeprefix(kind).strip()
    return tuple(dict.fromkeys((whole, bare, f"~{slug(whole)}", f"~{slug(bare)}")))
