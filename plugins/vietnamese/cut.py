"""A text made shorter without breaking a syllable (rút gọn)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SPACE: Final = re.compile(r"[ \t\r\n]+")
_WORD: Final = re.compile(r"[^\s\u200b]*\w[^\s\u200b]*")
_LOOSE_END: Final = " \t,;:.–—-…(«“\"'/&"
_JOINERS: Final = frozenset("\u200d\ufe0e\ufe0f")


def cut(text: str, length: int) -> str:
    """Return at most `length` letters of the text, cut at a space and closed by «…».

    Letters are counted as a reader sees them, the «…» included; a non-breaking space is no place to
    cut. A first syllable that does not fit leaves «…» alone; no length leaves nothing.
    """
    whole = _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")
    if letters(whole) <= length:
        return whole
    kept = ""
    for word in whole.split(" "):
        longer = f"{kept} {word}" if kept else word
        if letters(longer.rstrip(_LOOSE_END)) + 1 > length:
            break
        kept = longer
    return f"{kept.rstrip(_LOOSE_END)}…" if length > 0 else ""


def letters(text: str) -> int:
    """Count the letters a reader sees: marks and joiners belong to the letter before them."""
    return sum(not _is_part(character) for character in unicodedata.normalize("NFC", text))


def _is_part(character: str) -> bool:
    """Say whether a character is drawn onto the one before it."""
    return character in _JOINERS or unicodedata.category(character) in ("Mn", "Me")


def syllables(text: str) -> int:
    """Count the words of a text as Vietnamese counts them: «cải cách hành chính» has four."""
    return len(_WORD.findall(text))
