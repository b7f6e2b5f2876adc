"""Lists stand in the order of a Vietnamese dictionary."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.vietnamese.collate import sort_key

VIETNAMESE = st.text("aăâbcdđeêuưxyAĐÊÝ áàảãạấờ0129-.\u0301\u0323", max_size=12)


@pytest.mark.parametrize(
    "ordered",
    [
        list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["ba", "ba ba", "ba mươi", "bà", "bà con", "bã", "bác"],
        ["da", "dương", "đa", "đương", "e"],
        ["Số 9", "Số 10", "Số 10a", "Số 100"],
        ["76/NQ-CP", "131/NQ-CP", "Nghị quyết"],
        ["bình định", "Bình định", "Bình Định"],
        ["An Giang", "Bà Rịa", "Bắc Giang", "Bình Định", "Cà Mau", "Đà Nẵng", "Gia Lai", "Yên Bái"],
        ["hoa", "hòa", "hoà bình", "hoá", "hoạ"],
        ["Sở Công Thương", "Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp", "Sở Y tế"],
        ["UBND", "Ủy ban", "Ưu tiên", "Văn phòng"],
    ],
)
def test_a_list_stands_in_dictionary_order(ordered: list[str]) -> None:
    """A reader finds a name where a dictionary would have it."""
    backwards = ordered[::-1]
    for disordered in (backwards, [*backwards[1::2], *backwards[::2]]):
        assert sorted(disordered, key=sort_key) == ordered


def test_the_place_of_the_tone_does_not_change_the_order() -> None:
    """Two spellings of a name stand side by side."""
    names = ["Thuỷ Cần", "Thủy Bình", "Thuỷ An"]
    assert sorted(names, key=sort_key) == ["Thuỷ An", "Thủy Bình", "Thuỷ Cần"]


@given(VIETNAMESE, VIETNAMESE)
@settings(max_examples=1000, deadline=None)
def test_two_different_texts_never_tie(one: str, other: str) -> None:
    """A list has one order, whatever the order it came in."""
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (sort_key(one) == sort_key(other)) == same
    assert (sort_key(one) < sort_key(other)) + (sort_key(other) < sort_key(one)) + same == 1


@given(st.lists(st.text(st.characters(codec="utf-8")), max_size=6))
@settings(max_examples=1000, deadline=None)
def test_any_texts_can_be_sorted(texts: list[str]) -> None:
    """No letter of any alphabet stops a build, and no list depends on the order it came in."""
    assert sorted(map(sort_key, texts[::-1])) == sorted(map(sort_key, texts))


def test_a_number_of_any_length_can_be_sorted() -> None:
    """A telephone list pasted into one line stops no build."""
    assert sort_key("9" * 5000) < sort_key("1" + "0" * 5000)
