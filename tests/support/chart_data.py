"""Results to draw: a scorecard like PAPI, a province's series, a level's totals."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from support.published import ALWAYS

from plugins.newsroom.registers import Spot
from plugins.scorecards.model import (
    TOTAL,
    LevelResult,
    Middle,
    Period,
    Score,
    Scorecard,
    SeriesPoint,
    Standing,
    Unit,
    UnitSeries,
)
from plugins.scorecards.reading.periods import read_period
from plugins.scorecards.reading.scorecard_file import read_scorecard
from plugins.vietnamese.fold import slug

SPOT = Spot(path="chi-so/papi/2022.csv", line=2)
CARD = """\
ten = "Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh"
ten-ngan = "PAPI"
mo-ta = "Đo."
co-quan-cong-bo = "UNDP"
ky = "nam"
don-vi = "điểm"
[[phuong-phap]]
ma = "2011"
den = "2017"
thang = 60
tong = "cong-bo"
xep-hang = "tu-tinh"
[[phuong-phap]]
ma = "2018"
tu = "2018"
thang = 80
tong = "cong-bo"
xep-hang = "tu-tinh"
[[linh-vuc]]
ma = "d1"
ten = "Tham gia của người dân ở cấp cơ sở"
diem-toi-da = 10
[[linh-vuc]]
ma = "d2"
ten = "Công khai, minh bạch trong việc ra quyết định ở địa phương"
diem-toi-da = 10
[[linh-vuc]]
ma = "d8"
ten = "Quản trị điện tử"
diem-toi-da = 10
tu = "2018"
"""
BINH_DINH = {
    "2011": ("38.4314", 7, "35.7"),
    "2012": ("39.8124", 3, "36.6"),
    "2013": ("38.1982", 12, "37.0"),
    "2014": ("38.6194", 8, "36.6"),
    "2015": ("36.0929", 23, "35.4"),
    "2016": ("37.5221", 14, "35.7"),
    "2017": ("38.3476", 8, "36.7"),
    "2018": ("41.0423", 61, "44.1"),
    "2019": ("40.8364", 63, "43.7"),
    "2020": ("43.2494", 22, "42.6"),
    "2021": ("41.9442", 37, "42.4"),
    "2022": ("41.6601", 38, "42.2"),
    "2023": ("43.5718", 19, "42.4"),
    "2024": ("43.4681", 33, "43.5"),
}
"""PAPI of Bình Định: its totals and ranks, beside medians."""


def card(*changes: tuple[str, str]) -> Scorecard:
    """Give the scorecard, changed in places."""
    text = CARD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    reading = read_scorecard(text, "chi-so/papi/bo-chi-so.toml", "papi")
    assert reading.value
    return reading.value


def unit(
    name: str = "Bình Định", level: str = "tinh", codes: tuple[tuple[str, str], ...] = ()
) -> Unit:
    """Give a unit."""
    return Unit(
        id=f"{level}-{slug(name)}",
        name=name,
        short_name=name,
        level=level,
        codes=codes,
        parent="",
        validity=ALWAYS,
        successor="",
        url="",
        spot=SPOT,
    )


def standing(  # noqa: PLR0913 - what a row of a sheet holds
    of: Unit,
    points: str | None = None,
    rank: int | None = None,
    ranked: int | None = None,
    parts: Mapping[str, str] | None = None,
    *,
    tier: str = "",
    derived: bool = False,
    rank_computed: bool = False,
) -> Standing:
    """Give a unit's result."""
    score = Score(
        unit=of.id,
        points=None if points is None else Decimal(points),
        rank=rank,
        ranked=ranked,
        tier=tier,
        parts=tuple((name, Decimal(value)) for name, value in (parts or {}).items()),
        source="https://vi-du.vn",
        derived=derived,
        rank_computed=rank_computed,
        spot=SPOT,
    )
    return Standing(unit=of, score=score)


def period(key: str) -> Period:
    """Give a period by its id: `2022`, `2025-q1`, `2025-03`."""
    kind = ("quy" if "q" in key else "thang") if "-" in key else "nam"
    found = read_period(key, kind)
    assert found
    return found


def point(
    key: str,
    result: Standing,
    of: Scorecard,
    *,
    median: Mapping[str, str] | None = None,
    best: Mapping[str, str] | None = None,
) -> SeriesPoint:
    """Give a result in a period, made by the scorecard's method of then."""
    method = of.method_of(key)
    assert method
    middle = Middle(counted=63, median=_points(median), best=_points(best))
    return SeriesPoint(
        period=period(key),
        method=method.id,
        scale=method.scale,
        standing=result,
        middle=middle,
    )


def _points(given: Mapping[str, str] | None) -> tuple[tuple[str, Decimal], ...]:
    return tuple((name, Decimal(value)) for name, value in (given or {}).items())


def binh_dinh(*, ranks_only: bool = False) -> UnitSeries:
    """Give PAPI of Bình Định."""
    of, papi = unit(), card()
    points = tuple(
        point(
            key,
            standing(of, None if ranks_only else total, rank, 63, rank_computed=True),
            papi,
            median={} if ranks_only else {TOTAL: median},
        )
        for key, (total, rank, median) in BINH_DINH.items()
    )
    return UnitSeries(unit=of, points=points)


def level(*standings: Standing, counted: int | None = None, name: str = "tinh") -> LevelResult:
    """Give the ranking of a level, in the order that is given."""
    middle = Middle(counted=counted or len(standings))
    return LevelResult(level=name, parent="", standings=standings, middle=middle)


def provinces(
    totals: Mapping[str, str], parts: Mapping[str, Mapping[str, str]] | None = None
) -> LevelResult:
    """Give provinces with their totals, the best first and ranked; `parts` by their names."""
    ordered = sorted(totals.items(), key=lambda pair: -Decimal(pair[1]))
    values = [Decimal(value) for _, value in ordered]
    return level(
        *(
            standing(
                unit(name),
                value,
                values.index(Decimal(value)) + 1,
                len(totals),
                parts=(parts or {}).get(name),
            )
            for name, value in ordered
        )
    )
