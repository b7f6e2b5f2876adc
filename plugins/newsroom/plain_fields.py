"""Plain front matter (phần đầu đơn giản), read without YAML.

YAML decides what front matter says. For the lines below, in which nearly all of it is written,
its decision is known beforehand; with anything else in it, the whole is left to YAML.

- `key: value`, the value beginning with a letter, a digit or a bracket, without `: ` and ` #`
- `key: "value"` and `key: 'value'`, with no backslash and no further quotation mark of that kind
- `key: [value, value]`, of plain words
- `key:` and below it lines `- value`, all equally far from the margin
"""

from __future__ import annotations

import re
from typing import Final

from plugins.newsroom.front_matter_nodes import Mapping, Node, Scalar, Sequence
from plugins.newsroom.plain_signs import LETTER, ORDINARY

_STRANGE: Final = re.compile(f"[^_{ORDINARY}]")
_BEGINNING: Final = rf"[{LETTER}0-9(«“/.]"
_PLAIN: Final = rf"{_BEGINNING}(?:[^:#\n]|:(?=[^ \n])|(?<! )#)*(?<! )"
_DOUBLE: Final = r'"[^"\n]*+"'
_SINGLE: Final = r"'[^'\n]*+'"
_VALUE: Final = rf"(?:{_PLAIN}|{_DOUBLE}|{_SINGLE})"
_WORD: Final = rf"[{LETTER}0-9][{LETTER}0-9_./-]*+(?: [{LETTER}0-9_./-]++)*"
_FIELD: Final = re.compile(
    rf"(?P<key>[a-z_]++):(?: ++(?P<value>{_VALUE})"
    rf"| ++\[(?P<words>(?:{_WORD}(?:, *+{_WORD})*)?)\]"
    rf"|\n(?P<items>(?P<margin> *+)- ++{_VALUE}(?:\n(?P=margin)- ++{_VALUE})*))\n"
)


def read_plain_fields(head: str) -> Mapping | None:
    """Read the lines between the two fences, from the file's second line on, or else give None."""
    if _STRANGE.search(head):
        return None
    entries: dict[str, tuple[Scalar, Node]] = {}
    at, line = 0, 2
    while at < len(head):
        field = _FIELD.match(head, at)
        if not field or field["key"] in entries:
            return None
        entries[field["key"]] = (Scalar(text=field["key"], line=line), _node(field, line))
        line += head.count("\n", at, field.end())
        at = field.end()
    return Mapping(entries=tuple(entries.values()), line=2) if entries else None


def _node(field: re.Match[str], line: int) -> Node:
    if (value := field["value"]) is not None:
        return _scalar(value, line)
    if (words := field["words"]) is not None:
        found = words.split(",") if words else ()
        return Sequence(items=tuple(_scalar(word.lstrip(" "), line) for word in found), line=line)
    items = (item.lstrip(" ")[1:].lstrip(" ") for item in field["items"].split("\n"))
    scalars = tuple(_scalar(item, at) for at, item in enumerate(items, line + 1))
    return Sequence(items=scalars, line=line + 1)


def _scalar(written: str, line: int) -> Scalar:
    return Scalar(text=written[1:-1] if written[0] in "\"'" else written, line=line)
