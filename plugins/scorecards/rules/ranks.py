"""Ranks are unique or shared as 1–1–3, agree with the points, and stay within the count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from plugins.newsroom.problem import Problem
from plugins.newsroom.rules.saying import error
from plugins.scorecards.model import Standing
from plugins.scorecards.ranking.results import Results
from plugins.vietnamese.numbers import decimal


def ranks_are_unique_or_tied(results: Results) -> Iterator[Problem]:
    """Ask that whoever shares a rank leaves the following ones free: 15–15–17."""
    for standings in results.ranked():
        counts = Counter(standing.score.rank or 0 for standing in standings)
        for standing in standings:
            rank = standing.score.rank or 0
            tied = [r for r, count in counts.items() if r < rank < r + count]
            for above in tied[:1]:
                count = counts[above]
                yield error(
                    standing.score.spot,
                    f"{standing.unit.short_name} hạng {rank}, mà {count} đơn vị cùng hạng {above}",
                    f"sau {count} đơn vị cùng hạng {above} là hạng {above + count}",
                    "kiểm tra lại các hạng này",
                    rule="ranks_are_unique_or_tied",
                )


def ranks_agree_with_points(results: Results) -> Iterator[Problem]:
    """Refuse a better rank with fewer points, and equal ranks with other points."""
    sign = 1 if results.scorecard.higher_is_better else -1
    for standings in results.ranked():
        known = [
            (s.score.rank or 0, sign * s.score.points, s)
            for s in standings
            if s.score.points is not None
        ]
        known.sort(key=lambda row: (row[0], -row[1]))
        for (rank, more, better), (next_rank, less, worse) in pairwise(known):
            if less > more or (rank == next_rank and less != more):
                yield error(
                    worse.score.spot,
                    f"{_said(better)}, {_said(worse)}",
                    "thứ hạng phải theo điểm",
                    f"kiểm tra dòng {better.score.spot.line} và dòng {worse.score.spot.line}",
                    rule="ranks_agree_with_points",
                )


def _said(standing: Standing) -> str:
    score = standing.score
    return f"{standing.unit.short_name} hạng {score.rank} được {decimal(score.points or 0)}"


def ranks_stay_within_the_count(results: Results) -> Iterator[Problem]:
    """Refuse a rank behind the last."""
    for standings in results.ranked():
        for standing in standings:
            score = standing.score
            if score.ranked and (score.rank or 0) > score.ranked:
                yield error(
                    score.spot,
                    f"{standing.unit.short_name} hạng {score.rank} trong {score.ranked} đơn vị",
                    "hạng không thể lớn hơn số đơn vị được xếp",
                    "sửa «hang» hoặc «so-don-vi»",
                    rule="ranks_stay_within_the_count",
                )


def every_sheet_counts_alike(results: Results) -> Iterator[Problem]:
    """Ask that all rows of a level say alike how many were ranked."""
    for standings in results.ranked():
        counted = [standing.score for standing in standings if standing.score.ranked]
        for score in counted[1:]:
            if score.ranked != counted[0].ranked:
                line, first = counted[0].spot.line, counted[0].ranked
                yield error(
                    score.spot,
                    f"số đơn vị là {score.ranked}, dòng {line} ghi {first}",
                    "một kỳ, một cấp chỉ có một số đơn vị được xếp",
                    "kiểm tra lại «so-don-vi»",
                    rule="every_sheet_counts_alike",
                )
