"""What an import changes in a sheet: new rows, corrections of what is there, what stays."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from plugins.scorecards.model import Score

LEADING: Final = ("don-vi", "tong", "hang", "so-don-vi", "nhom")
CLOSING: Final = (
    *("nguon", "ghi-chu", "suy-ra", "hang-tu-tinh"),
    *("sua-ngay", "ly-do-sua", "xac-nhan"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A sheet after an import: its rows, and which of them are new, correct others, stay."""

    scores: tuple[Score, ...]
    added: tuple[Score, ...]
    corrected: tuple[tuple[Score, Score], ...]
    kept: int


def merge(known: Sequence[Score], fresh: Iterable[Score], *, today: date, reason: str) -> Merged:
    """Put fresh rows below those that are known: what says something else corrects them."""
    latest = {score.unit: score for score in known}
    added, corrected, kept = [], [], 0
    for score in fresh:
        before = latest.get(score.unit)
        if before is None:
            added.append(score)
        elif _same(before, score):
            kept += 1
        else:
            corrected.append((before, replace(score, corrected_on=today, reason=reason)))
    scores = (*known, *added, *(new for _, new in corrected))
    return Merged(scores=scores, added=tuple(added), corrected=tuple(corrected), kept=kept)


def _same(before: Score, after: Score) -> bool:
    return (before.points, before.rank, dict(before.parts)) == (
        after.points,
        after.rank,
        dict(after.parts),
    )


def sheet_text(scores: Sequence[Score], names: dict[str, str]) -> str:
    """Write rows as a sheet: only columns that anybody fills; `names` by unit id, else the id."""
    parts = list(dict.fromkeys(name for score in scores for name, _ in score.parts))
    rows = [_row(score, names.get(score.unit, score.unit)) for score in scores]
    needed = ("don-vi", "nguon")
    header = [
        name
        for name in (*LEADING, *parts, *CLOSING)
        if name in needed or any(row.get(name) for row in rows)
    ]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _row(score: Score, name: str) -> dict[str, str]:
    return {
        "don-vi": name,
        "tong": _number(score.points),
        "hang": "" if score.rank is None else str(score.rank),
        "so-don-vi": "" if score.ranked is None else str(score.ranked),
        "nhom": score.tier,
        **{key: _number(value) for key, value in score.parts},
        "nguon": score.source,
        "ghi-chu": score.note,
        "suy-ra": "có" if score.derived else "",
        "hang-tu-tinh": "có" if score.rank_computed else "",
        "sua-ngay": score.corrected_on.isoformat() if score.corrected_on else "",
        "ly-do-sua": score.reason,
        "xac-nhan": score.confirmed,
    }


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
