"""Text reaches every other part in one written form, with nothing hidden in it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.vietnamese.normalise import (
    HiddenCharacter,
    hidden_characters,
    is_nfc,
    mixed_script_words,
    nfc,
)

ANY_TEXT = st.text(st.characters(codec="utf-8"))


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("Ti\u0309nh Bi\u0300nh Đi\u0323nh", "Tỉnh Bình Định"),
        ("\u00d0ánh giá", "Đánh giá"),
        ("\u00f0ường", "đường"),
        ("H\u00d0ND, Q\u00d0-UBND, N\u00d0-CP", "HĐND, QĐ-UBND, NĐ-CP"),
        ("\u00d0\u00d0", "ĐĐ"),
        ("Sigur\u00f0ur", "Sigur\u00f0ur"),
        ("Tỉnh Bình Định", "Tỉnh Bình Định"),
        ("", ""),
    ],
)
def test_text_takes_its_one_written_form(written: str, mended: str) -> None:
    """A reader who searches finds what an old keyboard typed in pieces or with an eth."""
    assert nfc(written) == mended


@given(ANY_TEXT)
@settings(max_examples=1000, deadline=None)
def test_the_written_form_is_final(text: str) -> None:
    """A builder may normalise again without changing a byte."""
    assert is_nfc(nfc(text))
    assert nfc(nfc(text)) == nfc(text)
    assert nfc(unicodedata.normalize("NFD", text)) == nfc(text)


def test_text_in_pieces_is_not_nfc() -> None:
    """An editor is told when a file holds letters and tones apart."""
    assert not is_nfc("Ti\u0309nh")
    assert is_nfc("Tỉnh")


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u202e", "dấu đổi hướng chữ (U+202E)"),
        ("\u2066", "dấu đổi hướng chữ (U+2066)"),
        ("\u200f", "dấu đổi hướng chữ (U+200F)"),
        ("\u200b", "dấu cách không chiều rộng (U+200B)"),
        ("\u200c", "dấu tách chữ không chiều rộng (U+200C)"),
        ("\u200d", "dấu nối chữ không chiều rộng (U+200D)"),
        ("\u2060", "dấu nối từ không chiều rộng (U+2060)"),
        ("\ufeff", "dấu BOM (U+FEFF)"),
        ("\u00ad", "dấu gạch nối mềm (U+00AD)"),
        ("\U000e0041", "ký tự thẻ ẩn (U+E0041)"),
        ("\U000e0101", "dấu chọn biến thể ẩn (U+E0101)"),
        ("\ue000", "ký tự dùng riêng (U+E000)"),
        ("\x07", "ký tự điều khiển (U+0007)"),
        ("\x7f", "ký tự điều khiển (U+007F)"),
        ("\x85", "ký tự điều khiển (U+0085)"),
        ("\u2028", "dấu ngắt dòng của Unicode (U+2028)"),
        ("\u2062", "ký tự định dạng ẩn (U+2062)"),
        ("\u3164", "chữ rỗng (U+3164)"),
        ("\ud800", "nửa ký tự hỏng (U+D800)"),
    ],
)
def test_a_hidden_character_is_named_with_its_place(character: str, name: str) -> None:
    """An editor finds by line and column what the eye cannot see."""
    assert list(hidden_characters(f"Tiêu đề\ncải{character}cách")) == [
        HiddenCharacter(offset=11, line=2, column=4, character=character, name=name)
    ]


def test_every_hidden_character_is_found() -> None:
    """An editor mends all of them after one run."""
    found = hidden_characters("\u200ba\n\nb\u200b\u202ec\n\x00")
    assert [(one.line, one.column) for one in found] == [(1, 1), (3, 2), (3, 3), (4, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Cải cách\thành chính\r\nnăm 2023 – «85,03\u00a0%»",
        "Ti\u0309nh",
        "👍 ①",
        "１２％",
        "❤\ufe0f",
    ],
)
def test_what_can_be_seen_is_not_hidden(text: str) -> None:
    """An editor is not asked to mend line ends, tabs or non-breaking spaces."""
    assert list(hidden_characters(text)) == []


@given(ANY_TEXT)
@settings(max_examples=1000, deadline=None)
def test_hidden_characters_agree_with_unicode(text: str) -> None:
    """Nothing that Unicode calls control, format or private use slips through."""
    found = {one.offset for one in hidden_characters(text)}
    for offset, character in enumerate(text):
        if unicodedata.category(character) in ("Cc", "Cf", "Co", "Zl", "Zp"):
            assert (offset in found) == (character not in "\n\t\r")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cổng thông tin b\u0456nhdinh", [(15, "b\u0456nhdinh")]),
        ("\u0391BC và AB\u0421", [(0, "\u0391BC"), (7, "AB\u0421")]),
        ("Москва, Αθήνα, Bình Định", []),
        ("bụi 2,5 μm, 10 μg/m³, điện trở 5 kΩ", []),
        ("Nhà nước (UBND) 100%", []),
    ],
)
def test_a_word_of_two_scripts_is_found(text: str, words: list[tuple[int, str]]) -> None:
    """A reader is not led to a forged name that only looks right."""
    assert list(mixed_script_words(text)) == words
