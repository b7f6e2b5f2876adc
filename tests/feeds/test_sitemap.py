"""The sitemap, robots.txt and the server's maps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree  # type: ignore[import-untyped]
from support.published import COLUMN, SITE, article_page, listing_page, publication_with
from support.records import files_of

from plugins.feeds.exports import ROBOTS, SERVER_MAPS, SITEMAP, SITEMAP_INDEX
from plugins.feeds.exports.server_maps import MAPS, REMARK
from plugins.feeds.exports.sitemap import shards
from plugins.newsroom.family import FileFamily
from plugins.newsroom.notes import Notes
from plugins.newsroom.page import ExportFile, Page
from plugins.newsroom.view import NoticeView
from plugins.newsroom.view_parts import Head

BASE = "https://cchc.example"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HEAD = Head(title="", description="", url="/moi/")
PREVIEW = replace(SITE, url="")


def _read(file: ExportFile) -> dict[str, str]:
    places = etree.fromstring(file.data)
    found = ((p.findtext(f"{SPACE}loc"), p.findtext(f"{SPACE}lastmod", "")) for p in places)
    return {address.removeprefix(BASE): changed for address, changed in found}


def _sitemap(*pages: Page) -> dict[str, dict[str, str]]:
    publication = publication_with(*pages)
    files = (*files_of(SITEMAP, publication), *files_of(SITEMAP_INDEX, publication))
    return {file.save_as: _read(file) for file in files}


def _lengths(part: str, *urls: str, length: int) -> dict[str, int]:
    return {name: len(shard) for name, shard in shards(part, urls, length)}


def test_articles_stand_in_the_shard_of_their_year_and_lists_in_another() -> None:
    """A search engine that comes after one new article fetches one year again, not all."""
    assert _sitemap(
        listing_page("/", modified="2023-03-24T08:00:00+07:00"),
        listing_page(COLUMN),
        listing_page("/tin-bai/2023/", modified="2023-03-24T08:00:00+07:00"),
        article_page("a", "2022-03-23"),
        article_page("b", "2023-03-23", modified="2023-03-24T08:00:00+07:00"),
    ) == {
        "sitemap-2022.xml": {"/tin-bai/2022/03/23/a/": "2022-03-23"},
        "sitemap-2023.xml": {
            "/tin-bai/2023/": "2023-03-24T08:00:00+07:00",
            "/tin-bai/2023/03/23/b/": "2023-03-24T08:00:00+07:00",
        },
        "sitemap-trang.xml": {"/": "2023-03-24T08:00:00+07:00", COLUMN: ""},
        "sitemap.xml": {
            "/sitemap-2022.xml": "",
            "/sitemap-2023.xml": "",
            "/sitemap-trang.xml": "",
        },
    }


def test_a_year_that_is_too_long_is_cut_by_month() -> None:
    """No shard passes what search engines accept, and a month's shard stays when others grow."""
    days = (f"/tin-bai/2023/0{month}/11/a{n}/" for month in (1, 2) for n in range(2))
    assert _lengths("2023", "/tin-bai/2023/", *days, length=3) == {
        "2023": 1,
        "2023-01": 2,
        "2023-02": 2,
    }


def test_lists_that_are_too_many_are_cut_by_their_first_segment_and_then_by_count() -> None:
    """However many agencies the province has, every page is named in some shard."""
    agencies = (f"/co-quan/so-{number}/" for number in range(5))
    tags = (f"/the/the-{number}/" for number in range(2))
    assert _lengths("trang", "/", *agencies, *tags, length=3) == {
        "trang": 1,
        "trang-co-quan": 3,
        "trang-co-quan-2": 2,
        "trang-the": 2,
    }


def test_a_page_that_nobody_should_find_is_not_in_the_sitemap() -> None:
    """Old addresses and the 404 page do not turn up in a search engine."""
    hidden = replace(listing_page("/404/"), search=None)
    assert list(_sitemap(hidden, listing_page("/"))["sitemap-trang.xml"]) == ["/"]


def test_a_preview_has_no_sitemap_and_its_robots_name_none() -> None:
    """A sitemap needs absolute addresses, which a preview does not have."""
    publication = publication_with(listing_page("/"), site=PREVIEW)
    assert files_of(SITEMAP, publication) == files_of(SITEMAP_INDEX, publication) == []
    (file,) = files_of(ROBOTS, publication)
    assert file.data == b"User-agent: *\nAllow: /\n"


def test_robots_name_the_sitemap() -> None:
    """A search engine that knows only the host finds the map of all pages."""
    expected = b"User-agent: *\nAllow: /\n\nSitemap: https://cchc.example/sitemap.xml\n"
    assert files_of(ROBOTS, publication_with()) == [ExportFile(save_as="robots.txt", data=expected)]


NEW = "/tin-bai/2023/03/23/moi/"


def test_the_server_learns_what_moved_and_what_is_gone() -> None:
    """A reader with an old bookmark is led on; one with a withdrawn article's is told 410."""
    pages = (
        _notice("moved.html", "/tin-bai/2023/03/23/cu/", NEW),
        _notice("moved.html", "/a/", NEW),
        _notice("withdrawn.html", "/tin-bai/2023/03/22/go/"),
        _notice("404.html", "/404/"),
    )
    assert [
        (file.save_as, file.data.decode())
        for file in files_of(SERVER_MAPS, publication_with(*pages))
    ] == [
        (
            ".may-chu/chuyen-huong.map",
            f"{REMARK}/a/ {NEW};\n/tin-bai/2023/03/23/cu/ {NEW};\n",
        ),
        (".may-chu/da-go.map", f"{REMARK}/tin-bai/2023/03/22/go/ 1;\n"),
    ]


def test_the_server_finds_both_maps_when_nothing_ever_moved() -> None:
    """A new site's server starts: a missing file would stop nginx, an empty one Caddy."""
    assert [
        (file.save_as, file.data.decode()) for file in files_of(SERVER_MAPS, publication_with())
    ] == [
        (".may-chu/chuyen-huong.map", REMARK),
        (".may-chu/da-go.map", REMARK),
    ]


@pytest.mark.parametrize("target", ["/$host/", "/a b/", "/a;/", "https://x.example/"])
def test_no_address_can_write_into_the_server_configuration(target: str) -> None:
    """Whoever administers the server can include the maps without reading them first."""
    publication = publication_with(_notice("moved.html", "/cu/", target))
    with pytest.raises(ValueError, match="not an address for the server's map"):
        files_of(SERVER_MAPS, publication)


def test_a_shard_looks_at_dates_and_the_index_at_addresses_alone() -> None:
    """An edited headline writes nothing of the sitemap; another date not its index."""
    pages = (listing_page("/"), article_page("a", "2022-03-23"))
    assert [
        _facts(SITEMAP, "2022", *pages),
        _facts(SITEMAP, "trang", *pages),
        _facts(SITEMAP_INDEX, "", *pages),
    ] == [
        {"dates 2022", "order part 2022"},
        {"dates trang", "order part trang"},
        {"keys part", "order part 2022", "order part trang"},
    ]


def test_the_server_s_maps_look_at_notices_alone() -> None:
    """No other edit touches what the server reads."""
    pages = (
        listing_page("/"),
        _notice("moved.html", "/cu/", "/moi/"),
        _notice("withdrawn.html", "/go/"),
    )
    moved, gone = (_facts(SERVER_MAPS, name, *pages) for name in MAPS)
    assert moved == {"order template moved.html", "entry cu/index.html"}
    assert gone == {"order template withdrawn.html"}


def _facts(family: FileFamily, key: str, *pages: Page) -> set[str]:
    notes = Notes()
    publication = publication_with(*pages, notes=notes)
    with notes.fresh() as facts:
        list(family.files(publication, key))
    return facts


def _notice(template: str, url: str, target: str = "") -> Page:
    view = NoticeView(head=HEAD, title="", text="", target=target)
    save_as = url.removeprefix("/") + "index.html"
    return Page(template=template, save_as=save_as, view=view, target=target)
