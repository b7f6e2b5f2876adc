"""How a Vietnamese syllable (âm tiết) is spelt: an onset, a rhyme, and a tone on its vowel."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

#: The five written tones in dictionary order: huyền, hỏi, ngã, sắc, nặng; ngang has no mark.
TONES: Final = "\u0300\u0309\u0303\u0301\u0323"

#: A rhyme that ends in a stop takes no other tone than sắc and nặng.
_STOPPED_TONES: Final = "\u0301\u0323"
_STOPS: Final = ("c", "p", "t", "ch")

_VOWELS: Final = "aăâeêioôơuưy"
_MARKED_VOWELS: Final = "ăâêôơư"
_TRIPLE: Final = 3

#: The rhymes whose tone is placed in two ways: «hòa», «hoà».
OPEN_PAIRS: Final = ("oa", "oe", "uy")

_ONSET_LIST: Final = "b ch c d đ gh gi g h kh k l m ngh ng nh n ph p r s th tr t v x"
_ONSETS: Final = ("", *_ONSET_LIST.split())
_RHYME_LIST: Final = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông
    uôt uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
"""
_AFTER_QU_LIST: Final = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây
    e en eo et ê êch ên ênh êt êu i ich in inh it ơ ôc y ych yên yêt ynh yt
"""


def split_tone(word: str) -> tuple[str, str]:
    """Take the tone marks off a word: («thủy» → «thuy» and the hỏi mark), vowel marks stay."""
    marked = unicodedata.normalize("NFD", word)
    letters = "".join(mark for mark in marked if mark not in TONES)
    tones = "".join(mark for mark in marked if mark in TONES)
    return unicodedata.normalize("NFC", letters), tones


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Say whether a word, in any case, is spelt as one Vietnamese syllable with its tone in place.

    The rhymes are those of native and Sino-Vietnamese words; a name such as «Đắk» is none.
    """
    letters = unicodedata.normalize("NFC", word.lower())
    if letters.startswith("qu"):
        return letters[len("qu") :] in _RHYMES_AFTER_QU
    return any(letters.startswith(on) and letters[len(on) :] in _RHYMES for on in _ONSETS)


def _with_tones(rhymes: str) -> frozenset[str]:
    """Return every rhyme of a list without a tone and with each tone that it can carry."""
    toned = {
        unicodedata.normalize("NFC", rhyme[: place + 1] + tone + rhyme[place + 1 :])
        for rhyme in rhymes.split()
        for place in _carriers(rhyme)
        for tone in (_STOPPED_TONES if rhyme.endswith(_STOPS) else TONES)
    }
    unstopped = (rhyme for rhyme in rhymes.split() if not rhyme.endswith(_STOPS))
    return frozenset(toned.union(unstopped))


def _carriers(rhyme: str) -> tuple[int, ...]:
    """Return the places in a rhyme where its tone may stand."""
    vowels = len(rhyme) - len(rhyme.lstrip(_VOWELS))
    marked = [place for place in range(vowels) if rhyme[place] in _MARKED_VOWELS]
    if marked:
        return (marked[-1],)
    if rhyme in OPEN_PAIRS:
        return (0, 1)
    is_closed = vowels < len(rhyme)
    return (1,) if vowels == _TRIPLE or (vowels > 1 and is_closed) else (0,)


_RHYMES: Final = _with_tones(_RHYME_LIST)
_RHYMES_AFTER_QU: Final = _with_tones(_AFTER_QU_LIST)
