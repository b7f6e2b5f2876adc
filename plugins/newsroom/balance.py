"""Tags that open and close in order (thẻ khép kín)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import Final, NamedTuple

from plugins.newsroom.manuscript import Manuscript
from plugins.newsroom.places import without_code
from plugins.newsroom.problem import Problem
from plugins.newsroom.tokens import Token

_VOID: Final = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input"),
        *("link", "meta", "source", "track", "wbr"),
    )
)
"""The tags that have no end tag (HTML standard, 13.1.2)."""

_DEEPEST: Final = 100


class _Kind(Enum):
    UNCLOSED = ("thẻ <{}> không được đóng trong đoạn của nó", "thêm </{}> trước dòng trống")
    STRAY = ("thừa thẻ đóng </{}>", "xóa thẻ ấy, hoặc thêm <{}> ở phía trước")
    DEEP = ("thẻ <{}> nằm trong quá nhiều thẻ khác", "bỏ bớt các thẻ bao quanh, kể cả <{}>")


class Fault(NamedTuple):
    """What is wrong with a tag, and its name."""

    kind: _Kind
    name: str


def fault_of(tokens: Sequence[Token]) -> Fault | None:
    """Find the first tag that is not closed in its place, or that lies absurdly deep.

    The sanitiser would close it, at a price without bound, so that it never gets to see it.
    """
    inside: list[str] = []
    for token in tokens:
        if token.kind == "open" and token.name not in _VOID:
            inside.append(token.name)
            if len(inside) > _DEEPEST:
                return Fault(_Kind.DEEP, token.name)
        elif token.kind == "close":
            if not inside or inside[-1] != token.name:
                return _misplaced(token.name, inside)
            inside.pop()
    return Fault(_Kind.UNCLOSED, inside[-1]) if inside else None


def _misplaced(name: str, inside: Sequence[str]) -> Fault:
    return Fault(_Kind.UNCLOSED, inside[-1]) if name in inside else Fault(_Kind.STRAY, name)


def name_fault(manuscript: Manuscript, fault: Fault) -> Problem:
    """Say where the tag is, and how to mend it."""
    fact, remedy = fault.kind.value
    return manuscript.error(
        _line(manuscript, fault),
        fact.format(fault.name),
        "kiểu chữ hoặc khung của nó sẽ kéo sang chữ phía sau",
        remedy.format(fault.name),
        rule="html_survives_the_sanitiser",
    )


def _line(manuscript: Manuscript, fault: Fault) -> int:
    """Find the tag's line: the one that has no partner, or else the first of its name."""
    text = without_code(manuscript.text)
    found = list(re.finditer(rf"<(/?){fault.name}\b", text, re.IGNORECASE))
    alone: list[re.Match[str]] = []
    for tag in found:
        if tag[1] and alone and not alone[-1][1]:
            alone.pop()
        else:
            alone.append(tag)
    wanted = [tag for tag in alone if bool(tag[1]) is (fault.kind is _Kind.STRAY)] or found
    return manuscript.first_line + (text.count("\n", 0, wanted[0].start()) if wanted else 0)
