"""Tables (bảng) that scroll by themselves on a narrow screen, with classes in place of styles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from plugins.newsroom.tokens import Token

_CELLS: Final = ("td", "th")


def dressed_tables(tokens: Sequence[Token]) -> Iterator[Token]:
    """Wrap each table in a named region that the keyboard can scroll; say what its heads head.

    The region bears the table's caption, or else «Bảng» and its number in the text.
    """
    inside = {"table": 0, "thead": 0}
    number = 0
    for at, token in enumerate(tokens):
        if token.kind == "open" and token.name == "table" and not inside["table"]:
            number += 1
            yield _region(_caption(tokens[at:]) or f"Bảng {number}")
        if token.name in inside and token.kind in ("open", "close"):
            inside[token.name] += 1 if token.kind == "open" else -1
        yield _cell(token, in_head=inside["thead"] > 0) if token.name in _CELLS else token
        if token.kind == "close" and token.name == "table" and not inside["table"]:
            yield Token("close", "div")


def _region(label: str) -> Token:
    role = (("class", "table-scroll"), ("tabindex", "0"), ("role", "region"))
    return Token("open", "div", (*role, ("aria-label", label)))


def _caption(tokens: Sequence[Token]) -> str:
    table = takewhile(lambda token: token != Token("close", "table"), tokens)
    for token in table:
        if token.kind == "open" and token.name == "caption":
            said = takewhile(lambda token: token != Token("close", "caption"), table)
            return " ".join("".join(token.text for token in said).split())
    return ""


def _cell(token: Token, *, in_head: bool) -> Token:
    if token.kind != "open":
        return token
    pairs = [
        ("class", f"align-{value}") if name == "align" else (name, value)
        for name, value in token.attributes
        if (name, value) != ("align", "left")
    ]
    if token.name == "th" and in_head and token.attribute("scope") is None:
        pairs.append(("scope", "col"))
    return token._replace(attributes=tuple(pairs))
