"""What an editor does to a scorecard: a cell, a row, a period, a correction, a name, the terms."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from support.desk import Desk, Score

UNITS = tuple(f"don-vi-{n}" for n in range(1, 7))
KEPT = UNITS[0]
"""The unit that an article shows: it never leaves a period."""


def change_cell(desk: Desk, chance: Random) -> str:
    """Type another figure over one that was wrong."""
    period, scores = _period(desk, chance)
    score = chance.choice(scores)
    score.points = _points(chance)
    return f"{period}: {score.unit} = {score.points}"


def correct_cell(desk: Desk, chance: Random) -> str:
    """Correct a figure openly: a new row with its day and its reason."""
    period, scores = _period(desk, chance)
    unit = chance.choice(scores).unit
    scores.append(Score(unit=unit, points=_points(chance), corrected="2026-11-20"))
    return f"{period}: đính chính {unit}"


def add_or_drop_row(desk: Desk, chance: Random) -> str:
    """Add a unit to a period, or take one out."""
    period, scores = _period(desk, chance)
    unit = chance.choice(UNITS[1:])
    kept = [score for score in scores if score.unit != unit]
    if len(kept) == len(scores):
        kept.append(Score(unit=unit, points=_points(chance)))
    desk.scores[period] = kept
    return f"{period}: {unit}"


def add_or_drop_period(desk: Desk, chance: Random) -> str:
    """Publish a period, or take one away; one always stays."""
    period = str(chance.randrange(2020, 2025))
    if period in desk.scores and len(desk.scores) > 1:
        del desk.scores[period]
    else:
        desk.scores[period] = [Score(unit=unit, points=_points(chance)) for unit in UNITS[:4]]
    return period


def cite_another_source(desk: Desk, chance: Random) -> str:
    """Let a second source say something else of a unit."""
    period, scores = _period(desk, chance)
    number = desk.number()
    scores.append(Score(unit=KEPT, points=_points(chance), source=f"Nguồn {number}"))
    return f"{period}: nguồn {number}"


def rename_unit(desk: Desk, chance: Random) -> str:
    """Correct the name of a unit that is ranked."""
    unit = chance.choice(UNITS)
    desk.unit_names[unit] = f"Đơn vị {desk.number()}"
    return f"{unit} = {desk.unit_names[unit]}"


def change_terms(desk: Desk, chance: Random) -> str:
    """Say something else of the scorecard: its name, its licence, its day of review."""
    desk.terms = chance.choice(("CC BY 4.0", "Theo nguồn", f"Bản {desk.number()}"))
    return desk.terms


def _period(desk: Desk, chance: Random) -> tuple[str, list[Score]]:
    period = chance.choice(sorted(desk.scores))
    return period, desk.scores[period]


def _points(chance: Random) -> str:
    return f"{chance.randrange(0, 10001) / 100:.2f}"


SCORE_EDITS: dict[str, Callable[[Desk, Random], str]] = {
    "score-cell": change_cell,
    "score-correction": correct_cell,
    "score-row": add_or_drop_row,
    "score-period": add_or_drop_period,
    "score-source": cite_another_source,
    "score-unit": rename_unit,
    "score-terms": change_terms,
}
