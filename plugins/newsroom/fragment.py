"""An article's text after Markdown: pieces of finished HTML, and the slots between them.

A fragment depends on the bytes of its own file alone, so it can be cached by content. Whatever
depends on other files (where a link leads, what a picture became, what an abbreviation means) is
a slot that is filled when the page is composed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSlot:
    """Where one link leads, as the editor wrote it; `text` is what the reader would hear.

    Stands for all of ` href="…" rel="…"`, between the pieces `<a` and `>`.
    """

    target: str
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSlot:
    """A picture in the text: replaces the whole `<img>`; `alone` when it fills its paragraph."""

    source: str
    alt: str
    title: str
    alone: bool
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentSlot:
    """What a reader gets from the link that ends here: the attachment's kind and size."""

    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSlot:
    """A word that could be an abbreviation (`UBND`, `TT&TT`, `PAR INDEX`), in running text."""

    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcodeSlot:
    """A paragraph `[[name key=value …]]` that a feature fills."""

    name: str
    arguments: tuple[tuple[str, str], ...]
    line: int


Piece = str | LinkSlot | AttachmentSlot | PictureSlot | TermSlot | ShortcodeSlot


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the text: its level (2–6), its anchor, its words and its line in the file."""

    level: int
    anchor: str
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """The rendered text of one article: what `compose` joins, and what the rules look at."""

    pieces: tuple[Piece, ...]
    headings: tuple[Heading, ...]
    anchors: tuple[str, ...]
    text: str

    @property
    def links(self) -> tuple[LinkSlot, ...]:
        """Give every link of the text in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, LinkSlot))

    @property
    def pictures(self) -> tuple[PictureSlot, ...]:
        """Give every picture of the text in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, PictureSlot))

    @property
    def terms(self) -> tuple[TermSlot, ...]:
        """Give every word that could be an abbreviation, in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, TermSlot))

    @property
    def shortcodes(self) -> tuple[ShortcodeSlot, ...]:
        """Give every shortcode of the text in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, ShortcodeSlot))
