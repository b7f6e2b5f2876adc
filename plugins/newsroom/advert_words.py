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

NOTHING: Final[frozenset[str]] = frozenset()
REMEMBERED: Final = 200_000
#: So many words before and after one of a term hold all of it, and what stands between.
REACH: Final = 6
#: A word that was torn apart by signs is no longer than that; longer is an address.
TORN_LENGTH: Final = 40
#: The longest figure of a term: «trong 15 phút».
LONGEST_FIGURE: Final = 2
_PIECE: Final = re.compile(r"[^\W_]+")
_PIECE_WITH_SIGNS: Final = re.compile(r"(?:[^\W_]|[@$!|])+")
_FIGURES: Final = re.compile(r"[0-9.,:/+-]+")
_ORDINARY: Final = re.compile("[0-9a-zA-Z\u00c0-\u0130\u0132-\u01b0\u1ea0-\u1ef9]+")
#: So many single letters in a row spell something.
_BREAK: Final = re.compile(r"""[-/._?=+:()\[\]<>"'#]+""")
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
    unsure = set(words) - _innocent  # goes through the words, as `-=` does not
    told: set[str] = set()
    for word in unsure:
        told |= _telling.get(word) or _remembered(word)
    ways = [(key, way) for key in told for way in _ways().get(key, ()) if way.needed <= told]
    return tuple(_likely(ways, unsure, words, text)) if ways else ()


def _likely(
    ways: Iterable[tuple[str, _Way]], unsure: Iterable[str], words: Sequence[str], text: str
) -> Iterator[Term]:
    """Keep the ways whose rarest key stands where the whole term could stand."""
    waiting: dict[str, list[Term]] = {}
    for key, way in ways:
        if key.startswith("+"):
            yield way.term
        else:
            waiting.setdefault(key, []).append(way.term)
    if any(key.startswith(".") for key in waiting) and _SPELT.search(text):
        yield from (term for key, terms in waiting.items() if key.startswith(".") for term in terms)
    pivots = {word for word in unsure if not waiting.keys().isdisjoint(_telling.get(word, NOTHING))}
    for n, word in enumerate(words) if pivots else ():
        for key in _telling[word] & waiting.keys() if word in pivots else ():
            around = _bones_of("".join(words[max(0, n - REACH) : n + REACH + 1]))
            near = [term for term in waiting[key] if any(_bones(term) in bones for bones in around)]
            yield from near
            waiting[key] = [term for term in waiting[key] if term not in near]


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
    core = word.strip(".,;:()*%")
    if _FIGURES.fullmatch(core):
        yield from _of_piece(core) if len(core) <= LONGEST_FIGURE else ()
        return
    if _ORDINARY.fullmatch(core):
        yield from _of_piece(core.lower())
        return
    if len(word) > TORN_LENGTH:
        yield from _keys_of_address(word)
        return
    for shown in _shown(word):
        parts = set(_PIECE.findall(shown))
        if any(sign in shown for sign in "@$!|"):
            signed = _PIECE_WITH_SIGNS.findall(shown)
            parts.update(signed, (part.strip("!|") for part in signed))
        for part in parts | _wholes(shown):
            yield from _of_piece(part)


def _keys_of_address(address: str) -> Iterator[str]:
    """Give what the parts of a long word tell, which other addresses share, and what it shows."""
    for part in (without_markup(address), *_BREAK.sub(" ", decoded(address)).split()):
        if part not in _innocent and len(part) < len(address):
            yield from _telling.get(part) or _remembered(part)


@lru_cache(maxsize=REMEMBERED)
def _of_piece(piece: str) -> tuple[str, ...]:
    bones = skeleton(piece)
    found = [f".{bones}"] if len(bones) == 1 else []
    found += (s for s in _syllables().get(bones, ()) if syllable_pattern(s).fullmatch(piece))
    if bones in _joined():
        found.append(f"+{bones}")
    elif len(bones) > JOINED_LENGTH:
        found += (f"+{joined}" for joined in _joined() if joined in bones)
    if not piece.isalpha():
        found += (f"+{name}" for name in _numbered() if name in piece)
    return tuple(found)


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
