"""A plain text's fragment on its way: finished HTML, slots and spoken lines, in their order."""

from __future__ import annotations

import re
from typing import Final

from plugins.newsroom.anchors import Anchors
from plugins.newsroom.attachment import names_attachment
from plugins.newsroom.fragment import AttachmentSlot, Fragment, Heading, LinkSlot, Piece
from plugins.newsroom.places import Places
from plugins.newsroom.terms import with_terms
from plugins.vietnamese.fold import slug

_WHITE: Final = re.compile(r"[ \n]+")


class PlainWriting:
    """What has been made of a text so far, in which there is no `<` and no `>`."""

    def __init__(self, text: str, first_line: int) -> None:
        """Begin with the text's first line, which is the file's line `first_line`."""
        self._places = Places(text, first_line)
        self._html: list[str] = []
        self._pieces: list[Piece] = []
        self._lines: list[str] = []
        self._headings: list[Heading] = []
        self._anchors = Anchors()
        self._tables = 0

    def html(self, html: str) -> None:
        """Add finished HTML."""
        self._html.append(html)

    def heard(self, text: str) -> None:
        """Add a line to what is heard of the text, if there is anything on it."""
        if text:
            self._lines.append(_spoken(text))

    def running(self, text: str) -> None:
        """Add running text, with a slot for every word that could be an abbreviation."""
        for part in with_terms(text):
            if isinstance(part, str):
                self._html.append(_escaped(part))
            else:
                self._slot(part)

    def link(self, words: str, target: str) -> None:
        """Add a link with its words."""
        line = self._places.line_of_target(target)
        self._html.append("<a")
        self._slot(LinkSlot(target=target, text=_spoken(words), line=line))
        self._html.append(f">{_escaped(words)}")
        if names_attachment(target):
            self._slot(AttachmentSlot(target=target))
        self._html.append("</a>")

    def heading(self, level: int, words: str, line: int) -> None:
        """Add the heading that stands on a line of the file, and give it its anchor."""
        spoken = _spoken(words)
        anchor = self._anchors.give(slug(spoken) or "muc")
        self._headings.append(Heading(level=level, anchor=anchor, text=spoken, line=line))
        self._html.append(f'<h{level} id="{anchor}">{_escaped(words)}</h{level}>')
        self._lines.append(spoken)

    def open_table(self) -> None:
        """Add the beginning of the next table, in the region that `wide_tables` gives it."""
        self._tables += 1
        region = f'class="table-scroll" tabindex="0" role="region" aria-label="Bảng {self._tables}"'
        self._html.append(f"<div {region}><table>\n")

    def fragment(self) -> Fragment:
        """Give what has been made."""
        self._flush()
        return Fragment(
            pieces=tuple(self._pieces),
            headings=tuple(self._headings),
            anchors=self._anchors.given,
            text="\n".join(self._lines),
        )

    def _slot(self, slot: Piece) -> None:
        self._flush()
        self._pieces.append(slot)

    def _flush(self) -> None:
        if html := "".join(self._html):
            self._pieces.append(html)
        self._html.clear()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;")


def _spoken(text: str) -> str:
    return _WHITE.sub(" ", text) if "  " in text or "\n" in text else text
