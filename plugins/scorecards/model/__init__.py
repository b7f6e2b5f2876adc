"""The nouns of scorecards (bộ chỉ số)."""

from __future__ import annotations

from plugins.scorecards.model.definition import (
    TOTAL,
    Criterion,
    Method,
    Period,
    Scorecard,
    Span,
    Unit,
)
from plugins.scorecards.model.outcome import (
    NEARLY_ALL,
    LevelResult,
    Middle,
    Overview,
    PeriodResult,
    Score,
    ScoreBook,
    ScoreSheet,
    SeriesPoint,
    Standing,
    UnitName,
    UnitSeries,
)

__all__ = [
    "NEARLY_ALL",
    "TOTAL",
    "Criterion",
    "LevelResult",
    "Method",
    "Middle",
    "Overview",
    "Period",
    "PeriodResult",
    "Score",
    "ScoreBook",
    "ScoreSheet",
    "Scorecard",
    "SeriesPoint",
    "Span",
    "Standing",
    "Unit",
    "UnitName",
    "UnitSeries",
]
