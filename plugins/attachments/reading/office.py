"""What a Word or Excel file says, and where its links lead."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import BinaryIO, Final
from xml.parsers import expat

from plugins.attachments.model import Contents
from plugins.newsroom.office_files import read_office

_LINES: Final = frozenset(("p", "si", "c", "br", "tr", "docPr", "cNvPr", "hyperlink"))
_SPOKEN: Final = frozenset(("descr", "title", "tooltip", "display"))
"""Attributes that a reader hears or sees: of pictures and links."""


def read_document(file: BinaryIO, suffix: str) -> Contents:
    """Read a .docx or .xlsx file; raises `Refused`."""
    links = read_office(file, suffix)
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        names = [name for name in archive.namelist() if name.startswith(("word/", "xl/"))]
        parts = (archive.read(name) for name in names if name.endswith(".xml"))
        text = "\n".join(line for part in parts for line in _lines_of(part))
    return Contents(links=links, text=text)


def _lines_of(part: bytes) -> Iterator[str]:
    """Give the lines of a part that have a letter; numbers and places of texts have none."""
    words: list[str] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        if element.rpartition(":")[2] in _LINES:
            words.append("\n")
        words.extend(f"{attributes[name]}\n" for name in _SPOKEN & attributes.keys())

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.CharacterDataHandler = start, words.append
    parser.Parse(part, True)  # noqa: FBT003 - its look has found no document type in it
    lines = "".join(words).splitlines()
    return (line for line in lines if any(map(str.isalpha, line)))
