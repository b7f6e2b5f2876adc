"""HTML taken apart into tags and texts, strictly: what is not plain HTML is called odd."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

_WHITE: Final = r"[ \t\n\f\r]"
_ATTRIBUTE: Final = (
    rf"{_WHITE}++(?P<{{0}}>[^ \t\n\f\r\"'<>/=]++)"
    rf"(?:{_WHITE}*+={_WHITE}*+(?P<{{1}}>\"[^\"]*+\"|'[^']*+'|[^ \t\n\f\r\"'=<>`]++))?"
)
_ATTRIBUTES: Final = re.compile(_ATTRIBUTE.format("name", "value"))
_TOKENS: Final = re.compile(
    r"(?P<text>[^<]++)"
    rf"|<(?P<open>[a-zA-Z][a-zA-Z0-9-]*+)(?P<rest>(?:{_ATTRIBUTE.format('n', 'v')})*)"
    rf"{_WHITE}*+/?>"
    rf"|</(?P<close>[a-zA-Z][a-zA-Z0-9-]*+){_WHITE}*+>"
    r"|(?P<odd><[^>]*+>?)"
)


class Token(NamedTuple):
    """A start tag, an end tag, a run of text, or something odd (a comment, a broken tag).

    `kind` is `open`, `close`, `text` or `odd`. Names are in lower case, attributes are sorted by
    name, and character references are resolved, so that equal documents have equal tokens.
    """

    kind: str
    name: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""

    def attribute(self, name: str) -> str | None:
        """Give an attribute's value, or None when the tag does not bear it."""
        for known, value in self.attributes:
            if known == name:
                return value
        return None


def read_tokens(html: str) -> list[Token]:
    """Take a whole piece of HTML apart; every character lands in some token."""
    return [_token(match) for match in _TOKENS.finditer(html)]


def read_tags(html: str) -> Iterator[tuple[Token, str]]:
    """Give every tag and every odd piece together with the characters that it is written in."""
    for match in _TOKENS.finditer(html):
        if match.lastgroup != "text":
            yield _token(match), match[0]


def _token(match: re.Match[str]) -> Token:
    if text := match["text"]:
        return Token("text", text=unescape(text) if "&" in text else text)
    if name := match["open"]:
        return Token("open", name.lower(), _attributes(match["rest"]) if match["rest"] else ())
    if name := match["close"]:
        return Token("close", name.lower())
    return Token("odd", text=match[0])


def _attributes(written: str) -> tuple[tuple[str, str], ...]:
    pairs = [
        (match["name"].lower(), _value(match["value"] or ""))
        for match in _ATTRIBUTES.finditer(written)
    ]
    return tuple(sorted(pairs)) if len(pairs) > 1 else tuple(pairs)


def _value(written: str) -> str:
    bare = written[1:-1] if written[:1] in ('"', "'") else written
    return unescape(bare) if "&" in bare else bare
