"""How a term of advertisement may be written (cách viết biến dạng): patterns for each of its forms.

A letter may lose its marks, or be a sign that looks alike (c@ c0); signs may stand between letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Final
from urllib.parse import unquote

from plugins.newsroom.advert_terms import NAMES, PHRASES
from plugins.vietnamese.fold import fold

#: What stands for a letter.
LOOKS_LIKE: Final = {
    **dict(zip("abegot", ("4@", "8", "3", "9", "0", "7"), strict=True)),
    **dict(zip("ils", ("1!|l", "1|i", "5$"), strict=True)),
}
#: Letters in circles and squares, an alphabet from each.
_CIRCLED: Final = (0x1F130, 0x1F150, 0x1F170, 0x1F1E6)
_FOREIGN: Final = {
    **dict(zip("авеёкмнорстухіјԁԛѕһӏԝ", "abeekmhopctyxijdqshlw", strict=True)),
    **dict(zip("αβεικνορτυχγω", "abeikvoptuxyw", strict=True)),
    **dict(zip("ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡı", "abcdeghijklmnoprstuvwyzagi", strict=True)),
    **{chr(first + n): chr(97 + n) for first in _CIRCLED for n in range(26)},
}
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e01ef]"
)
#: Where letters of other alphabets live, and marks that no letter took up.
_ODD: Final = re.compile("[\u0131\u0250-\u058f\u1d00-\u1d2b\ua700-\ua7ff\U0001f130-\U0001f1ff]")
_SKELETON: Final = str.maketrans("0134578@$!|l9", "oieastbasiiig")
_ENCODED: Final = re.compile(r"(?:%[0-9a-f]{2})+|&(?:#x?[0-9a-f]+|[a-z]+[0-9]*);", re.IGNORECASE)
#: Tags and the addresses of links; bounded, so that no text makes the search slow.
MARKUP: Final = re.compile(r"\]\([^()\n]{0,2000}\)|</?[a-zA-Z][^<>\n]{0,2000}>")

WORDS_APART: Final = r"[\W_]{1,8}"
_NO_NEW_BLOCK: Final = r"(?!\n\s*(?:\n|[-*+#|>]\s|\d+[.)]))"
#: What may stand between the letters of a word.
GAP: Final = rf"(?:{_NO_NEW_BLOCK}[\W_]){{0,3}}"
#: What may part two words of one phrase: no end of a sentence, of a cell, of a paragraph.
JOINT: Final = rf"(?:(?:{_NO_NEW_BLOCK}(?:[^\w.,;:!?()/|…]|_)){{1,6}}|[./+=&…]{{1,3}}(?=\S))"
NO_LETTER_BEFORE, NO_LETTER_AFTER = r"(?<![^\W\d_])", r"(?![^\W\d_])"
JOINED_LENGTH: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A phrase or name that advertises (từ ngữ quảng cáo), its kind, what only looks like it."""

    words: str
    kind: str
    innocent: tuple[str, ...]

    def is_meant(self, text: str, match: re.Match[str]) -> bool:
        """Say whether a match is written with letters, and belongs to no innocent phrase."""
        letters = sum(map(str.isalpha, match[0]))
        if 2 * letters < sum(map(str.isalpha, self.words)):
            return False
        start, end = match.span()
        return not any(
            found.start() <= start and found.end() >= end
            for phrase in self.innocent
            for found in innocent_pattern(phrase, self.words).finditer(
                text, max(0, start - 60), end + 60
            )
        )


def plain_letters(text: str) -> str:
    """Give a text in lower case with plain letters; what the eye does not see is left out."""
    return _ODD.sub(_plain, unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).lower())


def _plain(odd: re.Match[str]) -> str:
    letter = odd[0]
    return _FOREIGN.get(letter, letter if letter.isalpha() else "")


def decoded(text: str) -> str:
    """Give a text with the codes of addresses and of HTML read; lines stay as they are."""
    return _ENCODED.sub(_decoded, text) if "%" in text or "&" in text else text


def _decoded(code: re.Match[str]) -> str:
    read = unquote(code[0]) if code[0].startswith("%") else unescape(code[0])
    return code[0] if "\n" in read else read


def without_markup(text: str) -> str:
    """Give a text without tags and the addresses of links, whose words readers see as one."""
    return MARKUP.sub("", text)


def skeleton(word: str) -> str:
    """Give what all forms of a word have in common: «c4i», «cái» and «cal» are «cai»."""
    return fold(word).translate(_SKELETON)


@cache
def syllable_pattern(syllable: str) -> re.Pattern[str]:
    """Match one word of a term in each of its forms."""
    return re.compile("".join(map(_forms, syllable)))


@cache
def term_pattern(words: str) -> re.Pattern[str]:
    """Match a term: its words, or letters set apart, or all run together inside another word.

    Every pattern begins with the term's first letter, which the search runs to in one pass.
    """
    if is_numbered(words):
        return re.compile(rf"{words[0]}(?<![^\W_]{words[0]}){words[1:]}(?!\d)")
    first, *letters = [_forms(letter) for letter in words if letter != " "]
    whole = ["".join(map(_forms, syllable)) for syllable in words.split()]
    beginning = whole[0][len(first) :]
    apart = f"{GAP}{GAP.join(letters)}"
    if len(whole) > 1:
        apart = f"(?!{WORDS_APART.join((beginning, *whole[1:]))}){apart}"
    after = r"(?!\d)" if words[-1].isdigit() else NO_LETTER_AFTER
    pattern = rf"(?<![^\W\d_]{first})(?:{JOINT.join((beginning, *whole[1:]))}|{apart}){after}"
    if len(whole) > 1 and len(letters) >= JOINED_LENGTH - 1:
        pattern += f"|{''.join(letters)}"
    return re.compile(f"{first}(?:{pattern})")


def is_numbered(words: str) -> bool:
    """Say whether a term is a name with a number in it, which is written in one way only."""
    return " " not in words and not words.isalpha()


@cache
def innocent_pattern(phrase: str, words: str) -> re.Pattern[str]:
    """Match an innocent phrase; one that says more than the term also inside another word."""
    whole = [
        "".join(_forms(letter, signs=False) for letter in syllable) for syllable in phrase.split()
    ]
    pattern = f"{NO_LETTER_BEFORE}{JOINT.join(whole)}{NO_LETTER_AFTER}"
    if len(whole) > len(words.split()):
        pattern += f"|{''.join(whole)}"
    return re.compile(pattern)


def _forms(letter: str, *, signs: bool = True) -> str:
    """Give a class of what may stand for a letter: itself, itself without marks, a sign."""
    bare = fold(letter)
    forms = {letter, bare, *(LOOKS_LIKE.get(bare, "") if signs else "")}
    return f"[{re.escape(''.join(sorted(forms)))}]" if len(forms) > 1 else re.escape(letter)


def _terms() -> Iterator[Term]:
    for kind, lines in PHRASES.items():
        for line in filter(None, lines.splitlines()):
            words, _, innocent = line.partition(": ")
            phrases = tuple(filter(None, innocent.split(", ")))
            yield Term(words=words, kind=kind, innocent=phrases)
    for kind, names in NAMES.items():
        yield from (Term(words=name, kind=kind, innocent=()) for name in names.split())


TERMS: Final = tuple(_terms())
