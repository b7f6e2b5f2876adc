"""The order of a Vietnamese dictionary (thứ tự từ điển), for every list that a reader sees."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, TypeAlias

from plugins.vietnamese.syllable import TONES, split_tone

#: A number by its value, or a syllable by its letters and then its tone.
Place: TypeAlias = tuple[int, int, str, tuple[int, ...], tuple[int, ...]]
SortKey: TypeAlias = tuple[tuple[Place, ...], tuple[bool, ...], str]

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS: Final = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONE_RANKS: Final = {tone: rank for rank, tone in enumerate(TONES, start=1)}
_PART: Final = re.compile(r"[0-9]+|[^\W0-9_]+")
_DIGITS: Final = frozenset("0123456789")


@lru_cache(maxsize=65536)
def sort_key(text: str) -> SortKey:
    """Return the key by which `sorted` puts texts in Vietnamese dictionary order.

    Syllable by syllable: the letters (a ă â b c d đ …), then the tone (ngang huyền hỏi ngã sắc
    nặng); only then small letters before capitals. Digits count by their value, so «Số 9» stands
    before «Số 10»; numbers stand before words. Punctuation separates and has no place of its own.
    Two texts have the same key only when they are the same text in NFC.
    """
    composed = unicodedata.normalize("NFC", text)
    places = tuple(_place(match[0]) for match in _PART.finditer(composed))
    return places, tuple(letter.isupper() for letter in composed), composed


def _place(part: str) -> Place:
    """Return where one number or one syllable stands."""
    if part[0] in _DIGITS:
        digits = part.lstrip("0")
        return 0, len(digits), digits, (), ()
    letters, tones = split_tone(part.lower())
    ranks = (_rank(letter) for letter in letters)
    return 1, 0, "", tuple(ranks), tuple(_TONE_RANKS[tone] for tone in tones)


def _rank(letter: str) -> int:
    """Return a letter's place in the alphabet; letters of other alphabets follow after it."""
    return _RANKS.get(letter, len(_ALPHABET) + ord(letter))
