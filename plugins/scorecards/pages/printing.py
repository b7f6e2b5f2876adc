"""Figures as readers see them: points, ranks, changes, remarks (cách in số)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from plugins.scorecards.model import Score, Scorecard, Standing
from plugins.vietnamese.dates import short_date
from plugins.vietnamese.numbers import decimal, thousands

NONE: Final = "–"
LEVELS: Final = {
    "tinh": "tỉnh, thành phố",
    "bo": "bộ, ngành",
    "so": "sở, ban, ngành",
    "huyen": "huyện, thị xã, thành phố",
    "xa": "xã, phường",
    "vung": "vùng",
    "ca-nuoc": "cả nước",
}
"""What the units of a level are called together."""


def points_cell(card: Scorecard, value: Decimal | None) -> str:
    """Print points for a table, whose heading names the unit: «85,03»."""
    return NONE if value is None else decimal(value, card.places)


def most_said(value: Decimal) -> str:
    """Print a highest possible number of points: «10», «0,5»."""
    return decimal(value.normalize())


def points_said(card: Scorecard, value: Decimal) -> str:
    """Print points with their unit: «85,03 %», «43,12 điểm»."""
    return f"{decimal(value, card.places)} {card.unit_text}".strip()


def points_name(card: Scorecard) -> str:
    """Head the column of points: «Điểm», «Kết quả (%)»."""
    return f"Kết quả ({card.unit_text})" if card.unit_text == "%" else "Điểm"


def rank_cell(score: Score) -> str:
    """Print a rank for a table; a dash when there is none."""
    return NONE if score.rank is None else thousands(score.rank)


def rank_said(score: Score) -> str:
    """Print a rank among how many: «33/63»."""
    if score.rank is None:
        return NONE
    return f"{thousands(score.rank)}/{thousands(score.ranked)}" if score.ranked else str(score.rank)


def change_said(now: Score, before: Score | None) -> str:
    """Say how far a rank rose or fell; nothing when one is missing, or only one is ours."""
    if before is None or now.rank is None or before.rank is None:
        return ""
    if now.rank_computed != before.rank_computed:
        return ""
    steps = before.rank - now.rank
    if not steps:
        return "giữ hạng"
    return f"tăng {thousands(steps)} bậc" if steps > 0 else f"giảm {thousands(-steps)} bậc"


def remarks(card: Scorecard, standing: Standing) -> Iterator[str]:
    """Say what a reader must know of a figure before trusting it."""
    score = standing.score
    if score.derived:
        yield f"số suy ra, không phải số công bố trực tiếp ({score.note})"
    elif score.note:
        yield score.note
    for other in standing.others:
        said = points_said(card, other.points) if other.points is not None else rank_said(other)
        yield f"nguồn khác ghi {said} ({other.source})"
    if score.corrected_on:
        was = standing.earlier[-1]
        old = points_said(card, was.points) if was.points is not None else rank_said(was)
        day = short_date(score.corrected_on)
        yield f"đã đính chính ngày {day}, trước đó ghi {old}: {score.reason}"
    if score.confirmed:
        yield score.confirmed
