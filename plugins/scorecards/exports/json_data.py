"""The static JSON API: a period, a unit, the index; in v1 no field changes its meaning."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

from plugins.scorecards.exports.rows import Value, rows_of
from plugins.scorecards.model import TOTAL, Overview, PeriodResult, Scorecard, UnitSeries


def sheet_json(card: Scorecard, result: PeriodResult) -> bytes:
    """Write a period: its scale, the medians, and every row."""
    return document(
        {
            "bo_chi_so": card.id,
            "ky": result.period.id,
            "ten_ky": result.period.name,
            "phuong_phap": result.method.id,
            "thang_diem": plain(result.method.scale),
            "don_vi_tinh": card.unit_text,
            "trung_vi": {
                f"{level.level} {level.parent}".strip(): {
                    key: plain(value) for key, value in level.middle.median
                }
                for level in result.levels
            },
            "dong": [{k: plain(v) for k, v in row.items()} for row in rows_of(card, result)],
        }
    )


def series_json(card: Scorecard, series: UnitSeries) -> bytes:
    """Write a unit's results by period."""
    points = [
        {
            "ky": point.period.id,
            "phuong_phap": point.method,
            "thang_diem": plain(point.scale),
            "diem": plain(point.standing.score.points),
            "hang": point.standing.score.rank,
            "so_don_vi": point.standing.score.ranked,
            "hang_tu_xep": point.standing.score.rank_computed,
            "suy_ra": point.standing.score.derived,
            "trung_vi": plain(dict(point.middle.median).get(TOTAL)),
            "nguon": point.standing.score.source,
        }
        for point in series.points
    ]
    unit = series.unit
    whole = {"bo_chi_so": card.id, "ma_don_vi": unit.id, "don_vi": unit.name, "cac_ky": points}
    return document(whole)


def index_json(found: Iterable[Overview]) -> bytes:
    """Name every scorecard with its periods: where a program begins."""
    return document(
        {
            "phien_ban": "v1",
            "bo_chi_so": [
                {
                    "ma": whole.scorecard.id,
                    "ten": whole.scorecard.name,
                    "ten_ngan": whole.scorecard.short_name,
                    "co_quan_cong_bo": whole.scorecard.publisher,
                    "cac_ky": [period.id for period in whole.periods],
                }
                for whole in found
            ],
        }
    )


def plain(value: Value) -> str | int | float | bool | None:
    """Give a value as JSON has it; fifteen digits of a number survive a double."""
    return float(value) if isinstance(value, Decimal) else value


def document(whole: Mapping[str, object]) -> bytes:
    """Write a document, one line a level, in the order in which it was made."""
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
