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
    """What a reading makes of some words: those that become Vietnamese, and those against it."""

    hits: tuple[str, ...]
    misses: int
    strange: int

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
    if b"\0" not in data:
        return ""
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


#: What right Vietnamese never has: letters of other languages, signs that the old fonts drew as
#: letters, pairs that only VNI writes, and lead bytes before what Windows shows for the next byte.
#: Each pair is looked for by its second letter, so that a text is passed through only once.
_ALONE: Final = "¡-ª¬-¶¸-ºÄ-ÇËÎ-ÑÖ-ØÛÜÞßä-çëî-ïñö-øûüþ"
_SECOND_BYTE: Final = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_SUSPECT: Final = re.compile(
    f"[{_ALONE}âàáãêèéúùõÂÀÁÃÊÈÉÚÙÕ{_SECOND_BYTE}]"
    f"(?:(?<=[{_ALONE}])|(?<=[AaEeOoUuYyÔôÂÃÄÅÆáâ].)(?:"
    "(?<=[Aa][âàáãêèéúùõÂÀÁÃÊÈÉÚÙÕ])|(?<=[Ee][âàáãùõÂÀÁÃÙÕ])|(?<=[Oo][âõùÂÕÙ])"
    f"|(?<=[UuYyÔô][õùÕÙ])|(?<=[ÂÃÄÅÆáâ][{_SECOND_BYTE}])))"
)
#: A sign that is no letter of any language, inside a word long enough to be no unit such as µm.
_SIGN: Final = re.compile(r"(?=...).*[¡-©¬-¯´¶¸¹»-¿×]")
#: The first bytes of ạ … ỹ, with or without a third one that is no closing quotation mark.
_VOWEL_BYTES: Final = re.compile("á[º»]")
_WHOLE_VOWEL: Final = re.compile("á[º»][\x80-\x9f¡-º¼-¿€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]")


def mojibake(text: str) -> Mojibake | None:
    """Find the first line that was typed for an old font or encoded twice, or return None.

    Only words that are no Vietnamese as they stand are judged, by what the old reading makes of
    them. Where no line is clear by itself, all lines together may be, as in a list of names.
    """
    if not _SUSPECT.search(text):
        return None
    lines = enumerate(text.split("\n"), start=1)
    suspects = tuple((line, number) for number, line in lines if _SUSPECT.search(line))
    found = (_typed_wrongly(line, number, enough=2) for line, number in suspects)
    first = next((one for one in found if one), None)
    return first or _typed_wrongly(
        "\n".join(line for line, _ in suspects), suspects[0][1], enough=3
    )


def _typed_wrongly(text: str, line: int, *, enough: int) -> Mojibake | None:
    """Judge the words of a text; `enough` different words speak for an old font."""
    words = _words(text)
    twice = _encoded_twice(words)
    if len(set(twice)) >= enough or any(_VOWEL_BYTES.search(word) for word in twice):
        return _mojibake("UTF-8 hai lần", twice, line)
    readings = ((kind, _evidence(words, reading)) for kind, reading in _FONTS)
    kind, best = max(readings, key=lambda pair: pair[1].weight)
    return _mojibake(kind, best.hits, line) if _is_convincing(best, enough) else None


def _encoded_twice(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that were encoded twice, also where a byte of them was lost on the way."""
    return tuple(
        word
        for word in words
        if _becomes_vietnamese(word, from_twice_encoded) or _WHOLE_VOWEL.search(word)
    )


def _is_convincing(evidence: _Evidence, enough: int) -> bool:
    """Say whether the hits are many or plain enough; strange words weigh a third of a hit."""
    if any(map(_SIGN.match, evidence.hits)) and len(evidence.hits) > evidence.misses:
        return True
    against = 3 * evidence.misses + evidence.strange
    return len(set(evidence.hits)) >= enough and 3 * len(evidence.hits) > against


def _mojibake(kind: str, words: tuple[str, ...], line: int) -> Mojibake:
    """Show the first few words that were typed wrongly."""
    return Mojibake(kind=kind, sample=" ".join(words[:3]), line=line)


#: ASCII letters and everything beyond ASCII, since old fonts put letters on every sign there.
_WORD: Final = re.compile(r"[A-Za-z\x80-\U0010ffff]+")
_QUOTES: Final = "«»“”‘’…–—•·\u00a0"


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text that are no Vietnamese syllables; abbreviations do not count."""
    return tuple(word for word in _WORD.findall(text) if _is_odd(word))


def _is_odd(word: str) -> bool:
    """Say whether a word, taken out of its quotation marks, is strange to Vietnamese."""
    bare = word.strip(_QUOTES)
    if bare.isascii():
        return word.isascii() and not word.isupper() and not is_syllable(word)
    return not is_syllable(bare)


def _evidence(words: tuple[str, ...], reading: _Reading) -> _Evidence:
    """Weigh a reading against words that are no Vietnamese as they stand."""
    written = [word for word in words if not word.isascii()]
    hits = tuple(word.strip(_QUOTES) for word in written if _becomes_vietnamese(word, reading))
    return _Evidence(hits=hits, misses=len(written) - len(hits), strange=len(words) - len(written))


def _becomes_vietnamese(word: str, reading: _Reading) -> bool:
    """Say whether a reading turns a word, with or without its quotation marks, into a syllable."""
    readings = (reading(word), reading(word.strip(_QUOTES)))
    return any(is_syllable(one) and not one.isascii() for one in readings)
