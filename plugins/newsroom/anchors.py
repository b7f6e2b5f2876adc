"""Names of places inside a page (neo): unique, readable, the same in every build."""

from __future__ import annotations

import hashlib
from itertools import count
from typing import Final

from plugins.vietnamese.fold import slug

PAGE_ANCHORS: Final = frozenset(("noi-dung",))
"""The anchors that every page bears outside the text."""

_DIGEST_LENGTH: Final = 6


class Anchors:
    """The anchors given so far in one text, in order; a second «Kết quả» gets ket-qua-2."""

    def __init__(self) -> None:
        self._given: dict[str, None] = {}
        self._next: dict[str, int] = {}

    @property
    def given(self) -> tuple[str, ...]:
        """Give every anchor in the order of the text."""
        return tuple(self._given)

    def give(self, wanted: str) -> str:
        """Give the wanted anchor, numbered when another place of the text has it already."""
        anchor = wanted
        if wanted in self._given or wanted in PAGE_ANCHORS:
            numbers = count(self._next.get(wanted, 2))
            number = next(n for n in numbers if f"{wanted}-{n}" not in self._given)
            self._next[wanted] = number + 1
            anchor = f"{wanted}-{number}"
        self._given[anchor] = None
        return anchor


def term_slug(short: str) -> str:
    """Give an abbreviation's part of an anchor: «UBND» → «ubnd», «TT&TT» → «tt-tt-» and a digest.

    Where the slug does not say it all (ĐA and DA, TT&TT and TT-TT), a short digest of the
    abbreviation follows, so that two abbreviations never share an anchor on any page.
    """
    plain = slug(short)
    if plain.upper() == short:
        return plain
    digest = hashlib.sha256(short.encode()).hexdigest()[:_DIGEST_LENGTH]
    return f"{plain}-{digest}" if plain else digest


def term_anchor(short: str) -> str:
    """Give the anchor of an abbreviation's entry in a list of abbreviations: «tu-ubnd»."""
    return f"tu-{term_slug(short)}"


def popover_anchor(short: str) -> str:
    """Give the id of the popover that explains an abbreviation: «tvt-ubnd»."""
    return f"tvt-{term_slug(short)}"
