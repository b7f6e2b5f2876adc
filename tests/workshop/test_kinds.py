"""Telling a page's kind by its address."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.workshop.kinds import kind_of, one_of_each_kind, page_addresses, page_file


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "home"),
        ("/en/", "english"),
        ("/truyen-thong/", "section"),
        ("/truyen-thong/ket-qua-chi-so/", "column"),
        ("/truyen-thong/ket-qua-chi-so/nam-2023/", "column-year"),
        ("/truyen-thong/ket-qua-chi-so/co-quan-so-noi-vu/", "column-agency"),
        ("/truyen-thong/ket-qua-chi-so/trang-2/", "older-page"),
        ("/co-quan/", "agencies"),
        ("/co-quan/so-noi-vu/", "agency"),
        ("/tin-bai/2023/", "year"),
        ("/tin-bai/2023/03/", "month"),
        ("/tin-bai/2023/03/23/", "day"),
        ("/tin-bai/2023/03/23/mot-bai/", "article"),
        ("/tin-bai/2023/03/23/mot-bai/la/", ""),
    ],
)
def test_an_address_tells_the_kind_of_page(address: str, kind: str) -> None:
    """A check that says «every kind of page» means every one of these."""
    assert kind_of(address) == kind


def test_the_richest_page_of_a_kind_stands_for_it(tmp_path: Path) -> None:
    """A page with more in it has more that can be wrong."""
    for address, text in (("/", "chủ"), ("/mot/", "a"), ("/hai/", "a" * 9), ("/404.html", "x")):
        file = page_file(tmp_path, address)
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert page_addresses(tmp_path) == ("/404.html", "/hai/", "/", "/mot/")
    chosen = one_of_each_kind(tmp_path)
    assert chosen == {"home": "/", "not-found": "/404.html", "section": "/hai/"}
