"""Texts that would keep Markdown busy for minutes (bài quá nặng dấu)."""

from __future__ import annotations

import re
from typing import Final

from plugins.newsroom.problem import Problem

LONGEST: Final = 100_000
DEEPEST: Final = 50
MOST_HEADINGS: Final = 200

_NESTED: Final = re.compile(r"^(?:[ \t>]*+(?:[-*+]|\d++\.)[ \t]++){20}", re.MULTILINE)
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n")
_MARKS: Final = re.compile(r"[\[\]()<>]")
_PAIRS: Final = {"]": "[", ")": "(", ">": "<"}


def too_much(text: str, *, path: str, first_line: int) -> Problem | None:
    """Name what makes a text too heavy to read: its length, or marks that are never closed."""
    if len(text) > LONGEST:
        fact = f"bài dài {len(text)} ký tự, quá {LONGEST}"
        return _problem(path, first_line, fact, "chia thành nhiều bài")
    if nested := _NESTED.search(text):
        return too_deep(path=path, line=first_line + text.count("\n", 0, nested.start()))
    if sum(text.count(mark) for mark in "[(<#") <= DEEPEST:
        return None
    start = 0
    for end in (*(blank.start() for blank in _BLANK_LINE.finditer(text)), len(text)):
        mark = _heavy_mark(text[start:end])
        if mark:
            line = first_line + text.count("\n", 0, start) + (start > 0)
            fact = f"một đoạn có quá nhiều dấu «{mark}» không đóng"
            return _problem(path, line, fact, "đóng hoặc xóa các dấu ấy, chia đoạn bằng dòng trống")
        start = end
    return None


def too_deep(*, path: str, line: int) -> Problem:
    """Name a text whose lists or quotations lie too deep within each other."""
    fact = "danh sách hoặc trích dẫn lồng nhau quá nhiều cấp"
    return _problem(path, line, fact, "bỏ bớt các dấu -, 1. hoặc > đứng liền nhau ở đầu dòng")


def _heavy_mark(block: str) -> str:
    open_marks = dict.fromkeys("[(<", 0)
    for match in _MARKS.finditer(block):
        closed = _PAIRS.get(match[0])
        if closed is None:
            open_marks[match[0]] += 1
            if open_marks[match[0]] > DEEPEST:
                return match[0]
        elif open_marks[closed]:
            open_marks[closed] -= 1
    return "#" if block.count("\n#") > MOST_HEADINGS else ""


def _problem(path: str, line: int, fact: str, remedy: str) -> Problem:
    return Problem(
        path=f"content/{path}",
        line=line,
        fact=fact,
        why="máy đọc bài quá lâu, có thể do dán nhầm nội dung",
        remedy=remedy,
        rule="text_can_be_read",
    )
