"""Two sources never fight for one address."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.newsrooms import SECTION, newsroom, standing
from support.records import article

from plugins.newsroom.addresses import RESERVED_NAMES
from plugins.newsroom.rules.addresses import (
    every_address_is_asked_for_once,
    every_alias_is_a_site_path,
    no_section_takes_a_reserved_name,
)


def test_the_message_names_both_files() -> None:
    """An editor sees at once which two articles are in each other's way."""
    other = "tin-bai/chuyen-trang/khac/2023-03-23-bai-0.md"
    (problem,) = every_address_is_asked_for_once(newsroom(article(), article(path=other)))
    assert str(problem) == (
        "content/tin-bai/chuyen-trang/khac/2023-03-23-bai-0.md:1: lỗi: "
        "bài đòi địa chỉ /tin-bai/2023/03/23/bai-0/, đã là của bài "
        "(content/tin-bai/chuyen-trang/chuyen-muc/2023-03-23-bai-0.md) – "
        "một địa chỉ chỉ mở được một trang – đổi tên một bên, hoặc bỏ một bên "
        "[every_address_is_asked_for_once]"
    )


@pytest.mark.parametrize(
    "alias", ["/", "/dinh-chinh/", "/tin-bai/2023/", "/trang/lien-he/", "/chuyen-trang/"]
)
def test_an_old_address_takes_no_live_one(alias: str) -> None:
    """A redirect must not stand in front of a page."""
    whole = newsroom(article(aliases=(alias,)), standing_pages=(standing("lien-he"),))
    assert len(list(every_address_is_asked_for_once(whole))) == 1


@pytest.mark.parametrize("alias", ["/tin-bai/2022/01/01/ten-cu/", "/Default.aspx/", "/viewer_1/a/"])
def test_an_old_address_may_be_any_path_of_the_old_site(alias: str) -> None:
    """Whoever kept a link to the old portal is led on."""
    faults = list(every_alias_is_a_site_path(newsroom(article(aliases=(alias,)))))
    assert faults == []


@pytest.mark.parametrize(
    "alias", ["https://a.example/", "/a", "a/", "//a/", "/../a/", "/a b/", "/anh/a/", "/a/trang-2/"]
)
def test_what_nobody_could_have_opened_is_no_old_address(alias: str) -> None:
    """A redirect map must not hold what the server cannot serve."""
    assert len(list(every_alias_is_a_site_path(newsroom(article(aliases=(alias,)))))) == 1


@pytest.mark.parametrize("name", RESERVED_NAMES)
def test_a_section_takes_no_reserved_name(name: str) -> None:
    """A page of another kind, of today or of a later year, keeps its address."""
    whole = newsroom(article(), sections=(replace(SECTION, id=name),))
    assert len(list(no_section_takes_a_reserved_name(whole))) == 1
