"""The feeds as other programs read them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import feedparser  # type: ignore[import-untyped]
import pytest
from lxml import etree  # type: ignore[import-untyped]
from support.published import COLUMN, OWNER, SITE, article_page, listing_page, publication_with
from support.records import files_of

from plugins.feeds.exports import FEEDS
from plugins.feeds.exports.atom import atom
from plugins.feeds.exports.json_feed import json_feed
from plugins.feeds.exports.rss import rss
from plugins.feeds.model import Feed
from plugins.feeds.selection import feed_of
from plugins.newsroom.notes import Notes
from plugins.newsroom.page import ExportFile, Page

HTML = '<p>Xem <a href="https://cchc.example/co-quan/x/">Sở Nội vụ</a> &amp; ]]> nữa.</p>'
Write = Callable[[Feed], ExportFile]
ARTICLE = article_page(
    "ke-hoach",
    "2023-03-23T14:02:00+07:00",
    title="Kế hoạch <2023> & «bảy» hoạt động",
    summary="Sapô có 5 < 7 & dấu.",
    modified="2023-03-24T08:00:00+07:00",
    authors=("Ban biên tập", "Nguyễn Văn Đức"),
    tags=("Truyền thông", "Một cửa"),
)


def _feed(base: str = SITE.url, *pages: Page) -> Feed:
    listing = listing_page(COLUMN, feed_title="Cải cách thể chế")
    publication = publication_with(
        listing,
        *(pages or (ARTICLE,)),
        html=HTML.replace("https://cchc.example", ""),
        site=replace(SITE, url=base),
    )
    return feed_of(publication, listing.save_as)


@pytest.mark.parametrize("write", [atom, rss])
def test_a_feed_reader_gets_the_whole_article(write: Write) -> None:
    """A subscriber reads the article whole, under its own title, with its authors and tags."""
    read = feedparser.parse(write(_feed()).data)
    (entry,) = read.entries
    assert read.bozo == 0
    assert read.feed.title == "Cải cách thể chế"
    assert read.feed.link == "https://cchc.example/linh-vuc-cai-cach/the-che/"
    assert entry.id == "urn:x-bai:ke-hoach"
    assert entry.link == "https://cchc.example/tin-bai/2023/03/23/ke-hoach/"
    assert [author.name for author in entry.authors] == ["Ban biên tập", "Nguyễn Văn Đức"]
    assert [tag.term for tag in entry.tags] == ["Truyền thông", "Một cửa"]
    assert entry.published_parsed[:5] == (2023, 3, 23, 7, 2)
    assert entry.content[0].value == HTML


def test_atom_keeps_titles_and_summaries_as_plain_text() -> None:
    """A sign such as < in a headline is shown, not taken for a tag."""
    (entry,) = feedparser.parse(atom(_feed()).data).entries
    assert entry.title_detail.type == "text/plain"
    assert entry.title == "Kế hoạch <2023> & «bảy» hoạt động"
    assert entry.summary == "Sapô có 5 < 7 & dấu."
    assert entry.updated == "2023-03-24T08:00:00+07:00"


def test_atom_names_itself_its_publisher_and_its_licence() -> None:
    """Another site that takes the feed over knows whose it is and what it may do."""
    file = atom(_feed())
    read = feedparser.parse(file.data).feed
    links = {link.rel: link.href for link in read.links}
    assert file.save_as == "linh-vuc-cai-cach/the-che/tin.atom.xml"
    assert read.id == "urn:x-danh-sach:/linh-vuc-cai-cach/the-che/"
    assert read.author == OWNER.name
    assert links == {
        "alternate": "https://cchc.example/linh-vuc-cai-cach/the-che/",
        "self": "https://cchc.example/linh-vuc-cai-cach/the-che/tin.atom.xml",
        "license": "https://cchc.example/trang/ban-quyen/",
    }


def test_rss_dates_itself_and_names_its_address() -> None:
    """An aggregator knows when to look again and where the feed lives."""
    file = rss(_feed())
    channel = etree.fromstring(file.data).find("channel")
    own = channel.find("{http://www.w3.org/2005/Atom}link")
    assert file.save_as == "linh-vuc-cai-cach/the-che/tin.rss.xml"
    assert channel.findtext("language") == "vi"
    assert channel.findtext("lastBuildDate") == "Fri, 24 Mar 2023 08:00:00 +0700"
    assert own.get("href") == "https://cchc.example/linh-vuc-cai-cach/the-che/tin.rss.xml"
    assert channel.find("item/guid").get("isPermaLink") == "false"


def test_a_json_feed_says_the_same() -> None:
    """A programmer reads the column without an XML parser."""
    file = json_feed(_feed())
    assert file.save_as == "linh-vuc-cai-cach/the-che/tin.json"
    assert json.loads(file.data) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Cải cách thể chế",
        "home_page_url": "https://cchc.example/linh-vuc-cai-cach/the-che/",
        "feed_url": "https://cchc.example/linh-vuc-cai-cach/the-che/tin.json",
        "description": "Danh sách /linh-vuc-cai-cach/the-che/",
        "language": "vi",
        "authors": [{"name": OWNER.name}],
        "items": [
            {
                "id": "urn:x-bai:ke-hoach",
                "url": "https://cchc.example/tin-bai/2023/03/23/ke-hoach/",
                "title": "Kế hoạch <2023> & «bảy» hoạt động",
                "summary": "Sapô có 5 < 7 & dấu.",
                "content_html": HTML,
                "date_published": "2023-03-23T14:02:00+07:00",
                "date_modified": "2023-03-24T08:00:00+07:00",
                "authors": [{"name": "Ban biên tập"}, {"name": "Nguyễn Văn Đức"}],
                "tags": ["Truyền thông", "Một cửa"],
            }
        ],
    }


def test_what_an_article_does_not_say_is_left_out_of_the_json_feed() -> None:
    """A reader's program meets no empty date."""
    item = json.loads(json_feed(_feed(SITE.url, article_page("a", "2023-03-23"))).data)["items"][0]
    assert sorted(item) == ["content_html", "date_published", "id", "title", "url"]


@pytest.mark.parametrize("write", [atom, rss, json_feed])
def test_ids_stay_when_the_site_moves_to_another_host(write: Write) -> None:
    """A subscriber does not get old articles as new because the province changed its host."""
    ids = []
    for base in ("https://cchc.example", "https://cchc.gialai.example", ""):
        read = write(_feed(base)).data
        whole = json.loads(read) if write is json_feed else feedparser.parse(read).entries
        ids.append([item["id"] for item in (whole["items"] if write is json_feed else whole)])
    assert ids == [["urn:x-bai:ke-hoach"]] * 3


@pytest.mark.parametrize("write", [atom, rss])
def test_a_preview_without_a_host_is_still_well_formed(write: Write) -> None:
    """An editor can open a feed in the preview, whose links are paths of the site."""
    root = etree.fromstring(write(_feed("")).data)
    words = [*root.itertext(), *(value for node in root.iter() for value in node.attrib.values())]
    assert "/tin-bai/2023/03/23/ke-hoach/" in words


def test_an_empty_atom_feed_is_dated_by_no_clock() -> None:
    """A column that waits for its first article gives the same bytes every day."""
    file = atom(_feed(SITE.url, article_page("a", "2023-03-23", listed_in=())))
    read = feedparser.parse(file.data)
    assert (read.bozo, read.entries, read.feed.updated) == (0, [], "1970-01-01T00:00:00+00:00")


def test_an_empty_rss_feed_has_no_date() -> None:
    """RSS does not ask for a date, so none is invented."""
    file = rss(_feed(SITE.url, article_page("a", "2023-03-23", listed_in=())))
    assert b"lastBuildDate" not in file.data


def test_every_list_that_offers_a_feed_has_it_in_three_formats() -> None:
    """A subscriber's program finds the format that it knows, beside the list."""
    pages = (listing_page("/", feed_title="Tất cả"), listing_page(COLUMN), ARTICLE)
    names = [file.save_as for file in files_of(FEEDS, publication_with(*pages))]
    assert names == ["tin.atom.xml", "tin.rss.xml", "tin.json"]


def test_a_feed_looks_at_its_newest_articles_and_at_no_other() -> None:
    """An edit of an old article writes no feed anew."""
    notes = Notes()
    listing = listing_page("/", feed_title="Tất cả")
    pages = (listing, ARTICLE, article_page("cu", "2022-01-01"))
    site = replace(SITE, feed_length=1)
    publication = publication_with(*pages, site=site, notes=notes)
    with notes.fresh() as facts:
        list(FEEDS.files(publication, listing.save_as))
    assert facts == {
        "agencies ubnd-tinh-binh-dinh",
        "entry index.html",
        "entry tin-bai/2023/03/23/ke-hoach/index.html",
        "order listed /",
        "text tin-bai/linh-vuc-cai-cach/the-che/2023-03-23-ke-hoach.md",
    }
