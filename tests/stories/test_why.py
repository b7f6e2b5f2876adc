"""A build says why a page was made again, and why another was not."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.tiny import COLUMN, TinySite, article, tiny_site

from plugins.workshop.explaining import explain, place_of

FIRST, SECOND = f"{COLUMN}/2026-11-19-bai-mot.md", f"{COLUMN}/2026-11-20-bai-hai.md"
URL = "/tin-bai/2026/11/19/bai-mot/"


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """Give a tiny site with two more articles, built."""
    site = tiny_site(tmp_path, tmp_path / "cache")
    site.write(FIRST, article("Bài một", "19/11/2026"))
    site.write(SECOND, article("Bài hai", "20/11/2026"))
    site.build()
    return site


def told(site: TinySite, address: str = URL) -> list[str]:
    """Build and give what is said of an address, but for what its page looks up."""
    explained = site.build(why=place_of(address)).explained
    assert explained
    return explain(explained).split("\n  Trang dùng", 1)[0].split("\n")


def test_a_page_that_nothing_concerns_was_kept(site: TinySite) -> None:
    """An editor who waits for a change sees that none was found."""
    assert told(site) == [
        f"{URL}: giữ nguyên, vì không điều gì trang dùng đã đổi từ lần dựng trước."
    ]


def test_an_edited_text_is_the_reason_for_its_page_alone(site: TinySite) -> None:
    """The other page of the column does not even come into it."""
    site.write(FIRST, article("Bài một", "19/11/2026") + "\nThêm một câu.\n")
    assert told(site) == [
        f"{URL}: làm lại (đã ghi bản mới), vì:",
        f"  - chữ của content/{FIRST}",
    ]


def test_a_neighbours_title_is_a_reason(site: TinySite) -> None:
    """Whoever wonders why an untouched article changed finds the one that stands beside it."""
    site.write(SECOND, article("Bài hai, tên khác", "20/11/2026"))
    said = told(site)
    assert said[0] == f"{URL}: làm lại (đã ghi bản mới), vì:"
    assert f"  - tiêu đề, tóm tắt, ngày hoặc chỗ xếp của content/{SECOND}" in said


def test_an_altered_file_is_a_reason(site: TinySite) -> None:
    """A page that somebody wrote to by hand is made good, and the build says so."""
    (site.output / place_of(URL)).write_text("hỏng", encoding="utf-8")
    assert told(site) == [
        f"{URL}: làm lại (đã ghi bản mới), vì:",
        "  - tệp trong output bị sửa hoặc bị mất",
    ]


def test_a_page_lists_what_it_looks_up(site: TinySite) -> None:
    """A developer sees what a page depends on without reading its code."""
    explained = site.build(why=place_of(URL)).explained
    assert explained
    assert {f"text {FIRST}", "columns truyen-thong/ke-hoach", "template article.html"} <= set(
        explained.facts
    )


@pytest.mark.parametrize(
    "address",
    ["https://mau.example/tin-bai/khong-co/", "/tin-bai/khong-co/", "tin-bai/khong-co/"],
)
def test_an_address_that_is_not_there_is_said_to_be(site: TinySite, address: str) -> None:
    """A mistyped address is not mistaken for a page that was kept."""
    (said,) = told(site, address)
    assert said.startswith("/tin-bai/khong-co/: bản dựng không có trang hay tệp này.")
