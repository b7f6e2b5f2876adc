"""Footnotes (chú thích cuối bài): Markdown's own marks made short, unique and spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from plugins.newsroom.tokens import Token

OPTIONS: Final[dict[str, str | bool]] = {
    "BACKLINK_TEXT": "↩",
    "BACKLINK_TITLE": "{}",
    "USE_DEFINITION_ORDER": False,
}
"""How Markdown's footnotes are set up; `dressed_footnotes` writes the names that readers hear."""

_PLACE: Final = re.compile(r"#?(?:fnref(?P<again>\d*)|fn):(?P<label>.*)", re.DOTALL)


class _Note(NamedTuple):
    anchor: str
    number: int


def dressed_footnotes(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens with notes numbered by first mention and links that say where they lead.

    An anchor of a note holds `_`, which no heading's anchor does, so that they never meet.
    """
    numbers: dict[str, int] = {}
    for token in tokens:
        if token.kind == "open" and token.attributes:
            yield _dressed(token, numbers)
        else:
            yield token


def _dressed(token: Token, numbers: dict[str, int]) -> Token:
    match token.attribute("class"):
        case "footnote":
            return token._replace(attributes=(("class", "footnotes"),))
        case "footnote-ref" | "footnote-backref" as kind:
            note = _note(token.attribute("href") or "", numbers)
            said = "Chú thích" if kind == "footnote-ref" else "Trở lại chỗ nhắc chú thích"
            pairs = (("class", kind), ("href", f"#{note.anchor}"))
            return token._replace(attributes=(*pairs, ("aria-label", f"{said} {note.number}")))
    place = token.attribute("id")
    if place is None:
        return token
    return token._replace(attributes=(("id", _note(place, numbers).anchor),))


def _note(written: str, numbers: dict[str, int]) -> _Note:
    match = _PLACE.fullmatch(written)
    label = match["label"] if match else written
    number = numbers.setdefault(label, len(numbers) + 1)
    if match is None or match["again"] is None:
        return _Note(f"chu-thich_{number}", number)
    again = f"_{match['again']}" if match["again"] else ""
    return _Note(f"nhac-chu-thich_{number}{again}", number)
