"""Two sources never fight for one address."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.newsrooms import SECTION, newsroom, problems_of, standing
from support.records import article

from plugins.newsroom.addresses import RESERVED_NAMES
from plugins.newsroom.rules.addresses import (
    every_address_is_asked_for_once,
    every_alias_is_a_site_path,
)
from plugins.newsroom.rules.registers import no_section_takes_a_reserved_name


def test_the_message_names_both_files() -> None:
    """An editor sees at once which two articles are in each other's way."""
    other = "tin-bai/chuyen-trang/khac/2023-03-23-bai-0.md"
    (problem,) = problems_of(every_address_is_asked_for_once, article(), article(path=other))
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
    old, pages = article(aliases=(alias,)), (standing("lien-he"),)
    assert len(problems_of(every_address_is_asked_for_once, old, standing_pages=pages)) == 1


@pytest.mark.parametrize(
    ("first", "again"),
    [("ke-hoach", "ke-hoach-2"), ("a", "b")],
)
def test_of_two_old_addresses_the_one_in_the_first_folder_stays(first: str, again: str) -> None:
    """An editor is told of the later of two files, as a listing of the folders shows them."""
    articles = [
        article(
            path=f"tin-bai/chuyen-trang/{folder}/2023-03-23-{slug}.md",
            slug=slug,
            aliases=("/tin-cu/1/",),
            lines={"aliases": 5},
        )
        for folder, slug in ((again, "hai"), (first, "mot"))
    ]
    (problem,) = problems_of(every_address_is_asked_for_once, *articles)
    assert problem.path == f"content/tin-bai/chuyen-trang/{again}/2023-03-23-hai.md"
    assert problem.fact == (
        "địa chỉ cũ đòi địa chỉ /tin-cu/1/, đã là của địa chỉ cũ"
        f" (content/tin-bai/chuyen-trang/{first}/2023-03-23-mot.md:5)"
    )


def test_an_old_address_that_is_the_articles_own_is_refused() -> None:
    """A page that leads to itself would never open."""
    (problem,) = problems_of(
        every_address_is_asked_for_once, article(aliases=("/tin-bai/2023/03/23/bai-0/",))
    )
    assert problem.fact == (
        "địa chỉ cũ đòi địa chỉ /tin-bai/2023/03/23/bai-0/, đã là của bài"
        " (content/tin-bai/chuyen-trang/chuyen-muc/2023-03-23-bai-0.md)"
    )


def test_an_old_address_may_be_a_day_on_which_nothing_appeared() -> None:
    """A day's page stands only where there is an article of that day."""
    whole = newsroom(article(aliases=("/tin-bai/2022/01/01/", "/tin-bai/2023/03/24/")))
    assert list(every_address_is_asked_for_once(whole)) == []


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
