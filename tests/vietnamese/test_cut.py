"""A shortened text ends between two words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.vietnamese.cut import cut, letters, syllables

TITLE = "Kế hoạch truyền thông về công tác cải cách hành chính"
WORDS = st.lists(st.text("ảBđ\u0301ơ,.", min_size=1, max_size=9), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        (TITLE, 100, TITLE),
        (TITLE, 53, TITLE),
        (TITLE, 52, "Kế hoạch truyền thông về công tác cải cách hành…"),
        (TITLE, 22, "Kế hoạch truyền thông…"),
        (TITLE, 21, "Kế hoạch truyền…"),
        ("Kế hoạch, nhiệm vụ", 10, "Kế hoạch…"),
        ("Đạt 85,03\u00a0% điểm tối đa", 9, "Đạt…"),
        ("Nghiêng", 3, "…"),
        ("Nghiêng", 0, ""),
        ("  hai\n dòng ", 20, "hai dòng"),
        ("Ti\u0309nh Bi\u0300nh Đi\u0323nh", 10, "Tỉnh Bình…"),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_between_syllables(text: str, length: int, short: str) -> None:
    """A reader never meets half a syllable."""
    assert cut(text, length) == short


@given(WORDS, st.integers(0, 60))
@settings(max_examples=1000, deadline=None)
def test_a_cut_text_fits_and_keeps_whole_words(text: str, length: int) -> None:
    """A channel with a limit never refuses the text."""
    short = cut(text, length)
    assert letters(short) <= length
    if short.endswith("…"):
        whole = cut(text, 10_000)
        kept = short[:-1]
        assert whole.startswith(kept)
        assert not kept or whole[len(kept)] in " ,."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("cải cách hành chính", 4),
        ("kinh tế - xã hội", 4),
        ("Sở TT&TT, năm 2023.", 4),
        ("", 0),
        ("…", 0),
    ],
)
def test_words_are_counted_as_syllables(text: str, count: int) -> None:
    """An editor knows how long a text takes to read aloud."""
    assert syllables(text) == count
