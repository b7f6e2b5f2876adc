"""Reading `bo-chi-so.toml`: what a scorecard measures, and how its totals and ranks arise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Final

from plugins.newsroom.reading import Reading
from plugins.newsroom.registers_reading import ID
from plugins.newsroom.toml_file import TomlFile, TomlTable
from plugins.scorecards.model import TOTAL, Criterion, Method, Scorecard, Span
from plugins.scorecards.reading.periods import BEGINS, KINDS

RULE = "scorecard_is_readable"
NAME: Final = "bo-chi-so.toml"
LEVELS: Final = ("tinh", "bo", "so", "huyen", "xa", "vung", "ca-nuoc")
TOTALS: Final = ("cong-bo", "tong", "trung-binh")
RANKS: Final = ("cong-bo", "tu-tinh", "khong")

KEYS: Final = (
    *("ten", "ten-ngan", "mo-ta", "cach-lam", "co-quan-cong-bo", "trang-web", "can-cu"),
    *("giay-phep", "cap", "ky", "don-vi", "le", "cao-la-tot", "nhom", "ghi-chu", "xem-lai"),
    *("phuong-phap", "linh-vuc", "ky-da-dang"),
)
METHOD_KEYS: Final = ("ma", "tu", "den", "thang", "tong", "sai-so", "xep-hang", "he", "ghi-chu")
CRITERION_KEYS: Final = ("ma", "ten", "diem-toi-da", "tu", "den", "ghi-chu")
POSTED_KEYS: Final = ("ky", "ngay")
PARTS: Final = ("tieu-chi", "thanh-phan", "")
"""What a table of an area, of a criterion, of a sub-criterion may hold."""


def read_scorecard(text: str, path: str, key: str) -> Reading[Scorecard]:
    """Read a scorecard; its id is its folder's name."""
    file = TomlFile(text, path, RULE)
    scorecard = _scorecard(file.top, key) if file.top else None
    return Reading(value=scorecard, problems=tuple(file.problems))


def _scorecard(top: TomlTable, key: str) -> Scorecard:
    top.refuse_others(KEYS)
    places = top.number("le")
    return Scorecard(
        id=key,
        name=top.text("ten", required=True),
        short_name=top.text("ten-ngan") or top.text("ten"),
        description=top.text("mo-ta", required=True),
        method_text=top.text("cach-lam"),
        publisher=top.text("co-quan-cong-bo", required=True),
        website=top.text("trang-web"),
        legal_basis=top.texts("can-cu"),
        licence=top.text("giay-phep"),
        levels=_levels(top),
        period_kind=top.choice("ky", tuple(KINDS)),
        unit_text=top.text("don-vi") or "điểm",
        places=2 if places is None else int(places),
        higher_is_better=top.flag("cao-la-tot", default=True),
        tiers=top.texts("nhom"),
        note=top.text("ghi-chu"),
        reviewed_on=top.day("xem-lai"),
        posted=top.tables("ky-da-dang", _posted),
        methods=top.tables("phuong-phap", _method),
        criteria=tuple(c for found in top.tables("linh-vuc", _criteria) for c in found),
        spot=top.spot,
    )


def _levels(top: TomlTable) -> tuple[str, ...]:
    levels = top.texts("cap")
    for level in levels:
        if level not in LEVELS:
            why = "cấp quyết định đơn vị nào được xếp với đơn vị nào"
            top.report("cap", f"cấp «{level}» lạ", why, f"ghi {', '.join(LEVELS)}")
    return levels or ("tinh",)


def _method(table: TomlTable) -> Method:
    table.refuse_others(METHOD_KEYS)
    scale = table.number("thang")
    if scale is None or scale <= 0:
        why = "không có thang điểm thì không biết điểm nào là quá cao"
        table.report("thang", "thiếu «thang» (điểm cao nhất)", why, "thêm dòng thang = 100")
    return Method(
        id=_id(table),
        span=_span(table),
        scale=scale or Decimal(100),
        total=table.choice("tong", TOTALS),
        tolerance=table.number("sai-so") or Decimal("0.01"),
        ranks=table.choice("xep-hang", RANKS),
        system=table.choice("he", ("", *BEGINS)),
        note=table.text("ghi-chu"),
        spot=table.spot,
    )


def _posted(table: TomlTable) -> tuple[str, date]:
    table.refuse_others(POSTED_KEYS)
    day = table.day("ngay")
    if day is None:
        why = "nguồn cấp tin báo kỳ mới theo ngày này"
        table.report("ngay", "thiếu «ngay»", why, "thêm dòng ngay = 2026-11-24")
    return table.text("ky", required=True), day or date.min


def _criteria(table: TomlTable, parent: str = "", depth: int = 0) -> tuple[Criterion, ...]:
    inner = PARTS[depth]
    table.refuse_others((*CRITERION_KEYS, inner) if inner else CRITERION_KEYS)
    own = Criterion(
        id=_id(table),
        name=table.text("ten", required=True),
        parent=parent,
        max_points=table.number("diem-toi-da"),
        span=_span(table),
        note=table.text("ghi-chu"),
        spot=table.spot,
    )
    return (own, *_parts(table, own.id, depth)) if inner else (own,)


def _parts(table: TomlTable, parent: str, depth: int) -> Iterator[Criterion]:
    for found in table.tables(PARTS[depth], partial(_criteria, parent=parent, depth=depth + 1)):
        yield from found


def _id(table: TomlTable) -> str:
    key = table.text("ma", required=True)
    if key and (not ID.fullmatch(key) or key == TOTAL):
        why = "mã làm tên cột trong bảng điểm, chỉ gồm chữ thường không dấu, chữ số, gạch nối"
        table.report("ma", f"mã «{key}» không hợp lệ", why, "sửa lại mã")
    return key


def _span(table: TomlTable) -> Span:
    return Span(since=table.text("tu"), until=table.text("den"))
