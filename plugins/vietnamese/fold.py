"""Texts made alike for search, addresses and comparison (bỏ dấu, so sánh)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from plugins.vietnamese.syllable import OPEN_PAIRS, TONES

_MARKS: Final = re.compile("[\u0300-\u036f]")
_WITHOUT_STROKE: Final = str.maketrans("đð", "dd")
_NOT_IN_SLUG: Final = re.compile(r"[^a-z0-9]+")
_SPACE: Final = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return the text in lower case without tones and vowel marks: «Uỷ ban» → «uy ban».

    Compatibility forms are resolved first (NFKC); đ becomes d.
    """
    lowered = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())
    bare = _MARKS.sub("", unicodedata.normalize("NFD", lowered))
    return unicodedata.normalize("NFC", bare).translate(_WITHOUT_STROKE)


def slug(text: str) -> str:
    """Return the text as a part of an address: «Đánh giá» → «danh-gia», «TT&TT» → «tt-tt».

    The result matches ``[a-z0-9]+(-[a-z0-9]+)*`` or is empty when no letter or digit is left.
    """
    return _NOT_IN_SLUG.sub("-", fold(text)).strip("-")


def _placings() -> dict[str, str]:
    """Pair each tone on the first vowel of an open oa, oe, uy with the tone on the main vowel."""
    return {
        unicodedata.normalize("NFC", pair[0] + tone + pair[1]): unicodedata.normalize(
            "NFC", pair + tone
        )
        for pair in OPEN_PAIRS
        for tone in TONES
    }


_PLACINGS: Final = _placings()
_OLD_PLACING: Final = re.compile(rf"(?<!q)(?:{'|'.join(_PLACINGS)})(?!\w)")


def comparable(text: str) -> str:
    """Return a key that is equal for two spellings of one text: hòa = hoà, Thúy = thuý, ủy = uỷ.

    Tones stay; they are placed on the main vowel, which is how Quyết định 240/QĐ (1984) of the
    Ministry of Education writes them. Case, composition and runs of white space do not count.
    """
    alike = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    placed = _OLD_PLACING.sub(lambda match: _PLACINGS[match[0]], alike)
    return _SPACE.sub(" ", placed).strip()
