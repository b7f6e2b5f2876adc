"""An empty Word file taken apart: what stays as it is, and where an article is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from plugins.downloads.exports.zipping import added, unpacked

CONTENT_TYPES: Final = "[Content_Types].xml"
DOCUMENT: Final = "word/document.xml"
RELATIONS: Final = "word/_rels/document.xml.rels"
NUMBERING: Final = "word/numbering.xml"
STYLES: Final = "word/styles.xml"
PROPERTIES: Final = "docProps/core.xml"

_STYLE: Final = re.compile(r'w:styleId="(\w+)"(?:(?!</w:style>).)*<w:numId w:val="(\d+)"')
_LIST: Final = re.compile(r'<w:num w:numId="(\d+)"><w:abstractNumId w:val="(\d+)"')
_RELATION: Final = re.compile(r'\bId="rId(\d+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An empty Word file (tờ giấy): its unchanging parts, packed, and the open ends of the others.

    `looks` says by a style's id how its numbered lists look, `lists` is the number of the last
    list that is there, and `relations_taken` are the numbers of the document's relations.
    """

    package: bytes
    document: tuple[str, str]
    relations: tuple[str, str]
    relations_taken: frozenset[int]
    numbering: tuple[str, str]
    looks: dict[str, str]
    lists: int


@cache
def sheet_of(stationery: bytes) -> Sheet:
    """Take an empty Word file apart; programs that guess its kind want the content types first."""
    parts = unpacked(stationery)
    written = (DOCUMENT, RELATIONS, NUMBERING, PROPERTIES)
    document, relations, numbering, _ = (parts.pop(name).decode() for name in written)
    looks = dict(_LIST.findall(numbering))
    names = sorted(parts, key=lambda name: (name != CONTENT_TYPES, name))
    return Sheet(
        package=added(b"", {name: parts[name] for name in names}),
        document=_opened(document, "<w:body>", ""),
        relations=_opened(relations, "", "</Relationships>"),
        relations_taken=frozenset(map(int, _RELATION.findall(relations))),
        numbering=_opened(numbering, "", "</w:numbering>"),
        looks={style: looks[n] for style, n in _STYLE.findall(parts[STYLES].decode())},
        lists=max(map(int, looks)),
    )


def _opened(part: str, after: str, before: str) -> tuple[str, str]:
    """Cut a part at the one place where something is to be written."""
    if part.count(after + before) != 1:
        raise ValueError(f"a sheet without its one {after}{before}")
    head, _, tail = part.partition(after + before)
    return head + after, before + tail
