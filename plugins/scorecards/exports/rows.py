"""A period's results as rows of plain values: the fields of every file of open data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from plugins.scorecards.model import PeriodResult, Score, Scorecard, Unit

Value = str | int | bool | Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the data (trường): its name, its type as Table Schema names it, what it holds."""

    name: str
    type: str
    title: str


FIELDS: Final = (
    Field(name="ky", type="string", title="Kỳ đánh giá"),
    Field(name="ma_don_vi", type="string", title="Mã đơn vị trên trang này"),
    Field(name="don_vi", type="string", title="Tên đơn vị"),
    Field(name="cap", type="string", title="Cấp: tinh, bo, so, huyen, xa, vung, ca-nuoc"),
    Field(name="he", type="string", title="Hệ địa giới của mã số: 63 hoặc 34 tỉnh"),
    Field(name="ma_so", type="string", title="Mã số hành chính trong hệ ấy"),
    Field(name="diem", type="number", title="Điểm"),
    Field(name="hang", type="integer", title="Thứ hạng"),
    Field(name="so_don_vi", type="integer", title="Số đơn vị được xếp hạng"),
    Field(name="xep_loai", type="string", title="Xếp loại"),
    Field(
        name="hang_tu_xep",
        type="boolean",
        title="Hạng do trang này xếp theo điểm, không chính thức",
    ),
    Field(
        name="suy_ra", type="boolean", title="Số suy ra từ nguồn, không phải số công bố trực tiếp"
    ),
    Field(name="nguon", type="string", title="Nguồn"),
    Field(name="ghi_chu", type="string", title="Ghi chú"),
    Field(name="loai_dong", type="string", title="hien-hanh, nguon-khac hoặc da-dinh-chinh"),
    Field(name="ngay_dinh_chinh", type="date", title="Ngày đính chính"),
    Field(name="ly_do_dinh_chinh", type="string", title="Lý do đính chính"),
)


def fields_of(card: Scorecard, period: str) -> tuple[Field, ...]:
    """Give the fields of a period: those of all, then one for each criterion of the period."""
    own = (c for c in card.criteria if c.span.holds(period))
    return (*FIELDS, *(Field(name=f"diem_{c.id}", type="number", title=c.name) for c in own))


def rows_of(card: Scorecard, result: PeriodResult) -> Iterator[dict[str, Value]]:
    """Give every row of a period: what holds now, what other sources say, what was corrected."""
    fields = fields_of(card, result.period.id)[len(FIELDS) :]
    for level in result.levels:
        for standing in level.standings:
            rows = [(standing.score, "hien-hanh")]
            rows += [(score, "nguon-khac") for score in standing.others]
            rows += [(score, "da-dinh-chinh") for score in standing.earlier]
            for score, kind in rows:
                yield _row(result.period.id, standing.unit, score, kind, fields)


def _row(
    period: str, unit: Unit, score: Score, kind: str, fields: tuple[Field, ...]
) -> dict[str, Value]:
    parts = dict(score.parts)
    return {
        "ky": period,
        "ma_don_vi": unit.id,
        "don_vi": unit.name,
        "cap": unit.level,
        "he": unit.codes[0][0] if unit.codes else "",
        "ma_so": unit.codes[0][1] if unit.codes else "",
        "diem": score.points,
        "hang": score.rank,
        "so_don_vi": score.ranked,
        "xep_loai": score.tier,
        "hang_tu_xep": score.rank_computed,
        "suy_ra": score.derived,
        "nguon": score.source,
        "ghi_chu": score.note,
        "loai_dong": kind,
        "ngay_dinh_chinh": score.corrected_on.isoformat() if score.corrected_on else "",
        "ly_do_dinh_chinh": score.reason,
        **{field.name: parts.get(field.name.removeprefix("diem_")) for field in fields},
    }
