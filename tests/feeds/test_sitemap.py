"""The sitemap, robots.txt and the server's maps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree  # type: ignore[import-untyped]
from support.published import COLUMN, article_page, listing_page

from plugins.feeds.exports.server_maps import server_maps
from plugins.feeds.exports.sitemap import robots, sitemap
from plugins.newsroom.deferred import known
from plugins.newsroom.page import ExportFile, Page
from plugins.newsroom.view import NoticeView
from plugins.newsroom.view_parts import Head

BASE = "https://cchc.example"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HEAD = Head(title="", description="", url="/moi/")


def _read(file: ExportFile) -> dict[str, str]:
    places = etree.fromstring(file.data)
    found = ((p.findtext(f"{SPACE}loc"), p.findtext(f"{SPACE}lastmod", "")) for p in places)
    return {address.removeprefix(BASE): changed for address, changed in found}


def _shards(*pages: Page, shard_length: int = 45_000) -> dict[str, dict[str, str]]:
    files = sitemap(pages, BASE, shard_length=shard_length)
    return {file.save_as: _read(file) for file in files}


def test_articles_stand_in_the_shard_of_their_year_and_lists_in_another() -> None:
    """A search engine that comes after one new article fetches one year again, not all."""
    assert _shards(
        listing_page("/"),
        listing_page(COLUMN),
        listing_page("/tin-bai/"),
        article_page("a", "2022-03-23"),
        article_page("b", "2023-03-23", modified="2023-03-24T08:00:00+07:00"),
    ) == {
        "sitemap-2022.xml": {"/tin-bai/2022/03/23/a/": "2022-03-23"},
        "sitemap-2023.xml": {"/tin-bai/2023/03/23/b/": "2023-03-24T08:00:00+07:00"},
        "sitemap-trang.xml": {
            "/": "2023-03-24T08:00:00+07:00",
            COLUMN: "2023-03-24T08:00:00+07:00",
            "/tin-bai/": "",
        },
        "sitemap.xml": {
            "/sitemap-2022.xml": "2022-03-23",
            "/sitemap-2023.xml": "2023-03-24T08:00:00+07:00",
            "/sitemap-trang.xml": "2023-03-24T08:00:00+07:00",
        },
    }


def test_an_older_page_of_a_list_is_as_new_as_the_articles_that_it_shows() -> None:
    """Pages that no article names as its list are dated by what they show, or not at all."""
    article = article_page("a", "2022-03-23")
    shards = _shards(article, listing_page(f"{COLUMN}trang-2/", inputs=article.inputs))
    assert shards["sitemap-trang.xml"] == {f"{COLUMN}trang-2/": "2022-03-23"}


def test_a_year_that_is_too_long_is_cut_by_month() -> None:
    """No shard passes what search engines accept, and a month's shard stays when others grow."""
    pages = (
        listing_page("/tin-bai/2023/"),
        *(article_page(f"a{n}", f"2023-0{month}-11") for month in (1, 2) for n in range(2)),
    )
    assert {name: len(places) for name, places in _shards(*pages, shard_length=3).items()} == {
        "sitemap-2023.xml": 1,
        "sitemap-2023-01.xml": 2,
        "sitemap-2023-02.xml": 2,
        "sitemap.xml": 3,
    }


def test_lists_that_are_too_many_are_cut_by_their_first_segment_and_then_by_count() -> None:
    """However many agencies the province has, every page is named in some shard."""
    pages = (
        listing_page("/"),
        *(listing_page(f"/co-quan/so-{number}/") for number in range(5)),
        *(listing_page(f"/the/the-{number}/") for number in range(2)),
    )
    assert {name: len(places) for name, places in _shards(*pages, shard_length=3).items()} == {
        "sitemap-trang.xml": 1,
        "sitemap-trang-co-quan.xml": 3,
        "sitemap-trang-co-quan-2.xml": 2,
        "sitemap-trang-the.xml": 2,
        "sitemap.xml": 4,
    }


def test_a_page_that_nobody_should_find_is_not_in_the_sitemap() -> None:
    """Old addresses and the 404 page do not turn up in a search engine."""
    hidden = replace(listing_page("/404/"), search=None)
    assert list(_shards(hidden, listing_page("/"))["sitemap-trang.xml"]) == ["/"]


def test_a_preview_has_no_sitemap_and_its_robots_name_none() -> None:
    """A sitemap needs absolute addresses, which a preview does not have."""
    assert list(sitemap((listing_page("/"),), "")) == []
    assert robots("").data == b"User-agent: *\nAllow: /\n"


def test_robots_name_the_sitemap() -> None:
    """A search engine that knows only the host finds the map of all pages."""
    expected = b"User-agent: *\nAllow: /\n\nSitemap: https://cchc.example/sitemap.xml\n"
    assert robots(BASE) == ExportFile(save_as="robots.txt", data=expected)


def test_the_server_learns_what_moved_and_what_is_gone() -> None:
    """A reader with an old bookmark is led on; one with a withdrawn article's is told 410."""
    pages = (
        _notice("moved.html", "/tin-bai/2023/03/23/cu/", "/tin-bai/2023/03/23/moi/"),
        _notice("moved.html", "/a/", "/tin-bai/2023/03/23/moi/"),
        _notice("withdrawn.html", "/tin-bai/2023/03/22/go/"),
        _notice("404.html", "/404/"),
    )
    assert [(file.save_as, file.data.decode()) for file in server_maps(pages)] == [
        (
            ".may-chu/chuyen-huong.map",
            "/a/ /tin-bai/2023/03/23/moi/;\n/tin-bai/2023/03/23/cu/ /tin-bai/2023/03/23/moi/;\n",
        ),
        (".may-chu/da-go.map", "/tin-bai/2023/03/22/go/ 1;\n"),
    ]


def test_the_server_finds_both_maps_when_nothing_ever_moved() -> None:
    """A new site's nginx starts: an include of a missing file would stop it."""
    assert [(file.save_as, file.data) for file in server_maps(())] == [
        (".may-chu/chuyen-huong.map", b""),
        (".may-chu/da-go.map", b""),
    ]


@pytest.mark.parametrize("target", ["/$host/", "/a b/", "/a;/", "https://x.example/"])
def test_no_address_can_write_into_the_server_configuration(target: str) -> None:
    """Whoever administers the server can include the maps without reading them first."""
    with pytest.raises(ValueError, match="not an address for the server's map"):
        list(server_maps((_notice("moved.html", "/cu/", target),)))


def _notice(template: str, url: str, target: str = "") -> Page:
    view = NoticeView(head=HEAD, title="", text="", target=target)
    save_as = url.removeprefix("/") + "index.html"
    return Page(template=template, save_as=save_as, composed=known(view))
