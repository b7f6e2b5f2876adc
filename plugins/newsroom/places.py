"""Where in an editor's file something stands (dòng), found again after Markdown has read it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import repeat
from typing import Final

_BEFORE_TARGET: Final = " \n\t(<\"'="
_AFTER_TARGET: Final = " \n\t)>\"'"
_BACKTICKS: Final = re.compile(r"`+")
_NOT_A_BREAK: Final = re.compile(r"[^\n]")
_LINE_END: Final = re.compile(r"\n")
_WORD: Final = re.compile(r"\w+")
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n")


class Places:
    """The places of one text; asked twice for the same words, it gives their second place.

    Python-Markdown tells no lines, so words are looked for in the source in their own order;
    code spans are passed over.
    """

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._first_line = first_line
        self._found: dict[tuple[str, bool], Iterator[int]] = {}
        self._heading_lines: list[tuple[int, int, str]] | None = None

    @cached_property
    def _without_code(self) -> str:
        return without_code(self._text)

    @cached_property
    def _line_ends(self) -> list[int]:
        return [match.start() for match in _LINE_END.finditer(self._text)]

    def line_of(self, *wanted: str) -> int:
        """Give the line of the first of these words that is found, or the text's first line."""
        for words in wanted:
            start = self._find(words, target=False)
            if start >= 0:
                return self._line(start)
        return self._first_line

    def line_of_target(self, target: str, *otherwise: str) -> int:
        """Give the line of a link's target, which never is a part of a longer target."""
        start = self._find(target, target=True)
        return self._line(start) if start >= 0 else self.line_of(*otherwise)

    def line_of_heading(self, level: int, text: str) -> int:
        """Give the line of a heading, whichever of the two ways it is written in."""
        if self._heading_lines is None:
            self._heading_lines = list(_heading_lines(self._without_code))
        words = _WORD.findall(text)
        for at, (known, line, source) in enumerate(self._heading_lines):
            if known == level and all(word in source for word in words):
                del self._heading_lines[at]
                return self._first_line + line
        return self.line_of(text, f"<h{level}")

    def _find(self, words: str, *, target: bool) -> int:
        if not words:
            return -1
        key = (words, target)
        if key not in self._found:
            self._found[key] = self._starts(words, target=target)
        return next(self._found[key])

    def _starts(self, words: str, *, target: bool) -> Iterator[int]:
        """Yield every place of these words, then their first one even in code, over and over."""
        start = self._without_code.find(words)
        while start >= 0:
            if not target or self._is_target(start, start + len(words)):
                yield start
            start = self._without_code.find(words, start + 1)
        yield from repeat(self._text.find(words))

    def _is_target(self, start: int, end: int) -> bool:
        before, after = self._without_code[start - 1 : start], self._without_code[end : end + 1]
        return before in _BEFORE_TARGET and after in _AFTER_TARGET

    def _line(self, start: int) -> int:
        return self._first_line + bisect_left(self._line_ends, start)


def _heading_lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the level, the line counted from 0 and the source of everything like a heading."""
    previous = ""
    for number, line in enumerate(text.split("\n")):
        bare = line.strip()
        if bare.startswith("#"):
            yield len(bare) - len(bare.lstrip("#")), number, bare
        elif bare and previous and not bare.strip("="):
            yield 1, number - 1, previous
        elif bare and previous and not bare.strip("-"):
            yield 2, number - 1, previous
        previous = bare


def without_code(text: str) -> str:
    """Blank out code spans (`` `…` ``), keeping every line and every column where it is."""
    if "`" not in text:
        return text
    parts: list[str] = []
    done = 0
    for start, end in _code_spans(text):
        parts += (text[done:start], _NOT_A_BREAK.sub(" ", text[start:end]))
        done = end
    return "".join((*parts, text[done:]))


def _code_spans(text: str) -> list[tuple[int, int]]:
    """Pair each run of backticks with the next run of its length in the same paragraph."""
    spans: list[tuple[int, int]] = []
    paragraph = 0
    for blank in (*_BLANK_LINE.finditer(text), None):
        end = blank.start() if blank else len(text)
        waiting: dict[int, int] = {}
        for run in _BACKTICKS.finditer(text, paragraph, end):
            length = run.end() - run.start()
            if length in waiting:
                spans.append((waiting[length], run.end()))
                waiting.clear()
            else:
                waiting[length] = run.start()
        paragraph = blank.end() if blank else end
    return spans
