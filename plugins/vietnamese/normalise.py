"""The one written form of a text (chuẩn hóa), and the characters that nobody can see in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_ETH_WORD: Final = re.compile(r"\w*[Ðð]\w*")
_ETH_TO_DD: Final = str.maketrans("Ðð", "Đđ")


def nfc(text: str) -> str:
    """Return the text in NFC, with the Icelandic eth (Ð, ð) of old keyboards turned into Đ, đ."""
    composed = unicodedata.normalize("NFC", text)
    if "Ð" not in composed and "ð" not in composed:
        return composed
    return _ETH_WORD.sub(_with_dd, composed)


def _with_dd(match: re.Match[str]) -> str:
    """Mend an eth that opens a word (as none does in Icelandic) or stands among capitals."""
    word = match[0]
    mended = word.translate(_ETH_TO_DD)
    if word.isupper():
        return mended
    return mended[0] + word[1:]


def is_nfc(text: str) -> bool:
    """Say whether the text is stored in Unicode Normalization Form C."""
    return unicodedata.is_normalized("NFC", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenCharacter:
    """One character that the eye does not see (ký tự ẩn), and where it stands, counted from 1."""

    offset: int
    line: int
    column: int
    character: str
    name: str


_KNOWN: Final = {
    "\u00ad": "dấu gạch nối mềm",
    "\u200b": "dấu cách không chiều rộng",
    "\u200c": "dấu tách chữ không chiều rộng",
    "\u200d": "dấu nối chữ không chiều rộng",
    "\u2060": "dấu nối từ không chiều rộng",
    "\ufeff": "dấu BOM",
    "\u2028": "dấu ngắt dòng của Unicode",
    "\u2029": "dấu ngắt đoạn của Unicode",
}

#: Ranges of code points, first match wins; written by number so that this file shows no such sign.
_RANGES: Final = (
    (0x200E, 0x200F, "dấu đổi hướng chữ"),
    (0x061C, 0x061C, "dấu đổi hướng chữ"),
    (0x202A, 0x202E, "dấu đổi hướng chữ"),
    (0x2066, 0x2069, "dấu đổi hướng chữ"),
    (0xE0000, 0xE007F, "ký tự thẻ ẩn"),
    (0xE0100, 0xE01EF, "dấu chọn biến thể ẩn"),
)

_CATEGORIES: Final = {
    "Cc": "ký tự điều khiển",
    "Cf": "ký tự định dạng ẩn",
    "Co": "ký tự dùng riêng",
    "Cs": "nửa ký tự hỏng",
    "Zl": "dấu ngắt dòng của Unicode",
    "Zp": "dấu ngắt đoạn của Unicode",
}

#: Letters and marks drawn as nothing although Unicode calls them no format characters.
_BLANK_LETTERS: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")

#: Every place in Unicode where hidden characters live; what stands there is judged one by one.
_HIDING: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u0600-\u08ff\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\uf8ff\ufeff-\uffff\U00010000-\U0010ffff"
)
_CANDIDATE: Final = re.compile(f"[{_HIDING}]")
#: Where the Greek and Cyrillic letters live.
_FOREIGN_LETTERS: Final = "\u0370-\u052f\u1c80-\u1c8f\u1f00-\u1fff\u2de0-\u2dff\ua640-\ua69f"
_UNUSUAL: Final = re.compile(f"[{_HIDING}{_FOREIGN_LETTERS}]")


def has_unusual_characters(text: str) -> bool:
    """Say, in one pass, whether a text may have hidden characters or words of mixed scripts."""
    return bool(_UNUSUAL.search(text))


def hidden_characters(text: str) -> Iterator[HiddenCharacter]:
    """Find every invisible or direction-changing character; line feed and tab are not among them.

    The classes follow the Unicode general categories (Cc, Cf, Co, Cs, Zl, Zp).
    """
    line, seen = 1, 0
    for match in _CANDIDATE.finditer(text):
        name = _hidden_name(match[0])
        if name:
            line += text.count("\n", seen, match.start())
            seen = match.start()
            yield HiddenCharacter(
                offset=seen,
                line=line,
                column=seen - text.rfind("\n", 0, seen),
                character=match[0],
                name=f"{name} (U+{ord(match[0]):04X})",
            )


def _hidden_name(character: str) -> str:
    """Name a hidden character for an editor, or return nothing for one that may stay."""
    if character in _KNOWN:
        return _KNOWN[character]
    for first, last, name in _RANGES:
        if first <= ord(character) <= last:
            return name
    if character in _BLANK_LETTERS:
        return "chữ rỗng"
    return _CATEGORIES.get(unicodedata.category(character), "")


_WORD: Final = re.compile(r"\w+")
_FOREIGN: Final = re.compile(f"[{_FOREIGN_LETTERS}]")
_UNIT: Final = re.compile("[nkMG]?Ω|μ[A-Za-z]{1,3}")


def mixed_script_words(text: str) -> Iterator[tuple[int, str]]:
    """Find words that mix Latin letters with Cyrillic or Greek ones, as a forged name does.

    Units such as μm and kΩ are no forgery. Single-script confusables are out of scope: this is the
    mixed-script part of Unicode Technical Standard 39 and no more.
    """
    if not _FOREIGN.search(text):
        return
    for match in _WORD.finditer(text):
        word = match[0]
        if _FOREIGN.search(word) and not _UNIT.fullmatch(word) and any(map(_is_latin, word)):
            yield match.start(), word


def _is_latin(character: str) -> bool:
    """Say whether Unicode's own name counts the character among the Latin letters."""
    return unicodedata.name(character, "").startswith(("LATIN ", "FULLWIDTH LATIN "))
