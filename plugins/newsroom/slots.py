"""Checked HTML cut into pieces and slots (mảnh, chỗ trống)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import Final

from plugins.newsroom.anchors import Anchors
from plugins.newsroom.attachment import names_attachment
from plugins.newsroom.fragment import (
    AttachmentSlot,
    Fragment,
    Heading,
    LinkSlot,
    PictureSlot,
    Piece,
    ShortcodeSlot,
)
from plugins.newsroom.places import Places
from plugins.newsroom.shortcodes import read_shortcode
from plugins.newsroom.terms import with_terms
from plugins.newsroom.tokens import Token
from plugins.vietnamese.fold import slug

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_QUIET: Final = frozenset(("a", "abbr", "code", "pre", "kbd", *_HEADINGS))
_BREAKS: Final = {
    **dict.fromkeys(("p", "br", "hr", "blockquote", "ul", "ol", "li", "dl", "dt", "dd"), "\n"),
    **dict.fromkeys(("table", "tr", "caption", "figure", "figcaption", "div", "pre"), "\n"),
    **dict.fromkeys(_HEADINGS, "\n"),
    **dict.fromkeys(("td", "th"), "\t"),
}
_WHITE: Final = re.compile(r"[ \t\n\f\r]+")
_LOOSE: Final = re.compile(r"[ \t\n]{2,}")


def cut(tokens: Sequence[Token], places: Places) -> Fragment:
    """Cut a text's HTML into pieces of finished HTML and the slots between them."""
    return _Cutting(tokens, places).fragment()


class _Cutting:
    """One text on its way from tokens to a fragment."""

    def __init__(self, tokens: Sequence[Token], places: Places) -> None:
        self._tokens = tokens
        self._places = places
        self._at = 0
        self._quiet = 0
        self._attached = ""
        self._pieces: list[Piece] = []
        self._words: list[str] = []
        self._headings: list[Heading] = []
        self._anchors = Anchors()

    def fragment(self) -> Fragment:
        """Go through the tokens once and give what came of them."""
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.kind == "text":
                self._text(token.text)
            elif token.kind == "open":
                _OPENINGS.get(token.name, _Cutting.open)(self, token)
            else:
                self._close(token.name)
        return Fragment(
            pieces=tuple(_joined(self._pieces)),
            headings=tuple(self._headings),
            anchors=self._anchors.given,
            text=_LOOSE.sub(_white_space, "".join(self._words)).strip(),
        )

    def _text(self, text: str) -> None:
        self._words.append(_WHITE.sub(" ", text))
        if self._quiet:
            self._pieces.append(escape(text, quote=False))
            return
        for part in with_terms(text):
            self._pieces.append(escape(part, quote=False) if isinstance(part, str) else part)

    def open(self, token: Token) -> None:
        self._quiet += token.name in _QUIET
        self._words.append(_BREAKS.get(token.name, ""))
        if (place := token.attribute("id")) is not None:
            self._anchors.give(place)
        self._pieces.append(f"<{token.name}{_written(token.attributes)}>")

    def _close(self, name: str) -> None:
        self._quiet -= name in _QUIET
        self._words.append(_BREAKS.get(name, ""))
        if name == "a" and self._attached:
            self._pieces.append(AttachmentSlot(target=self._attached))
            self._attached = ""
        self._pieces.append(f"</{name}>")

    def paragraph(self, token: Token) -> None:
        end = self._end_of("p")
        inner = [t for t in self._tokens[self._at : end] if t.kind != "text" or t.text.strip()]
        slot = self._alone(inner[0]) if len(inner) == 1 else None
        if slot:
            self._pieces.append(slot)
            self._words.append("\n")
            self._at = end + 1
        else:
            self.open(token)

    def _alone(self, token: Token) -> Piece | None:
        """Give what stands in place of a paragraph that holds a picture or a shortcode alone."""
        if token.name == "img":
            return self._picture_slot(token, alone=True)
        text = token.text.strip()
        found = read_shortcode(text) if text.startswith("[[") else None
        if not found:
            return None
        name, arguments = found
        return ShortcodeSlot(name=name, arguments=arguments, line=self._places.line_of(text))

    def picture(self, token: Token) -> None:
        self._pieces.append(self._picture_slot(token, alone=False))

    def _picture_slot(self, token: Token, *, alone: bool) -> PictureSlot:
        source, alt = token.attribute("src") or "", token.attribute("alt") or ""
        return PictureSlot(
            source=source,
            alt=alt,
            title=token.attribute("title") or "",
            alone=alone,
            line=self._places.line_of_target(source, alt, "<img", "!["),
        )

    def link(self, token: Token) -> None:
        end = self._end_of("a")
        if token.attribute("class") is not None:
            sign = escape(self._heard(end))
            self._pieces.append(f"<a{_written(token.attributes)}>{sign}</a>")
            self._at = end + 1
            return
        self._quiet += 1
        self._pieces.append("<a")
        target = token.attribute("href")
        if target is not None:
            text = self._heard(end)
            line = self._places.line_of_target(target, target.removeprefix("mailto:"), text, "](")
            self._pieces.append(LinkSlot(target=target, text=text, line=line))
            self._attached = target if names_attachment(target) else ""
        self._pieces.append(f"{_written(p for p in token.attributes if p[0] != 'href')}>")

    def heading(self, token: Token) -> None:
        text = self._heard(self._end_of(token.name))
        level = int(token.name[1])
        anchor = self._anchors.give(slug(text) or "muc")
        line = self._places.line_of_heading(level, text)
        self._headings.append(Heading(level=level, anchor=anchor, text=text, line=line))
        self._quiet += 1
        self._words.append("\n")
        self._pieces.append(f'<{token.name} id="{anchor}">')

    def _end_of(self, name: str) -> int:
        """Find the end tag that closes the element which has just been opened."""
        depth = 1
        for at in range(self._at, len(self._tokens)):
            if self._tokens[at].name == name:
                depth += 1 if self._tokens[at].kind == "open" else -1
                if not depth:
                    return at
        return len(self._tokens)

    def _heard(self, end: int) -> str:
        """Give what a reader hears up to there: words, and pictures' alternative texts."""
        said = (t.text or t.attribute("alt") or "" for t in self._tokens[self._at : end])
        return _WHITE.sub(" ", "".join(said)).strip()


_OPENINGS: Final[dict[str, Callable[[_Cutting, Token], None]]] = {
    "p": _Cutting.paragraph,
    "img": _Cutting.picture,
    "a": _Cutting.link,
    **dict.fromkeys(_HEADINGS, _Cutting.heading),
}


def _written(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in pairs)


def _white_space(match: re.Match[str]) -> str:
    for sign in "\n\t":
        if sign in match[0]:
            return sign
    return " "


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join neighbouring pieces of finished HTML."""
    texts: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            texts.append(piece)
            continue
        if text := "".join(texts):
            yield text
        texts.clear()
        yield piece
    if text := "".join(texts):
        yield text
