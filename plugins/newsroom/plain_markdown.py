"""Plain texts (bài viết thuần), made into a fragment without Markdown and without the sanitiser.

Markdown decides what a text becomes. For the shapes below, in which nearly all articles are
written, its decision is known beforehand and costs a tenth of asking; a text with anything else in
it, be it one unusual sign or one indented line, is left to Markdown as a whole.

- a heading: `## words`, down to level 6, without any mark in the words
- a paragraph: lines that begin with a letter, a digit, a quotation mark or a mark of emphasis
- a flat list: every line `- words`, or every line `1. words` from 1 on; never two lists in a row
- a table: rows between bars, with as many cells in every row as there are columns, two at least
- in all but headings, the marks of `plain_marks`
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from plugins.newsroom.fragment import Fragment
from plugins.newsroom.installed import installed_version
from plugins.newsroom.plain_marks import NotPlainError, write_marked
from plugins.newsroom.plain_signs import LETTER, ORDINARY
from plugins.newsroom.plain_writing import PlainWriting

PROVED_FOR: Final = "3.11.3"
"""The version of Markdown whose decisions these are; any other one is asked about every text."""

_STRANGE: Final = re.compile(f"[^{ORDINARY}]")
_MEANT_OTHERWISE: Final = ("\n ", " \n", "![")
"""An indented line, a space at the end of one, a picture."""

_REFERENCE: Final = re.compile(r"&(?:#|[A-Za-z0-9]*;)")

_LINE: Final = rf"(?!\d++\. )(?:[{LETTER}0-9\"'«“‘(–—…]|\*{{1,2}}+(?!\s)|\[).*+"
_ROW: Final = r"\|.++(?<=\|)"
_BLOCK: Final = re.compile(
    rf"(?P<heading>\#{{2,6}} ++[^#*|\[\]\n]++)(?:\n++|\Z)"
    rf"|(?:(?P<paragraph>{_LINE}(?:\n{_LINE})*)"
    rf"|(?P<bullets>[*+-] ++{_LINE}(?:\n[*+-] ++{_LINE})*)"
    rf"|(?P<numbers>1\. ++{_LINE}(?:\n\d++\. ++{_LINE})*)"
    rf"|(?P<table>{_ROW}\n\|(?: *+:?-++:? *+\|)+(?:\n{_ROW})+)"
    r")(?:\n{2,}+|\n?\Z)"
)
_LISTS: Final = ("bullets", "numbers")
_LIST_SIGN: Final = re.compile(r"^(?:[*+-]|\d++\.) ++", re.MULTILINE)
_ALIGNED: Final = {
    (False, False): "",
    (True, False): "",
    (False, True): ' class="align-right"',
    (True, True): ' class="align-center"',
}
"""What a column's cells bear, by whether its rule begins and ends with a colon."""


def read_plain(text: str, first_line: int) -> Fragment | None:
    """Give a plain text's fragment, the one that Markdown's HTML would give, or else None.

    No tag, target or reference in such a text has anything wrong with it.
    """
    if not _is_installed(PROVED_FOR) or not _is_ordinary(text):
        return None
    writing = PlainWriting(text, first_line)
    try:
        _read_blocks(text, first_line, writing)
    except NotPlainError:
        return None
    return writing.fragment()


@cache
def _is_installed(markdown: str) -> bool:
    return installed_version("markdown") == markdown


def _is_ordinary(text: str) -> bool:
    return not (
        _STRANGE.search(text)
        or any(sign in text for sign in _MEANT_OTHERWISE)
        or text.endswith(" ")
        or ("&" in text and _REFERENCE.search(text))
    )


def _read_blocks(text: str, first_line: int, writing: PlainWriting) -> None:
    at = len(text) - len(text.lstrip("\n"))
    line, before = first_line + at, ""
    if at == len(text):
        raise NotPlainError
    while at < len(text):
        block = _BLOCK.match(text, at)
        kind = block.lastgroup if block else None
        if not block or not kind or (kind in _LISTS and before in _LISTS):
            raise NotPlainError
        if before:
            writing.html("\n")
        _READERS[kind](writing, block[kind], line)
        line += text.count("\n", at, block.end())
        at, before = block.end(), kind


def _heading(writing: PlainWriting, written: str, line: int) -> None:
    signs, _, words = written.partition(" ")
    writing.heading(len(signs), words.lstrip(" "), line)


def _paragraph(writing: PlainWriting, written: str, _: int) -> None:
    writing.html("<p>")
    writing.heard(write_marked(writing, written))
    writing.html("</p>")


def _bullets(writing: PlainWriting, written: str, _: int) -> None:
    _list(writing, written, "ul")


def _numbers(writing: PlainWriting, written: str, _: int) -> None:
    _list(writing, written, "ol")


def _list(writing: PlainWriting, written: str, name: str) -> None:
    writing.html(f"<{name}>\n")
    for item in _LIST_SIGN.sub("", written).split("\n"):
        writing.html("<li>")
        writing.heard(write_marked(writing, item))
        writing.html("</li>\n")
    writing.html(f"</{name}>")


def _table(writing: PlainWriting, written: str, _: int) -> None:
    head, rule, *body = (row[1:-1].split("|") for row in written.split("\n"))
    if len(rule) == 1 or any(len(row) != len(rule) for row in (head, *body)):
        raise NotPlainError
    rules = [cell.strip(" ") for cell in rule]
    ways = [_ALIGNED[cell.startswith(":"), cell.endswith(":")] for cell in rules]
    writing.open_table()
    writing.html("<thead>\n")
    _row(writing, head, [f'<th{way} scope="col">' for way in ways], "</th>\n")
    writing.html("</thead>\n<tbody>\n")
    for row in body:
        _row(writing, row, [f"<td{way}>" for way in ways], "</td>\n")
    writing.html("</tbody>\n</table></div>")


def _row(writing: PlainWriting, cells: Sequence[str], tags: Sequence[str], end: str) -> None:
    heard = []
    writing.html("<tr>\n")
    for tag, cell in zip(tags, cells, strict=True):
        writing.html(tag)
        heard.append(write_marked(writing, cell.strip(" ")))
        writing.html(end)
    writing.html("</tr>\n")
    writing.heard("\t".join(filter(None, heard)))


_READERS: Final[dict[str, Callable[[PlainWriting, str, int], None]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullets": _bullets,
    "numbers": _numbers,
    "table": _table,
}
