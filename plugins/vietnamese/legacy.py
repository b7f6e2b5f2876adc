"""Text in an encoding from before Unicode (bảng mã cũ): recognised, never guessed away."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from plugins.vietnamese.legacy_fonts import (
    from_tcvn3,
    from_twice_encoded,
    from_vni,
    from_windows_1258,
)
from plugins.vietnamese.syllable import is_syllable


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecodable:
    """Why bytes are no UTF-8 text (tệp sai bảng mã), and what to do; `line` is the first bad."""

    fact: str
    remedy: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mojibake:
    """Text that only an old font could show (chữ lỗi phông): its kind, a sample and its line."""

    kind: str
    sample: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """What one reading makes of some words: those that become Vietnamese, those that do not."""

    hits: tuple[str, ...]
    misses: int

    @property
    def weight(self) -> int:
        """Return how much more speaks for the reading than against it."""
        return len(set(self.hits)) - self.misses


_Reading: TypeAlias = Callable[[str], str]

_FONTS: Final[tuple[tuple[str, _Reading], ...]] = (
    ("TCVN3", from_tcvn3),
    ("VNI", from_vni),
)
_ENCODINGS: Final[tuple[tuple[str, _Reading], ...]] = (
    *_FONTS,
    ("Windows-1258", from_windows_1258),
    ("UTF-8", from_twice_encoded),
)
_TWICE: Final = "UTF-8 hai lần"
_SURE: Final = ("áº", "á»")
_ENOUGH: Final = 2

_SAVE: Final = "mở tệp bằng phần mềm soạn thảo, lưu lại (Save as) với mã hóa UTF-8"
_CONVERT: Final = (
    "chuyển sang Unicode bằng công cụ chuyển mã của UniKey, rồi lưu lại với mã hóa UTF-8"
)
_RESTORE: Final = "có chỗ bị hỏng khi chép hoặc ghép tệp; lấy lại bản gốc rồi lưu với mã hóa UTF-8"


def decode(data: bytes) -> str | Undecodable:
    """Return the text of strict UTF-8 bytes without their byte order mark, or name the encoding."""
    utf16 = _utf16(data)
    if utf16:
        return Undecodable(fact=f"tệp ở bảng mã {utf16}", remedy=_SAVE, line=1)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _undecodable(data, data.count(b"\n", 0, error.start) + 1)


def _utf16(data: bytes) -> str:
    """Name the UTF-16 that bytes are in, by their mark or by the zeros beside plain letters."""
    marks = {b"\xff\xfe": "UTF-16 LE", b"\xfe\xff": "UTF-16 BE"}
    if data[:2] in marks:
        return marks[data[:2]]
    even, odd = (data[side::2].count(0) * 5 > len(data) for side in (0, 1))
    return {(True, False): "UTF-16 BE", (False, True): "UTF-16 LE"}.get((even, odd), "")


def _undecodable(data: bytes, line: int) -> Undecodable:
    """Name the encoding in which the most words of the bytes are Vietnamese."""
    words = _words(data.decode("latin-1"))
    evidence = ((kind, _evidence(words, reading).weight) for kind, reading in _ENCODINGS)
    kind, weight = max(evidence, key=lambda pair: pair[1])
    if weight <= 0:
        fact = "tệp không ở bảng mã UTF-8, có vẻ ở Windows-1252"
        return Undecodable(fact=fact, remedy=_SAVE, line=line)
    if kind == "UTF-8":
        return Undecodable(fact="tệp UTF-8 có byte hỏng", remedy=_RESTORE, line=line)
    fact = f"tệp không ở bảng mã UTF-8, có vẻ ở {kind}"
    return Undecodable(fact=fact, remedy=_CONVERT, line=line)


def mojibake(text: str) -> Mojibake | None:
    """Find the first line that was typed for an old font or encoded twice, or return None.

    A line counts when at least two different words of it become Vietnamese syllables in the old
    reading, are none as they stand, and outnumber the words that make no sense either way. Of
    words encoded twice, one with the bytes of a Vietnamese vowel is enough.
    """
    if text.isascii():
        return None
    lines = [(number, _words(line)) for number, line in enumerate(text.split("\n"), start=1)]
    found = (_line_mojibake(number, words) for number, words in lines if words)
    return next((one for one in found if one), None)


def _line_mojibake(line: int, words: tuple[str, ...]) -> Mojibake | None:
    """Judge the words of one line."""
    twice = _evidence(words, from_twice_encoded)
    if len(set(twice.hits)) >= _ENOUGH or any(sure in hit for hit in twice.hits for sure in _SURE):
        return Mojibake(kind=_TWICE, sample=" ".join(twice.hits[:3]), line=line)
    kind, best = max(
        ((kind, _evidence(words, reading)) for kind, reading in _FONTS),
        key=lambda pair: pair[1].weight,
    )
    if len(set(best.hits)) >= _ENOUGH and best.weight > 0:
        return Mojibake(kind=kind, sample=" ".join(best.hits[:3]), line=line)
    return None


#: ASCII letters and everything beyond ASCII, since old fonts put letters on every sign there.
_WORD: Final = re.compile(r"[A-Za-z]*[^\x00-\x7f][A-Za-z\x80-\U0010ffff]*")
_QUOTES: Final = "«»“”‘’…–—•\u00a0"


def _words(text: str) -> tuple[str, ...]:
    """Return the words that are not plain ASCII inside and are no Vietnamese syllables."""
    return tuple(word for word in _WORD.findall(text) if _is_odd(word.strip(_QUOTES)))


def _is_odd(word: str) -> bool:
    """Say whether a word has letters beyond ASCII without being a syllable of Vietnamese."""
    return not word.isascii() and not is_syllable(word)


def _evidence(words: tuple[str, ...], reading: _Reading) -> _Evidence:
    """Weigh a reading against words that are no Vietnamese as they stand."""
    hits, misses = [], 0
    for word in words:
        bare = word.strip(_QUOTES)
        if any(is_syllable(reading(one)) and not reading(one).isascii() for one in (word, bare)):
            hits.append(bare)
        else:
            misses += 1
    return _Evidence(hits=tuple(hits), misses=misses)
