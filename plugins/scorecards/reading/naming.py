"""Finding the unit that a row means: by the name of its day, its code and system, what it is of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plugins.newsroom.problem import Problem
from plugins.newsroom.tables import Record
from plugins.scorecards.model import Period, Unit
from plugins.scorecards.reading.scorecard_file import LEVELS
from plugins.scorecards.reading.units import UnitIndex
from plugins.vietnamese.dates import short_date
from plugins.vietnamese.nearest import nearest


@dataclass(frozen=True)
class Naming:
    """All units, and the levels that a scorecard measures."""

    index: UnitIndex
    levels: Sequence[str]
    _known: dict[tuple[str, ...], str] = field(default_factory=dict)

    def unit_of(self, row: Record, period: Period) -> str | Problem:
        """Give the id of the unit that a row speaks of."""
        key = (row["don-vi"], row["ma-so"], row["he"], row["thuoc"], period.id)
        if key in self._known:
            return self._known[key]
        found = self._found(row, period)
        if not isinstance(found, Problem):
            self._known[key] = found
        return found

    def _found(self, row: Record, period: Period) -> str | Problem:
        named = self._of_parent(self.index.named(row["don-vi"], self.levels, period.last_day), row)
        if row["ma-so"]:
            return self._agreed(row, named, period)
        if not named:
            return self._unknown(row, period)
        if len(named) > 1:
            why = "hai đơn vị cùng tên thì không biết dòng nói về đơn vị nào"
            remedy = f"ghi mã đơn vị: {', '.join(unit.id for unit in named)}; hoặc thêm cột «thuoc»"
            return row.problem(f"có {len(named)} đơn vị tên «{row['don-vi']}»", why, remedy)
        return named[0].id

    def _of_parent(self, named: list[Unit], row: Record) -> list[Unit]:
        if not row["thuoc"] or len(named) <= 1:
            return named
        parents = {unit.id for unit in self.index.ever_named(row["thuoc"], LEVELS)}
        return [unit for unit in named if unit.parent in parents]

    def _agreed(self, row: Record, named: list[Unit], period: Period) -> str | Problem:
        """Hold the code against the name: 52 was Bình Định, and is Gia Lai in the system of 34."""
        code, system = row["ma-so"], row["he"]
        if not system:
            why = "mã 52 là Bình Định trong hệ 63 tỉnh, là Gia Lai trong hệ 34 tỉnh"
            return row.problem(f"mã số {code} không có hệ", why, "ghi 63 hoặc 34 ở cột «he»")
        coded = self.index.coded(system, code, period.last_day)
        if coded is None:
            why = "mã số phải có trong dia-ban.csv hoặc chi-so/don-vi.csv"
            return row.problem(f"hệ {system} không có mã số {code}", why, "sửa mã số hoặc cột «he»")
        if not coded.validity.existed_on(period.last_day):
            fact = f"mã {code} (hệ {system}) là {coded.name}, không có vào {period.name}"
            return row.problem(fact, _life(coded), "sửa mã số, cột «he» hoặc tên đơn vị")
        if coded.id not in {unit.id for unit in named}:
            fact = f"mã {code} (hệ {system}) là {coded.name}, dòng lại ghi «{row['don-vi']}»"
            why = "mã và tên không cùng một đơn vị"
            return row.problem(fact, why, "sửa mã số, cột «he» hoặc tên đơn vị")
        return coded.id

    def _unknown(self, row: Record, period: Period) -> Problem:
        name = row["don-vi"]
        fact = f"không có đơn vị «{name}» vào {period.name}"
        ever = self.index.ever_named(name, self.levels)
        if ever:
            heir = self.index.units.get(ever[0].successor)
            remedy = f"nay là «{heir.short_name}»" if heir else "ghi tên của thời ấy"
            return row.problem(fact, _life(ever[0]), remedy)
        near = nearest(name, self.index.names(self.levels, period.last_day))
        remedy = f"có phải là «{near}»?" if near else "thêm đơn vị vào chi-so/don-vi.csv"
        return row.problem(
            fact, "tên phải có trong dia-ban.csv, co-quan.csv hoặc don-vi.csv", remedy
        )


def _life(unit: Unit) -> str:
    """Say from when until when a unit existed."""
    begins, ends = unit.validity.valid_from, unit.validity.valid_until
    if ends:
        return f"{unit.name} có đến {short_date(ends)}"
    return f"{unit.name} có từ {short_date(begins)}" if begins else ""
