"""The sentences of results and charts, made from the figures alone (lời đọc)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from plugins.scorecards.model import (
    TOTAL,
    Criterion,
    LevelResult,
    Period,
    Scorecard,
    SeriesPoint,
    Standing,
    UnitSeries,
)
from plugins.scorecards.pages import printing
from plugins.scorecards.pages.charts import figures
from plugins.scorecards.pages.charts.figures import Move
from plugins.scorecards.pages.charts.runs import can_be_compared
from plugins.vietnamese.numbers import decimal, thousands

WITHOUT_KIND: Final = ("ca-nuoc",)
"""Levels whose name does not call several units."""


def units_said(level: str) -> str:
    """Say what the units of a level are called together: «tỉnh, thành phố»."""
    return "đơn vị" if level in WITHOUT_KIND else printing.LEVELS.get(level, "đơn vị")


def result_reading(point: SeriesPoint, card: Scorecard, *, tied: bool = False) -> str:
    """Say a unit's result: «Bình Định đạt 85,03 %, đứng thứ 33 trong 63 tỉnh, thành phố năm 2022.».

    `tied` says that it shares its rank.
    """
    return f"{_result(point, card, tied=tied)}."


def latest_reading(series: UnitSeries, card: Scorecard) -> str:
    """Say a unit's last result, and how its rank changed where that can be compared."""
    if not series.points:
        return f"{series.unit.short_name} chưa có kết quả."
    last = series.points[-1]
    before = series.points[-2] if len(series.points) > 1 else None
    change = change_reading(last, before)
    return f"{'; '.join(filter(None, (_result(last, card), change)))}."


def change_reading(now: SeriesPoint, before: SeriesPoint | None) -> str:
    """Say how far a rank rose or fell: «tăng 4 bậc so với năm 2021»; nothing across methods."""
    if before is None or not can_be_compared(now, before):
        return ""
    score, old = now.standing.score, before.standing.score
    if score.rank is None or old.rank is None or score.rank_computed != old.rank_computed:
        return ""
    steps = old.rank - score.rank
    said = f"{'tăng' if steps > 0 else 'giảm'} {thousands(abs(steps))} bậc"
    return f"{said if steps else 'giữ nguyên hạng'} so với {before.period.name}"


def _result(point: SeriesPoint, card: Scorecard, *, tied: bool = False) -> str:
    standing, when = point.standing, point.period.name
    method = card.method_of(point.period.id)
    unranked = method is not None and method.ranks == "khong"
    name, score = standing.unit.short_name, standing.score
    done = ", ".join(_did(standing, card, tied=tied))
    if not done:
        return f"{name} {_without_figures(score.tier)} {when}"
    caveats = "; ".join(_caveats(standing))
    said = f"{name} {done} {when}" + (f" ({caveats})" if caveats else "")
    if score.points is None:
        return f"{said}; nguồn không nêu điểm"
    return said if unranked or score.rank is not None else f"{said}; nguồn không nêu thứ hạng"


def _without_figures(tier: str) -> str:
    return f"được xếp loại {tier}" if tier else "chưa có kết quả"


def _did(standing: Standing, card: Scorecard, *, tied: bool) -> Iterator[str]:
    score = standing.score
    if score.points is not None:
        yield f"đạt {printing.points_said(card, score.points)}"
    if score.rank is not None:
        among = f"{thousands(score.ranked)}" if score.ranked else "các"
        place = f"{'đồng hạng' if tied else 'đứng thứ'} {thousands(score.rank)}"
        yield f"{place} trong {among} {units_said(standing.unit.level)}"


def _caveats(standing: Standing) -> Iterator[str]:
    if standing.score.derived:
        yield "số suy ra"
    if standing.score.rank is not None and standing.score.rank_computed:
        yield "hạng tự xếp, không chính thức"


def trend_reading(series: UnitSeries, card: Scorecard) -> str:
    """Say where a unit's course has led to."""
    return latest_reading(series, card)


def profile_reading(point: SeriesPoint, card: Scorecard, areas: Sequence[Criterion]) -> str:
    """Say in how many areas a unit is above the median, and where it is furthest from it."""
    name, when = point.standing.unit.short_name, point.period.name.capitalize()
    median, own = dict(point.middle.median), dict(point.standing.score.parts)
    compared = [area for area in areas if area.id in median and area.id in own]
    if not compared:
        return f"{when}, {name} có điểm của {len(areas)} lĩnh vực."
    gaps = {area.id: own[area.id] - median[area.id] for area in compared}
    above, below = (sum(sign * gap > 0 for gap in gaps.values()) for sign in (1, -1))
    far = max(compared, key=lambda area: abs(gaps[area.id]))
    if not gaps[far.id]:
        return f"{when}, {name} bằng trung vị ở mọi lĩnh vực được so sánh."
    pair = " so với ".join(decimal(found[far.id], card.places) for found in (own, median))
    return (
        f"{when}, {name} {_beside(above, below, len(compared))}; "
        f"cách trung vị xa nhất ở «{far.name}» ({pair})."
    )


def _beside(above: int, below: int, count: int) -> str:
    for way, number in (("cao hơn", above), ("thấp hơn", below)):
        if number == count:
            return f"{way} trung vị ở {'cả ' if count > 1 else ''}{count} lĩnh vực"
    return f"cao hơn trung vị ở {above} và thấp hơn ở {below} trong {count} lĩnh vực"


def slope_reading(
    found: Sequence[Move], ours: Sequence[str], before_name: str, after_name: str
) -> str:
    """Say how our ranks changed, and who rose and fell most."""
    own = [_own_move(m, before_name, after_name) for m in found if m.unit.id in ours]
    far = [
        f"{said} nhiều nhất là {move.unit.short_name} ({thousands(abs(move.steps))} bậc)"
        for said, sign in (("tăng", 1), ("giảm", -1))
        for move in figures.furthest(found, sign)[:1]
    ]
    text = "; ".join((*own, *far))
    return f"{text[:1].upper()}{text[1:]}."


def _own_move(move: Move, before_name: str, after_name: str) -> str:
    name, then, now = move.unit.short_name, thousands(move.before), thousands(move.after)
    if not move.steps:
        return f"{name} giữ hạng {now} từ {before_name} đến {after_name}"
    way = "lên" if move.steps > 0 else "xuống"
    return f"{name} từ hạng {then} {before_name} {way} hạng {now} {after_name}"


def distribution_reading(level: LevelResult, card: Scorecard, ours: Sequence[str]) -> str:
    """Say between which totals the middle half of a level lies, and where our units stand."""
    totals = figures.totals(level)
    low, _, high = figures.quarters(totals.values())
    said = (
        f"Khoảng một nửa trong {thousands(len(totals))} {units_said(level.level)} đạt từ "
        f"{decimal(low, card.places)} đến {printing.points_said(card, high)}"
    )
    own = (
        _placed(level, standing, card)
        for standing in figures.standings_of(level, ours)
        if standing.score.points is not None
    )
    return f"{'; '.join((said, *own))}."


def _placed(level: LevelResult, standing: Standing, card: Scorecard) -> str:
    own = ", ".join(_did(standing, card, tied=figures.is_shared(level, standing)))
    caveats = "; ".join(_caveats(standing))
    return f"{standing.unit.short_name} {own}{f' ({caveats})' if caveats else ''}"


def heat_reading(
    level: LevelResult,
    period: Period,
    steps: Sequence[tuple[Criterion, Mapping[str, int]]],
    ours: Sequence[str],
) -> str:
    """Say in which areas our units are in the highest and in the lowest fifth."""
    said = [
        f"{standing.unit.short_name} {_ends(own)}"
        for standing in figures.standings_of(level, ours)
        if (
            own := [(a, found[standing.unit.id]) for a, found in steps if standing.unit.id in found]
        )
    ]
    if not said:
        return f"Mỗi lĩnh vực chia các {units_said(level.level)} có điểm thành năm nhóm đều nhau."
    return f"{period.name.capitalize()}, {'; '.join(said)}."


def _ends(own: Sequence[tuple[Criterion, int]]) -> str:
    """Say in which areas a unit is in the highest and in the lowest fifth."""
    ends = [
        f"thuộc nhóm {end} ở {', '.join(names)}"
        for end, step in (("cao nhất", figures.FIFTHS), ("thấp nhất", 1))
        if (names := [f"«{area.name}»" for area, found in own if found == step])
    ]
    return "; ".join(ends) or "thuộc ba nhóm giữa ở mọi lĩnh vực có điểm"


def values_said(card: Scorecard, own: Decimal, median: Decimal | None) -> str:
    """Say a value beside the median: «43,47 (trung vị 42,30)»."""
    beside = f" (trung vị {decimal(median, card.places)})" if median is not None else ""
    return f"{decimal(own, card.places)}{beside}"


def median_of(point: SeriesPoint) -> Decimal | None:
    """Give the median of the totals of a point's level."""
    return dict(point.middle.median).get(TOTAL)
