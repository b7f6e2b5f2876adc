"""What the letters of the old Vietnamese fonts (TCVN3, VNI) stand for, seen as Latin-1 text."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: TCVN3 (ABC, the fonts .Vn…) has one sign a letter; its own capitals carry no tone.
_TCVN3_SIGNS: Final = (
    "µ¶·¸¹ ¨»¼½¾Æ ©ÇÈÉÊË ®ÌÎÏÐÑ ªÒÓÔÕÖ ×ØÜÝÞ ßáâãä «åæçèé ¬êëìíî ïñòóô \u00adõö÷øù úûüýþ ¡¢£¤¥¦§"
)
_TCVN3_LETTERS: Final = (
    "àảãáạ ăằẳẵắặ âầẩẫấậ đèẻẽéẹ êềểễếệ ìỉĩíị òỏõóọ ôồổỗốộ ơờởỡớợ ùủũúụ ưừửữứự ỳỷỹýỵ ĂÂÊÔƠƯĐ"
)
_TCVN3: Final = str.maketrans(dict(zip(_TCVN3_SIGNS, _TCVN3_LETTERS, strict=True)))

_MARKS: Final = {
    "tone": dict(zip("øûõùï", "\u0300\u0309\u0303\u0301\u0323", strict=True)),
    "circumflex": {
        sign: "\u0302" + tone
        for sign, tone in zip("âàåãáä", ("", *"\u0300\u0309\u0303\u0301\u0323"), strict=True)
    },
    "breve": {
        sign: "\u0306" + tone
        for sign, tone in zip("êèúüéë", ("", *"\u0300\u0309\u0303\u0301\u0323"), strict=True)
    },
}
_TAKES: Final = {
    "a": ("tone", "circumflex", "breve"),
    "e": ("tone", "circumflex"),
    "o": ("tone", "circumflex"),
    "u": ("tone",),
    "y": ("tone",),
    "ô": ("tone",),
    "ö": ("tone",),
}
_VNI_SINGLES: Final = dict(zip("ìæóíòîñôö", "ìỉĩíịỵđơư", strict=True))


def _vni_letters() -> dict[str, str]:
    """Pair each VNI letter, alone or with the sign that follows it, with its Unicode letter."""
    pairs = {
        letter + sign: unicodedata.normalize("NFC", _VNI_SINGLES.get(letter, letter) + mark)
        for letter, kinds in _TAKES.items()
        for kind in kinds
        for sign, mark in _MARKS[kind].items()
    }
    return pairs | _VNI_SINGLES


_VNI: Final = _vni_letters()
_VNI_LETTER: Final = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))


def from_tcvn3(text: str) -> str:
    """Return what the text reads as in a TCVN3 font: «TØnh B×nh §Þnh» → «Tỉnh Bình Định»."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Return what the text reads as in a VNI font, in lower case: «Bình Ñònh» → «bình định»."""
    return _VNI_LETTER.sub(lambda match: _VNI[match[0]], text.lower())


def from_twice_encoded(text: str) -> str:
    """Return what the text was before its UTF-8 was read as Windows-1252 and stored again."""
    try:
        return b"".join(map(_windows_1252_byte, text)).decode()
    except UnicodeError:
        return text


def _windows_1252_byte(character: str) -> bytes:
    """Return the one byte that Windows shows as this character; unused bytes show as themselves."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def from_windows_1258(text: str) -> str:
    """Return what the text reads as when its bytes, seen as Latin-1, are Windows-1258."""
    return unicodedata.normalize("NFC", text.encode("latin-1").decode("cp1258", "replace"))
