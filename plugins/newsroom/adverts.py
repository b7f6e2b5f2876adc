"""Advertisements smuggled into a text (quảng cáo chèn lén): gambling, loan sharks, pornography."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from plugins.newsroom.advert_patterns import (
    Term,
    decoded,
    plain_letters,
    term_pattern,
    without_markup,
)
from plugins.newsroom.advert_words import possible_terms

#: So many places of one term are told; whoever smuggled in more is found all the same.
TOLD: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """A term that was found: what it advertises, how it is written there, and its line from 1."""

    term: str
    kind: str
    written: str
    line: int


def find_adverts(text: str) -> tuple[Advert, ...]:
    """Give the terms of advertisement in a text by their lines; of overlapping ones the longest."""
    terms = dict.fromkeys(possible_terms(text))
    found: dict[tuple[int, str], Advert] = {}
    for reading in _readings(text) if terms else ():
        for advert in _found(reading, terms):
            found.setdefault((advert.line, advert.term), advert)
    return tuple(sorted(found.values(), key=lambda advert: advert.line))


def _readings(text: str) -> Iterator[str]:
    """Give a text with its codes read, and without what readers do not see."""
    whole = plain_letters(decoded(text))
    yield from dict.fromkeys((whole, without_markup(whole)))


def _meant(term: Term, text: str) -> Iterator[re.Match[str]]:
    return (
        match for match in term_pattern(term.words).finditer(text) if term.is_meant(text, match)
    )


def _found(text: str, terms: Iterable[Term]) -> Iterator[Advert]:
    spans = [
        (match.start(), match.end(), term)
        for term in terms
        for match in islice(_meant(term, text), TOLD)
    ]
    last = 0
    for start, end, term in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > last:
            last = end
            written = " ".join(text[start:end].split())
            line = text.count("\n", 0, start) + 1
            yield Advert(term=term.words, kind=term.kind, written=written, line=line)
