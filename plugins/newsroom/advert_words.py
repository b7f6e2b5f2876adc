"""Which terms of advertisement a text may hold (sàng từ): a quick look at its words.

A word is looked at once in the life of a process: most words of a text have been seen before, and
take part in no term.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from plugins.newsroom.advert_patterns import (
    JOINED_LENGTH,
    TERMS,
    Term,
    decoded,
    is_numbered,
    plain_letters,
    skeleton,
    syllable_pattern,
    without_markup,
)
from plugins.newsroom.advert_terms import COMMON

REMEMBERED: Final = 200_000
#: So many words before and after one of a term hold all of it, and what stands between.
REACH: Final = 6
_PIECE: Final = re.compile(r"[^\W_]+")
_PIECE_WITH_SIGNS: Final = re.compile(r"(?:[^\W_]|[@$!|])+")
_ORDINARY: Final = re.compile("[a-zA-Z\u00c0-\u01b0\u1ea0-\u1ef9]{2,7}")
#: So many single letters in a row spell something.
_SPELT: Final = re.compile(r"(?:\b\w\b[\W_]{1,3}){4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """A way to write a term, and all that a text's words must tell for it (cách viết)."""

    term: Term
    needed: frozenset[str]


def possible_terms(text: str) -> tuple[Term, ...]:
    """Give the terms whose words, or letters, stand in a text and next to each other."""
    words = text.split()
    if "<" in text:
        words += without_markup(text).split()
    unsure = set(words)
    unsure -= _innocent
    told: set[str] = set()
    for word in unsure:
        told |= _telling.get(word) or _remembered(word)
    ways = [(key, way) for key in told for way in _ways().get(key, ()) if way.needed <= told]
    return tuple(_likely(ways, unsure, words, text)) if ways else ()


def _likely(
    ways: Sequence[tuple[str, _Way]], unsure: Iterable[str], words: Sequence[str], text: str
) -> Iterator[Term]:
    """Keep the ways whose rarest key stands where the whole term could stand."""
    keys = {key for key, _ in ways}
    is_spelt = any(key.startswith(".") for key in keys) and bool(_SPELT.search(text))
    pivots = {word for word in unsure if not keys.isdisjoint(_telling.get(word, ()))}
    around = [
        (_telling[word], _bones_of("".join(words[max(0, n - REACH) : n + REACH + 1])))
        for n, word in enumerate(words)
        if word in pivots
    ]
    for key, way in ways:
        if key.startswith("."):
            stands = is_spelt
        else:
            stands = key.startswith("+") or any(
                key in told and any(_bones(way.term) in whole for whole in wholes)
                for told, wholes in around
            )
        if stands:
            yield way.term


@lru_cache(maxsize=1_000)
def _bones_of(context: str) -> tuple[str, ...]:
    return tuple(skeleton(whole) for shown in _shown(context) for whole in _wholes(shown))


def _shown(written: str) -> set[str]:
    plain = plain_letters(decoded(written))
    return {plain, without_markup(plain)}


def _wholes(plain: str) -> set[str]:
    """Give a word without what is no letter, and once more with the signs that stand for one."""
    return {"".join(_PIECE.findall(plain)), "".join(_PIECE_WITH_SIGNS.findall(plain))}


_innocent: set[str] = set()
_telling: dict[str, frozenset[str]] = {}


def _remembered(word: str) -> frozenset[str]:
    if len(_innocent) + len(_telling) > REMEMBERED:
        _innocent.clear()
        _telling.clear()
    keys = frozenset(_keys(word))
    if keys:
        _telling[word] = keys
    else:
        _innocent.add(word)
    return keys


def _keys(word: str) -> Iterator[str]:
    """Give what a word may tell of a term: by its parts, by all of it at once, as one letter."""
    if _ORDINARY.fullmatch(word.strip(".,;:()*")):
        yield from _of_piece(word.strip(".,;:()*").lower())
        return
    for shown in _shown(word):
        signed = _PIECE_WITH_SIGNS.findall(shown)
        wholes = _wholes(shown)
        for part in {*_PIECE.findall(shown), *signed, *(p.strip("!|") for p in signed), *wholes}:
            yield from _of_piece(part)
        for whole in wholes:
            yield from _inside(whole)


@lru_cache(maxsize=REMEMBERED)
def _of_piece(piece: str) -> tuple[str, ...]:
    bones = skeleton(piece)
    alone = (f".{bones}",) if len(bones) == 1 else ()
    joined = (f"+{bones}",) if bones in _joined() else ()
    alike = _syllables().get(bones, ())
    return (*alone, *joined, *(s for s in alike if syllable_pattern(s).fullmatch(piece)))


def _inside(whole: str) -> Iterator[str]:
    bones = skeleton(whole)
    if len(bones) > JOINED_LENGTH:
        yield from (f"+{joined}" for joined in _joined() if joined in bones)
    if not whole.isalpha():
        yield from (f"+{name}" for name in _numbered() if name in whole)


@cache
def _syllables() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for syllable in sorted({s for term in TERMS for s in _telling_syllables(term)}):
        found.setdefault(skeleton(syllable), []).append(syllable)
    return found


@cache
def _numbered() -> tuple[str, ...]:
    return tuple(term.words for term in TERMS if is_numbered(term.words))


@cache
def _joined() -> frozenset[str]:
    return frozenset(_bones(term) for term in TERMS if not is_numbered(term.words))


def _telling_syllables(term: Term) -> frozenset[str]:
    syllables = frozenset(term.words.split())
    return syllables - COMMON or syllables


@cache
def _bones(term: Term) -> str:
    return skeleton(term.words.replace(" ", ""))


@cache
def _ways() -> dict[str, list[_Way]]:
    """Give all ways by that one of their keys which the fewest have."""
    ways = [way for term in TERMS for way in _ways_of(term)]
    uses = Counter(key for way in ways for key in way.needed)
    found: dict[str, list[_Way]] = {}
    for way in ways:
        found.setdefault(min(way.needed, key=lambda key: (uses[key], key)), []).append(way)
    return found


def _ways_of(term: Term) -> Iterator[_Way]:
    if is_numbered(term.words):
        yield _Way(term=term, needed=frozenset((f"+{term.words}",)))
        return
    letters = frozenset(f".{skeleton(letter)}" for letter in term.words if letter != " ")
    yield _Way(term=term, needed=_telling_syllables(term))
    yield _Way(term=term, needed=frozenset((f"+{_bones(term)}",)))
    yield _Way(term=term, needed=letters)
