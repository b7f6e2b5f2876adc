"""A mistyped name is answered with the one that was meant."""

from __future__ import annotations

from itertools import permutations

import pytest

from plugins.vietnamese.nearest import nearest

KEYS = ["title", "date", "modified", "summary", "tags", "authors", "status", "lang", "image_alt"]
COLUMNS = ["cai-cach-the-che", "cai-cach-thu-tuc", "chinh-quyen-so", "tai-chinh-cong", "cong-vu"]
AGENCIES = ["Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp", "Ủy ban nhân dân tỉnh", "Sở Y tế"]


@pytest.mark.parametrize(
    ("name", "candidates", "meant"),
    [
        ("sumary", KEYS, "summary"),
        ("tilte", KEYS, "title"),
        ("tasg", KEYS, "tags"),
        ("Tag", KEYS, "tags"),
        ("image-alt", KEYS, "image_alt"),
        ("cai-cahc-the-che", COLUMNS, "cai-cach-the-che"),
        ("chính quyền số", COLUMNS, "chinh-quyen-so"),
        ("So Noi vu", AGENCIES, "Sở Nội vụ"),
        ("Uỷ ban nhân dân", AGENCIES, "Ủy ban nhân dân tỉnh"),
        ("xyz", KEYS, None),
        ("ngày đăng", KEYS, None),
        ("", KEYS, None),
        ("title", [], None),
    ],
)
def test_the_nearest_name_is_proposed(name: str, candidates: list[str], meant: str | None) -> None:
    """An editor reads the right name in the message, and no far-fetched one."""
    assert nearest(name, candidates) == meant


def test_the_tone_decides_between_equals() -> None:
    """An editor who typed the tone gets the name with that tone."""
    names = ["Hoa Lư", "Hòa Lư", "Hóa Lư"]
    assert nearest("Hoà Lu", names) == "Hòa Lư"


def test_the_order_of_the_candidates_does_not_matter() -> None:
    """Two builds print the same message."""
    names = ["tin-a", "tin-b", "tin-c", "tin-d"]
    assert {nearest("tin-x", order) for order in permutations(names)} == {"tin-a"}
