"""Long lists have pages whose numbers never move."""

from __future__ import annotations

import pytest
from support.records import article, edition_of, headline

from plugins.newsroom.listing import (
    Stretch,
    address,
    full_pages,
    numbered,
    pager,
    parted,
    stretch,
)

LENGTH = 20


def stretches(count: int) -> list[Stretch]:
    """Give every page of a list of so many articles, the head first, then newest to oldest."""
    articles = edition_of(*(article(number=n) for n in range(count))).group("published")
    numbers = (0, *range(full_pages(count, LENGTH), 0, -1))
    return [stretch(articles, LENGTH, number) for number in numbers]


@pytest.mark.parametrize(
    ("count", "head", "full"), [(0, 0, 0), (1, 1, 0), (39, 39, 0), (40, 20, 1), (59, 39, 1)]
)
def test_the_head_page_takes_what_full_pages_leave(count: int, head: int, full: int) -> None:
    """A reader never meets a first page with one lonely article, nor an older page half empty."""
    pages = stretches(count)
    assert [len(page.articles) for page in pages] == [head, *[LENGTH] * full]
    assert [page.number for page in pages] == [0, *range(full, 0, -1)]


def test_a_new_article_leaves_every_older_page_as_it_was() -> None:
    """An editor's new article may not rewrite a thousand old list pages."""
    assert stretches(120)[1:] == stretches(121)[1:]


def test_every_article_is_listed_once() -> None:
    """Nothing is lost between two pages."""
    listed = [a for page in stretches(77) for a in page.articles]
    assert listed == [headline(number=n) for n in range(76, -1, -1)]


def test_a_single_page_has_no_pager() -> None:
    """A short list shows no empty machinery."""
    assert pager("/a/b/", 0, 0) is None


def test_an_old_page_leads_to_both_its_neighbours_and_both_ends() -> None:
    """A reader in the middle of a long list can go on in either direction."""
    found = pager("/a/b/", 3, 5)
    assert found is not None
    assert found.newer is not None
    assert found.older is not None
    assert (found.newer.url, found.older.url) == ("/a/b/trang-4/", "/a/b/trang-2/")
    assert [link.label for link in found.pages] == [
        "Mới nhất",
        "Trang 4",
        "Trang 3",
        "Trang 2",
        "Trang 1",
    ]
    assert [link.label for link in found.pages if link.current] == ["Trang 3"]


def test_the_head_leads_to_the_last_full_page() -> None:
    """The newest page has nothing newer."""
    found = pager("/a/b/", 0, 2)
    assert found is not None
    assert found.newer is None
    assert found.older is not None
    assert found.older.url == address("/a/b/", 2)


def test_every_page_has_a_key_that_says_its_list_and_its_number() -> None:
    """Ids hold hyphens themselves, and none may be taken for a number of a page."""
    keys = list(numbered("trang-thiet-bi/mua-sam 2023", 60, LENGTH))
    assert [parted(key) for key in keys] == [
        ("trang-thiet-bi/mua-sam 2023", 0),
        ("trang-thiet-bi/mua-sam 2023", 1),
        ("trang-thiet-bi/mua-sam 2023", 2),
    ]
