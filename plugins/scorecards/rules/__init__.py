"""What must hold of a scorecard and its sheets; each rule gives every problem that it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from plugins.newsroom.problem import Problem
from plugins.scorecards.model import ScoreBook
from plugins.scorecards.ranking.results import Results
from plugins.scorecards.rules.corrections import (
    every_correction_gives_its_reason,
    every_inference_is_explained,
    every_jump_is_confirmed,
)
from plugins.scorecards.rules.definition import (
    every_criterion_is_named_once,
    every_period_has_one_method,
    maxima_make_up_the_scale,
)
from plugins.scorecards.rules.points import (
    every_tier_is_known,
    every_unit_is_given_once,
    points_stay_within_the_scale,
    totals_equal_their_parts,
)
from plugins.scorecards.rules.ranks import (
    every_sheet_counts_alike,
    ranks_agree_with_points,
    ranks_are_unique_or_tied,
    ranks_stay_within_the_count,
)
from plugins.scorecards.rules.units import every_code_means_one_unit

Rule = Callable[[Results], Iterator[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    every_code_means_one_unit,
    every_criterion_is_named_once,
    every_period_has_one_method,
    maxima_make_up_the_scale,
    points_stay_within_the_scale,
    every_unit_is_given_once,
    totals_equal_their_parts,
    every_tier_is_known,
    ranks_are_unique_or_tied,
    ranks_agree_with_points,
    ranks_stay_within_the_count,
    every_sheet_counts_alike,
    every_correction_gives_its_reason,
    every_inference_is_explained,
    every_jump_is_confirmed,
)


def check(book: ScoreBook) -> Iterator[Problem]:
    """Ask every rule."""
    results = Results(book)
    for rule in RULES:
        yield from rule(results)
