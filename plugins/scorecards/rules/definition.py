"""A scorecard's own definition: methods follow each other, names are unique, maxima add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Spot
from plugins.newsroom.rules.saying import error
from plugins.scorecards.model import Criterion
from plugins.scorecards.ranking.results import Results
from plugins.vietnamese.numbers import decimal


def every_criterion_is_named_once(results: Results) -> Iterator[Problem]:
    """Refuse two criteria of one period with one id."""
    seen: dict[str, list[Criterion]] = {}
    for criterion in results.scorecard.criteria:
        others = seen.setdefault(criterion.id, [])
        for other in filter(criterion.meets, others):
            yield error(
                criterion.spot,
                f"mã tiêu chí «{criterion.id}» đã có ở dòng {other.spot.line}",
                "hai tiêu chí một mã thì không biết cột điểm là của tiêu chí nào",
                "đổi mã, hoặc ghi «tu», «den» để không trùng kỳ",
                rule="every_criterion_is_named_once",
            )
        others.append(criterion)


def every_period_has_one_method(results: Results) -> Iterator[Problem]:
    """Ask for one method for every sheet."""
    card = results.scorecard
    if not card.methods:
        why = "không biết thang điểm và cách tính tổng"
        fact, remedy = "không có phiên bản phương pháp nào", "thêm bảng [[phuong-phap]]"
        yield error(card.spot, fact, why, remedy, rule="every_period_has_one_method")
        return
    for sheet in results.sheets:
        fitting = [method for method in card.methods if method.span.holds(sheet.period.id)]
        if len(fitting) != 1:
            yield error(
                fitting[-1].spot if fitting else card.spot,
                f"kỳ {sheet.period.id} có {len(fitting)} phiên bản phương pháp",
                "không biết dùng thang điểm nào",
                "sửa «tu», «den» của các bảng [[phuong-phap]]",
                rule="every_period_has_one_method",
            )


def maxima_make_up_the_scale(results: Results) -> Iterator[Problem]:
    """Ask that the maxima of the parts make up that of the whole, where a total is a sum."""
    card = results.scorecard
    for method in card.methods:
        if method.total == "tong":
            areas = card.areas_of(method.span.since or method.span.until)
            yield from _sum(method.scale, areas, "thang điểm", method.spot)
    for criterion in card.criteria:
        if criterion.max_points is not None:
            period = criterion.span.since or criterion.span.until
            parts = card.parts_of(criterion.id, period)
            what = f"điểm tối đa của «{criterion.name}»"
            yield from _sum(criterion.max_points, parts, what, criterion.spot)


def _sum(whole: Decimal, parts: Sequence[Criterion], what: str, spot: Spot) -> Iterator[Problem]:
    known = [part.max_points for part in parts if part.max_points is not None]
    total = sum(known, Decimal(0))
    if known and len(known) == len(parts) and total != whole:
        yield error(
            spot,
            f"{what} là {decimal(whole)}, các phần cộng lại là {decimal(total)}",
            "điểm tối đa của các phần phải cộng lại bằng của cả",
            "sửa lại điểm tối đa",
            rule="maxima_make_up_the_scale",
        )
