"""No text hides anything from whoever reads and approves it."""

from __future__ import annotations

import pytest

from plugins.newsroom.rules.characters import characters_are_sound


@pytest.mark.parametrize(
    "text",
    [
        "Cải cách hành chính: 85,03 % – «đạt», 10 µm.\r\n\tHai dòng.\n",
        "Reform in Bình Định\n",
        "Hòa, hoà; Ủy, Uỷ; 50°C; ½\n",
    ],
)
def test_plain_vietnamese_is_sound(text: str) -> None:
    """An editor who types with an ordinary keyboard hears nothing."""
    assert list(characters_are_sound(text, "trang/a.md")) == []


def test_a_sign_that_comes_often_is_told_once() -> None:
    """An editor gets one message a kind of sign, with the lines where it stands."""
    text = "".join(f"dòng\u200b {n}\n" for n in range(1, 9))
    (problem,) = characters_are_sound(text, "trang/a.md")
    assert str(problem) == (
        "content/trang/a.md:1: lỗi: có dấu cách không chiều rộng (U+200B) ở cột 5"
        " (8 chỗ, dòng 1, 2, 3, 4, 5, …)"
        " – mắt không thấy nhưng máy đọc thấy: chữ bị hiểu sai, hoặc bị lợi dụng để giấu chữ"
        " – xóa ký tự ấy; nếu không thấy, xóa cả từ quanh chỗ đó rồi gõ lại [characters_are_sound]"
    )


def test_a_forged_word_is_told_with_its_line() -> None:
    """A link text that only looks like a bank's name is caught."""
    (problem,) = characters_are_sound("Dòng một.\nvietс\u043embank\n", "trang/a.md")
    assert problem.line == 2
