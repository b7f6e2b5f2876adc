"""Reading the cells of a sheet as people fill them: numbers, ranks, yes and no, what is missing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from plugins.newsroom.problem import Problem
from plugins.newsroom.tables import Record
from plugins.scorecards.model import Scorecard

MISSING: Final = frozenset(
    ("", "-", "\u2013", "\u2014", "\u2026", "...", "..", "n/a", "na", "không có", "chưa có")
)
YES: Final = {"1": True, "có": True, "co": True, "x": True}
NO: Final = {"0": False, "không": False, "khong": False}
_THOUSAND: Final = 1000
_SHAPE: Final = re.compile(
    r"-?(?:[0-9]+(?:[.,][0-9]+)?|[0-9]{1,3}(?:(?P<mark>[.,])[0-9]{3})(?:(?P=mark)[0-9]{3})*"
    r"(?:(?!(?P=mark))[.,][0-9]+)?)"
)
"""One mark, or marks of one kind between groups of three: «8.5.3» and a date are no number."""


def read_points(row: Record, name: str, scorecard: Scorecard) -> Decimal | Problem | None:
    """Read points with a decimal comma or point, with or without marks between thousands."""
    written = row[name].replace("\u2212", "-").replace("\u00a0", "").replace(" ", "")
    written = written.removesuffix("%")
    if row[name].casefold() in MISSING or not written:
        return None
    if not _SHAPE.fullmatch(written):
        why = "ô điểm chỉ nhận một số"
        remedy = "viết như 85,03 hoặc 85.03; thiếu số thì để trống hoặc ghi «-»"
        return row.problem(f"«{name}»: không đọc được số «{row[name]}»", why, remedy)
    highest = max((method.scale for method in scorecard.methods), default=Decimal(0))
    return _number(written, small=highest < _THOUSAND)


def _number(written: str, *, small: bool) -> Decimal:
    """Decide which mark is the decimal one: the last of two kinds; one that stands once alone.

    Where points stay below a thousand, «5.762» is a fraction and never five thousand.
    """
    marks = [sign for sign in written if sign in ".,"]
    last = written[-4:] if len(written) > len("0.000") - 1 else ""
    is_decimal = bool(marks) and (
        len(set(marks)) > 1 or (len(marks) == 1 and (small or not re.fullmatch(r"[.,]\d{3}", last)))
    )
    if not is_decimal:
        return Decimal(re.sub(r"[.,]", "", written))
    whole, _, fraction = written.rpartition(marks[-1])
    return Decimal(f"{re.sub(r'[.,]', '', whole)}.{fraction}")


def read_rank(row: Record, name: str) -> int | Problem | None:
    """Read a rank, or how many were ranked: a whole number from 1."""
    written = row[name]
    if written.casefold() in MISSING:
        return None
    if written.isascii() and written.isdigit() and int(written) > 0:
        return int(written)
    why = "thứ hạng và số đơn vị là số nguyên từ 1"
    return row.problem(f"«{name}»: không nhận «{written}»", why, "ghi một số, hoặc để trống")


def read_yes(row: Record, name: str) -> bool | Problem:
    """Read a yes or no."""
    written = row[name].casefold()
    if written in MISSING:
        return False
    found = {**YES, **NO}.get(written)
    if found is None:
        return row.problem(f"«{name}»: không hiểu «{row[name]}»", "", "ghi «có», hoặc để trống")
    return found
