"""Texts that would keep Markdown busy for minutes (bài quá nặng dấu)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from plugins.newsroom.problem import Problem

_LONGEST: Final = 100_000
_MOST_PARAGRAPHS: Final = 5_000
_MOST_NOTES: Final = 500
_MOST_RULES: Final = 200
_DEEPEST: Final = 50
_HEAVIEST: Final = 300_000_000
"""Markdown copies a paragraph for every mark in it: the sum of marks times letters."""

_NESTED: Final = re.compile(r"\n(?:(?:[ \t>]*+(?:[-*+]|\d++\.)[ \t]++){20}|(?:[ \t]*+>){20})")
_RULE: Final = re.compile(r"^[ \t]*+(?:[#>:]|[=\-_* \t]++$)", re.MULTILINE)
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n")
_BRACKETS: Final = re.compile(r"[\[\]()<>]")
_OPENED_BY: Final = {"]": "[", ")": "(", ">": "<"}
_MARKS: Final = "[<*_`&\\"

_Excess = tuple[int, str, str]
"""Where it begins in the text, the fact, the remedy."""


def too_much(text: str, *, path: str, first_line: int) -> Problem | None:
    """Name what makes a text too heavy to read: its length, or marks that are never closed."""
    for start, fact, remedy in chain(_whole(text), _paragraphs(text)):
        return _problem(path, first_line + text.count("\n", 0, start), fact, remedy)
    return None


def cannot_be_read(*, path: str, first_line: int) -> Problem:
    """Name a text that Markdown gave up on."""
    fact = "Markdown không đọc được bài này"
    remedy = "bỏ bớt danh sách, trích dẫn lồng nhau và chú thích không có chữ"
    return _problem(path, first_line, fact, remedy)


def _whole(text: str) -> Iterator[_Excess]:
    if len(text) > _LONGEST:
        yield 0, f"bài dài {len(text)} ký tự, quá {_LONGEST}", "chia thành nhiều bài"
    elif text.count("\n") > _MOST_PARAGRAPHS and len(_BLANK_LINE.findall(text)) > _MOST_PARAGRAPHS:
        yield 0, f"bài có hơn {_MOST_PARAGRAPHS} đoạn", "chia thành nhiều bài"
    elif text.count("[^") > _MOST_NOTES:
        yield text.find("[^"), f"bài có hơn {_MOST_NOTES} dấu chú thích [^", "bỏ bớt chú thích"
    elif nested := _NESTED.search(f"\n{text}"):  # so that each line begins with a sign to look for
        fact = "danh sách hoặc trích dẫn lồng nhau quá nhiều cấp"
        yield nested.start(), fact, "bỏ bớt các dấu -, 1. hoặc > liền nhau ở đầu dòng"


def _paragraphs(text: str) -> Iterator[_Excess]:
    if _is_light(text):
        return
    start = load = 0
    for end in (*(blank.end() for blank in _BLANK_LINE.finditer(text)), len(text)):
        paragraph = text[start:end]
        load += len(paragraph) * sum(map(paragraph.count, _MARKS))
        if load > _HEAVIEST:
            fact = f"một đoạn dài {len(paragraph)} ký tự có quá nhiều dấu Markdown"
            yield start, fact, "chia đoạn bằng dòng trống"
        elif mark := _heavy_mark(paragraph):
            fact = f"một đoạn có quá nhiều dấu {mark}"
            yield start, fact, "xóa các dấu thừa, chia đoạn bằng dòng trống"
        start = end


def _is_light(text: str) -> bool:
    """Say whether all of a text is too light for any paragraph of it to be too heavy."""
    return (
        len(text) * sum(map(text.count, _MARKS)) <= _HEAVIEST
        and max(map(text.count, _OPENED_BY.values())) <= _DEEPEST
        and text.count("\n") < _MOST_RULES
    )


def _heavy_mark(paragraph: str) -> str:
    opened = dict.fromkeys(_OPENED_BY.values(), 0)
    for bracket in _BRACKETS.findall(paragraph):
        if bracket in opened:
            opened[bracket] += 1
            if opened[bracket] > _DEEPEST:
                return str(bracket)
        elif opened[_OPENED_BY[bracket]]:
            opened[_OPENED_BY[bracket]] -= 1
    return "#, >, :, --- hoặc === ở đầu dòng" if len(_RULE.findall(paragraph)) > _MOST_RULES else ""


def _problem(path: str, line: int, fact: str, remedy: str) -> Problem:
    return Problem(
        path=f"content/{path}",
        line=line,
        fact=fact,
        why="máy đọc bài quá lâu, có thể do dán nhầm nội dung",
        remedy=remedy,
        rule="text_can_be_read",
    )
