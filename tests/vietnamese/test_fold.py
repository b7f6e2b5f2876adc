"""Texts that a reader takes for the same are found, addressed and compared as the same."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.vietnamese.fold import _placings, comparable, fold, slug

ANY_TEXT = st.text(st.characters(codec="utf-8"))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Uỷ ban nhân dân", "uy ban nhan dan"),
        ("Ủy ban nhân dân", "uy ban nhan dan"),
        ("ĐƯỜNG Đắk Lắk", "duong dak lak"),
        ("\u00d0ánh giá", "danh gia"),
        ("ﬁ ① ％", "fi 1 %"),
        ("Café", "cafe"),
    ],
)
def test_folded_text_has_no_marks(text: str, folded: str) -> None:
    """A reader who types without tones finds the word with them."""
    assert fold(text) == folded


@given(ANY_TEXT)
@settings(max_examples=1000, deadline=None)
def test_folding_does_not_depend_on_composition(text: str) -> None:
    """The same word typed on two keyboards is one word."""
    folded = fold(unicodedata.normalize("NFD", text))
    assert folded == fold(unicodedata.normalize("NFC", text))
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Đánh giá", "danh-gia"),
        ("76/NQ-CP", "76-nq-cp"),
        ("TT&TT", "tt-tt"),
        ("  «Cải cách» – hành chính!  ", "cai-cach-hanh-chinh"),
        ("Bình Định: 85,03 %", "binh-dinh-85-03"),
        ("…", ""),
        ("", ""),
    ],
)
def test_a_title_becomes_an_address(text: str, address: str) -> None:
    """A reader can say an address on the telephone."""
    assert slug(text) == address


@given(ANY_TEXT)
@settings(max_examples=1000, deadline=None)
def test_an_address_holds_small_letters_digits_and_single_hyphens(text: str) -> None:
    """No title whatever can break out of its folder."""
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban", "Ủy ban"),
        ("Khánh Hoà", "Khánh Hòa"),
        ("thuý", "Thúy"),
        ("sức khoẻ", "sức khỏe"),
        ("loã xoã", "lõa xõa"),
        ("SỞ  NỘI VỤ", " Sở Nội\u00a0vụ"),
        ("Ti\u0309nh", "tỉnh"),
    ],
)
def test_two_spellings_of_a_text_compare_as_equal(one: str, other: str) -> None:
    """An agency is one agency whichever way its tone was placed."""
    assert comparable(one) == comparable(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ma", "mà"), ("hòa", "họa"), ("dân", "đân"), ("quý", "qúy"), ("tòan", "toàn")],
)
def test_two_different_texts_compare_as_different(one: str, other: str) -> None:
    """A tone tells two names apart, and a misspelling is not hidden."""
    assert comparable(one) != comparable(other)


def test_the_key_keeps_the_tone_on_the_main_vowel() -> None:
    """Words whose tone has one place only come through as they are."""
    assert comparable("Quý Thủy hóa họa mùa Thúy.") == "quý thuỷ hoá hoạ mùa thuý."


@given(ANY_TEXT)
@settings(max_examples=1000, deadline=None)
def test_comparing_does_not_depend_on_composition(text: str) -> None:
    """A name from a Mac and one from Windows are equal."""
    assert comparable(unicodedata.normalize("NFD", text)) == comparable(text)


def test_each_tone_has_one_place_in_an_open_rhyme() -> None:
    """Three rhymes and five tones are written in two ways, and no other."""
    said = (
        "òa oà ỏa oả õa oã óa oá ọa oạ òe oè ỏe oẻ õe oẽ óe oé ọe oẹ ùy uỳ ủy uỷ ũy uỹ úy uý ụy uỵ"
    )
    pairs = dict(batch.split() for batch in re.findall(r"\S+ \S+", said))
    assert _placings() == pairs
