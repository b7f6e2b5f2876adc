"""Reading one period's CSV, wide or long, into rows whose units are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Final

from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Spot
from plugins.newsroom.tables import Header, Record, read_table
from plugins.scorecards.model import TOTAL, Period, Score, Scorecard
from plugins.scorecards.reading.cells import read_points, read_rank, read_yes
from plugins.scorecards.reading.naming import Naming
from plugins.scorecards.reading.periods import units_day
from plugins.vietnamese.fold import slug

RULE = "score_sheet_is_readable"
CRITERION: Final = "tieu-chi"
NEEDED: Final = ("don-vi", "nguon")
OPTIONAL: Final = (
    *("ma-so", "he", "thuoc", TOTAL, "hang", "so-don-vi", "nhom", "ghi-chu", "suy-ra"),
    *("hang-tu-tinh", "sua-ngay", "ly-do-sua", "xac-nhan"),
)
WRITTEN_ALSO: Final[Mapping[str, str]] = {
    **dict.fromkeys(("ten-don-vi", "dia-phuong", "tinh-thanh-pho", "tinh", "tinh-tp"), "don-vi"),
    **dict.fromkeys(("ten-tinh", "tinh-thanh", "co-quan", "so-ban-nganh", "xa-phuong"), "don-vi"),
    **dict.fromkeys(("diem", "tong-diem", "tong-so-diem", "chi-so", "gia-tri"), TOTAL),
    **dict.fromkeys(("diem-so", "diem-tong", "diem-tong-hop", "tong-hop"), TOTAL),
    **dict.fromkeys(("thu-hang", "xep-hang", "hang-chung"), "hang"),
    **dict.fromkeys(("ma-tinh", "ma-dvhc", "ma-don-vi"), "ma-so"),
    **dict.fromkeys(("he-thong", "he-dia-gioi"), "he"),
    **dict.fromkeys(("nguon-so-lieu", "nguon-tin"), "nguon"),
    **dict.fromkeys(("xep-loai", "loai"), "nhom"),
}


def read_sheet(
    text: str, path: str, period: Period, scorecard: Scorecard, naming: Naming
) -> Iterator[Score | Problem]:
    """Yield each row's result: of a long table when all rows of a unit and a source are read."""
    criteria = tuple(c.id for c in scorecard.criteria if c.span.holds(period.id))
    method = scorecard.method_of(period.id)
    period = replace(period, last_day=units_day(period, method.system if method else ""))
    header = Header(
        needed=NEEDED,
        optional=(*OPTIONAL, CRITERION, *criteria),
        name=partial(_name_of, names=_names(scorecard, period.id)),
        rule=RULE,
    )
    rows = read_table(text, path, header, NEEDED)
    first = slug(text.split("\n", 1)[0])
    found = (_score(row, period, scorecard, naming, criteria) for row in rows)
    yield from _joined(found) if CRITERION in first else found


def column_of(written: str, scorecard: Scorecard, period: str) -> str | None:
    """Give the column that a name in a foreign table means, or None when nothing is known."""
    name = _name_of(written, _names(scorecard, period))
    criteria = {c.id for c in scorecard.criteria if c.span.holds(period)}
    return name if name in {*NEEDED, *OPTIONAL, CRITERION, *criteria} else None


def _names(scorecard: Scorecard, period: str) -> dict[str, str]:
    """Give the criterion that a column means which bears its whole name."""
    return {slug(c.name): c.id for c in scorecard.criteria if c.span.holds(period)}


def _name_of(written: str, names: Mapping[str, str]) -> str:
    name = slug(written)
    return names.get(name) or WRITTEN_ALSO.get(name) or name or written


def _score(
    row: Record | Problem,
    period: Period,
    scorecard: Scorecard,
    naming: Naming,
    criteria: Sequence[str],
) -> Score | Problem:
    if isinstance(row, Problem):
        return row
    unit = naming.unit_of(row, period)
    if isinstance(unit, Problem):
        return unit
    points = _points(row, scorecard, criteria)
    if isinstance(points, Problem):
        return points
    return _filled(row, unit, points)


def _filled(row: Record, unit: str, points: dict[str, Decimal]) -> Score | Problem:
    rank, ranked = read_rank(row, "hang"), read_rank(row, "so-don-vi")
    corrected, derived = row.day("sua-ngay"), read_yes(row, "suy-ra")
    computed = read_yes(row, "hang-tu-tinh")
    for value in (rank, ranked, corrected, derived, computed):
        if isinstance(value, Problem):
            return value
    if rank is None and not points:
        why = "dòng không nói gì về đơn vị"
        return row.problem("không có điểm, cũng không có hạng", why, "điền số, hoặc xóa dòng")
    return Score(
        unit=unit,
        points=points.pop(TOTAL, None),
        rank=rank,  # type: ignore[arg-type]  # problems were given back above
        ranked=ranked,  # type: ignore[arg-type]
        tier=row["nhom"],
        parts=tuple(points.items()),
        source=row["nguon"],
        note=row["ghi-chu"],
        derived=bool(derived),
        rank_computed=bool(computed),
        corrected_on=corrected,  # type: ignore[arg-type]
        reason=row["ly-do-sua"],
        confirmed=row["xac-nhan"],
        spot=Spot(path=row.path, line=row.line),
    )


def _points(
    row: Record, scorecard: Scorecard, criteria: Sequence[str]
) -> dict[str, Decimal] | Problem:
    """Give the points of a row by criterion: in a long table, its `tong` is of the named one."""
    found: dict[str, Decimal] = {}
    for name in (TOTAL, *criteria):
        value = read_points(row, name, scorecard)
        if isinstance(value, Problem):
            return value
        if value is not None:
            found[name] = value
    named = row[CRITERION]
    if not named:
        return found
    known = {**_names_of(scorecard, criteria), TOTAL: TOTAL}
    if slug(named) not in known:
        why = "bảng dài ghi mỗi tiêu chí một dòng, theo mã hoặc tên trong bo-chi-so.toml"
        return row.problem(f"không có tiêu chí «{named}»", why, f"các mã: {', '.join(known)}")
    value = found.pop(TOTAL, None)
    return {} if value is None else {known[slug(named)]: value}


def _names_of(scorecard: Scorecard, criteria: Sequence[str]) -> dict[str, str]:
    by_id = {c.id: c for c in scorecard.criteria if c.id in criteria}
    return {**{slug(c.name): key for key, c in by_id.items()}, **{key: key for key in by_id}}


def _joined(rows: Iterator[Score | Problem]) -> Iterator[Score | Problem]:
    """Join the rows of a long table that speak of one unit by one source."""
    found: dict[tuple[object, ...], Score] = {}
    for row in rows:
        if isinstance(row, Problem):
            yield row
            continue
        key = (row.unit, row.source, row.corrected_on)
        first = found.get(key)
        found[key] = _merged(first, row) if first else row
    yield from found.values()


def _merged(first: Score, row: Score) -> Score:
    return replace(
        first,
        points=first.points if row.points is None else row.points,
        rank=first.rank if row.rank is None else row.rank,
        ranked=first.ranked if row.ranked is None else row.ranked,
        parts=(*first.parts, *row.parts),
        derived=first.derived or row.derived,
    )
