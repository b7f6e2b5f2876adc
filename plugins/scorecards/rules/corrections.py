"""What changed has a reason, what was inferred says from what, what is striking was looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import mean, stdev
from typing import Final

from plugins.newsroom.problem import Problem
from plugins.newsroom.rules.saying import error, warning
from plugins.scorecards.model import ScoreSheet, Standing
from plugins.scorecards.ranking.results import Results
from plugins.vietnamese.dates import short_date
from plugins.vietnamese.numbers import decimal

ENOUGH: Final = 10
"""So many units must have two results before anybody's change can be called striking."""
STRIKING: Final = 3
"""Standard deviations."""


def every_correction_gives_its_reason(results: Results) -> Iterator[Problem]:
    """Ask of a correction its date, its reason, and something that it corrects."""
    for sheet in results.sheets:
        seen: set[str] = set()
        for score in sheet.scores:
            day, name = score.corrected_on, results.name(score)
            said = None
            if bool(day) != bool(score.reason):
                there, missing = ("sua-ngay", "ly-do-sua")[:: 1 if day else -1]
                why = "người đọc phải biết sửa lúc nào và vì sao"
                said = f"có «{there}» mà không có «{missing}»", why, f"điền «{missing}»"
            elif day and score.unit not in seen:
                fact = f"dòng đính chính {name} không có dòng nào ở trên để đính chính"
                said = fact, "số cũ phải còn lại trong bảng", "giữ dòng cũ ở trên dòng đính chính"
            elif day and day.year < sheet.period.last_day.year:
                fact = f"ngày đính chính {short_date(day)} ở trước kỳ {sheet.period.id}"
                said = fact, "không thể sửa khi chưa có", "sửa lại ngày"
            if said:
                yield error(score.spot, *said, rule="every_correction_gives_its_reason")
            seen.add(score.unit)


def every_inference_is_explained(results: Results) -> Iterator[Problem]:
    """Ask of a figure that no source states what it was inferred from."""
    for sheet in results.sheets:
        for score in sheet.scores:
            if score.derived and not score.note:
                yield error(
                    score.spot,
                    f"số của {results.name(score)} là số suy ra, mà không nói từ đâu",
                    "người đọc phải kiểm tra lại được",
                    "ghi vào «ghi-chu», ví dụ: suy ra: 90,09 − 1,03",
                    rule="every_inference_is_explained",
                )


def every_jump_is_confirmed(results: Results) -> Iterator[Problem]:
    """Ask an editor to look at a change far from everybody else's, and to say why it is right."""
    for (before, old), (after, new) in pairwise(results.by_method()):
        changes = list(_changes(results, before, after)) if old.id == new.id else []
        if len(changes) >= ENOUGH:
            yield from _striking(changes)


def _changes(
    results: Results, before: ScoreSheet, after: ScoreSheet
) -> Iterator[tuple[Standing, Decimal]]:
    """Give by how many points each unit changed that has points in both periods."""
    first = {s.unit.id: s.score.points for s in results.standings[before.period.id]}
    for standing in results.standings[after.period.id]:
        old, new = first.get(standing.unit.id), standing.score.points
        if old is not None and new is not None:
            yield standing, new - old


def _striking(changes: Sequence[tuple[Standing, Decimal]]) -> Iterator[Problem]:
    values = [float(change) for _, change in changes]
    usual, spread = mean(values), stdev(values)
    for (standing, change), value in zip(changes, values, strict=True):
        if abs(value - usual) > STRIKING * spread and not standing.score.confirmed:
            sign = "tăng" if change > 0 else "giảm"
            far = decimal(abs(value - usual) / spread, 1)
            yield warning(
                standing.score.spot,
                f"{standing.unit.short_name} {sign} {decimal(abs(change))} điểm so với kỳ trước",
                f"cách mức thay đổi chung {far} lần độ lệch chuẩn, thường là gõ nhầm",
                "kiểm tra lại; nếu đúng, ghi lý do vào «xac-nhan»",
                rule="every_jump_is_confirmed",
            )
