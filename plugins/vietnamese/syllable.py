"""How a Vietnamese syllable (âm tiết) is built: an onset, a rhyme and one of six tones."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

#: The five written tones in dictionary order: huyền, hỏi, ngã, sắc, nặng; ngang has no mark.
TONES: Final = "\u0300\u0309\u0303\u0301\u0323"

_STOPPED_TONES: Final = "\u0301\u0323"
_STOPS: Final = ("c", "p", "t", "ch")

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
_RHYMES: Final = frozenset(_RHYME_LIST.split())

_AFTER_QU: Final = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây
    e en eo et ê êch ên ênh êt i ich in inh it ơ ôc y ych yên yêt ynh yt
"""
_RHYMES_AFTER_QU: Final = frozenset(_AFTER_QU.split())


def split_tone(word: str) -> tuple[str, str]:
    """Take the tone marks off a word: («thủy» → «thuy» and the hỏi mark), vowel marks stay."""
    marked = unicodedata.normalize("NFD", word)
    letters = "".join(mark for mark in marked if mark not in TONES)
    tones = "".join(mark for mark in marked if mark in TONES)
    return unicodedata.normalize("NFC", letters), tones


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Say whether a word, in any case, could be one Vietnamese syllable."""
    letters, tones = split_tone(word.lower())
    if len(tones) > 1 or not letters:
        return False
    if letters.endswith(_STOPS) and tones not in tuple(_STOPPED_TONES):
        return False
    if letters.startswith("qu"):
        return letters[2:] in _RHYMES_AFTER_QU
    return any(letters.startswith(onset) and letters[len(onset) :] in _RHYMES for onset in _ONSETS)
