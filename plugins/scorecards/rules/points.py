"""Points stay within their scale, are given once, and add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from plugins.newsroom.problem import Problem
from plugins.newsroom.rules.saying import error
from plugins.scorecards.model import TOTAL, Criterion, Method, Score
from plugins.scorecards.ranking.results import Results
from plugins.vietnamese.numbers import decimal


def points_stay_within_the_scale(results: Results) -> Iterator[Problem]:
    """Refuse a total above the scale, a part above its maximum, and what is below zero."""
    maxima = {c.id: c.max_points for c in results.scorecard.criteria}
    for sheet, method in results.by_method():
        for score in sheet.scores:
            for key, value in score.given:
                highest = method.scale if key == TOTAL else maxima[key]
                yield from _outside(results, score, key, value, highest)


def _outside(
    results: Results, score: Score, key: str, value: Decimal, highest: Decimal | None
) -> Iterator[Problem]:
    name = results.name(score)
    says = partial(error, rule="points_stay_within_the_scale")
    if value < 0:
        fact = f"{name} được {decimal(value)} điểm"
        yield says(score.spot, fact, "điểm không âm", "kiểm tra lại điểm")
    elif highest is not None and value > highest:
        of = "" if key == TOTAL else f" của «{results.criterion(key)}»"
        fact = f"{name} được {decimal(value)} điểm, vượt điểm tối đa {decimal(highest)}{of}"
        remedy = "kiểm tra lại điểm, hoặc sửa điểm tối đa trong bo-chi-so.toml"
        yield says(score.spot, fact, "", remedy)


def every_unit_is_given_once(results: Results) -> Iterator[Problem]:
    """Ask that one source says one thing of a unit in a period, but for corrections."""
    for sheet in results.sheets:
        seen: dict[tuple[str, str], Score] = {}
        for score in sheet.scores:
            if score.corrected_on:
                continue
            first = seen.setdefault((score.unit, score.source), score)
            if first is not score:
                yield error(
                    score.spot,
                    f"{results.name(score)} đã có ở dòng {first.spot.line}, cùng một nguồn",
                    "hai dòng thì không biết dòng nào đúng",
                    "xóa một dòng; nếu là đính chính, ghi «sua-ngay» và «ly-do-sua»",
                    rule="every_unit_is_given_once",
                )


def every_tier_is_known(results: Results) -> Iterator[Problem]:
    """Refuse a tier that the scorecard does not name."""
    known = results.scorecard.tiers
    for sheet in results.sheets:
        for score in sheet.scores:
            if score.tier and score.tier not in known:
                yield error(
                    score.spot,
                    f"xếp nhóm «{score.tier}» không có trong bo-chi-so.toml",
                    "nhóm lạ thường là gõ nhầm",
                    f"ghi một trong: {', '.join(known)}" if known else "thêm «nhom» vào đó",
                    rule="every_tier_is_known",
                )


def totals_equal_their_parts(results: Results) -> Iterator[Problem]:
    """Ask that a sheet agrees with its method, where that adds up or takes the mean."""
    card = results.scorecard
    for sheet, method in results.by_method():
        if method.total == "cong-bo":
            continue
        areas = card.areas_of(sheet.period.id)
        for score in sheet.scores:
            yield from _whole(results, score, (TOTAL, areas), method)
            for area in areas if method.total == "tong" else ():
                parts = card.parts_of(area.id, sheet.period.id)
                yield from _whole(results, score, (area.id, parts), method)


def _whole(
    results: Results, score: Score, whole: tuple[str, Sequence[Criterion]], method: Method
) -> Iterator[Problem]:
    """Hold one sum or mean against its parts, if all of them are there."""
    key, parts = whole
    given = dict(score.given)
    known = [given[part.id] for part in parts if part.id in given]
    if key not in given or not parts or len(known) < len(parts):
        return
    expected = sum(known, Decimal(0)) / (len(known) if method.total == "trung-binh" else 1)
    if abs(expected - given[key]) > method.tolerance:
        of = "" if key == TOTAL else f"«{results.criterion(key)}»: "
        way = "trung bình" if method.total == "trung-binh" else "tổng"
        fact = f"{results.name(score)} ghi {decimal(given[key])} điểm, {of}{way} các phần là"
        yield error(
            score.spot,
            f"{fact} {decimal(expected)}",
            "điểm phải khớp với các phần theo cách tính trong bo-chi-so.toml",
            "kiểm tra lại từng ô của dòng",
            rule="totals_equal_their_parts",
        )
