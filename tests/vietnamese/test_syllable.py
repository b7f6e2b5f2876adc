"""What is a Vietnamese syllable decides what is read as broken text."""

from __future__ import annotations

import pytest

from plugins.vietnamese.syllable import is_syllable, split_tone

RIGHT = """
    ủy uỷ hòa hoà thúy thuý quý quốc quyền quyết khuỷu nghiêng giếng giết gì giữa giá yếu
    xoong thuở rượu chuyển khuya ngoằn ngoèo oai Đánh ĐỊNH ươm ướt ỉa và ở y ý Bình
"""
WRONG = "qúy hòan tòan caùc tơt tổc hat\u0309 Đắk Krông UBND đ xyz bb zô naõ a\u0301\u0300 HĐND"


@pytest.mark.parametrize("word", RIGHT.split())
def test_a_word_that_is_spelt_rightly_is_a_syllable(word: str) -> None:
    """An editor's right words are never called broken."""
    assert is_syllable(word)


@pytest.mark.parametrize("word", [*WRONG.split(), ""])
def test_a_word_that_no_syllable_can_be_is_none(word: str) -> None:
    """Broken words stand out, whatever font they were typed for."""
    assert not is_syllable(word)


def test_the_tone_comes_off_and_the_vowel_marks_stay() -> None:
    """Two ways of placing a tone can be compared."""
    assert split_tone("thủy") == ("thuy", "\u0309")
    assert split_tone("ĐƯỜNG") == ("ĐƯƠNG", "\u0300")
