"""How a title is broken into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.images.exports.lines import balanced, broken


@pytest.mark.parametrize(
    ("title", "width", "lines"),
    [
        ("Họp báo", 20, ("Họp báo",)),
        (
            "Bình Định: Bảy hoạt động truyền thông",
            30,
            ("Bình Định: Bảy hoạt", "động truyền thông"),
        ),
        ("một hai ba bốn năm sáu", 9, ("một hai", "ba bốn", "năm sáu")),
        ("Ngày\u00a023/03/2023 họp báo", 18, ("Ngày\u00a023/03/2023", "họp báo")),
        ("nghiêng nghiêng", 4, ("nghiêng", "nghiêng")),
        ("", 10, ("",)),
    ],
)
def test_lines_are_few_and_even(title: str, width: int, lines: tuple[str, ...]) -> None:
    """A reader of the card sees no lonely last word and no broken date."""
    assert balanced(title, width, len) == lines


@given(
    st.lists(st.text("aăâbcđeêghiklmnoôơ", min_size=1, max_size=7), min_size=1), st.integers(7, 60)
)
def test_no_word_is_lost_broken_or_pushed_out(words: list[str], width: int) -> None:
    """Balancing takes no more lines than need be, and keeps every word whole and in order."""
    text = " ".join(words)
    lines = balanced(text, width, len)
    assert " ".join(lines) == text
    assert all(len(line) <= width for line in lines)
    assert len(lines) == len(broken(text, width, len))
