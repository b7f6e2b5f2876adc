"""Which articles a feed carries, and where its links lead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.published import COLUMN, SITE, article_page, listing_page, publication_with

from plugins.feeds.exports import FEEDS
from plugins.feeds.model import Feed
from plugins.feeds.selection import absolute_links, feed_of
from plugins.newsroom.page import Page

BASE = "https://cchc.example"
URL = "/tin-bai/2023/03/23/bai/"
HOME = listing_page("/", feed_title="Tất cả")


def _feed(listing: Page, *articles: Page, length: int = 20) -> Feed:
    site = replace(SITE, feed_length=length)
    return feed_of(publication_with(listing, *articles, site=site), listing.save_as)


def test_a_feed_carries_the_articles_of_its_list_newest_first_and_no_more_than_its_length() -> None:
    """A subscriber of a column gets that column's news, and the last of it first."""
    articles = (
        article_page("cu", "2023-03-21"),
        article_page("moi", "2023-03-23T14:02:00+07:00"),
        article_page("giua", "2023-03-22"),
        article_page("noi-khac", "2023-03-24", listed_in=("/",)),
    )
    feed = _feed(listing_page(COLUMN, feed_title="Cải cách thể chế"), *articles, length=2)
    assert [item.title for item in feed.items] == ["Bài moi", "Bài giua"]


def test_articles_of_one_minute_stand_in_the_order_of_their_addresses() -> None:
    """Two builds of the same content give the same bytes, in whatever order files were found."""
    moment = "2023-03-23T14:02:00+07:00"
    feed = _feed(HOME, article_page("b", moment), article_page("a", moment))
    assert [item.title for item in feed.items] == ["Bài a", "Bài b"]


def test_a_day_without_a_time_is_its_first_minute_in_vietnam() -> None:
    """An article dated by its day alone does not slip to the day before in a feed reader."""
    feed = _feed(HOME, article_page("a", "2023-03-23"))
    assert feed.items[0].published.isoformat() == "2023-03-23T00:00:00+07:00"


def test_a_feed_is_as_new_as_the_last_change_of_any_article() -> None:
    """A corrected old article makes readers' programs look again; the clock does not."""
    articles = (
        article_page("cu", "2023-03-21", modified="2023-04-01T08:00:00+07:00"),
        article_page("moi", "2023-03-23"),
    )
    feed = _feed(HOME, *articles)
    assert feed.updated is not None
    assert feed.updated.isoformat() == "2023-04-01T08:00:00+07:00"


def test_a_page_without_a_feed_title_has_no_feed() -> None:
    """Numbered older pages and tags do not fill the output with feeds that nobody reads."""
    publication = publication_with(listing_page(COLUMN), article_page("a", "2023-03-23"))
    assert list(FEEDS.keys(publication)) == []


@pytest.mark.parametrize(
    ("html", "absolute"),
    [
        ('<a href="/co-quan/x/">X</a>', '<a href="https://cchc.example/co-quan/x/">X</a>'),
        (
            '<a href="#chu-thich">1</a>',
            '<a href="https://cchc.example/tin-bai/2023/03/23/bai/#chu-thich">1</a>',
        ),
        (
            '<img srcset="/x.avif 64w, /y.avif 96w">',
            '<img srcset="https://cchc.example/x.avif 64w, https://cchc.example/y.avif 96w">',
        ),
        (
            '<img alt="a > b, /c" src="/anh/x.jpg">',
            '<img alt="a > b, /c" src="https://cchc.example/anh/x.jpg">',
        ),
        ('<a href="https://chinhphu.vn/">X</a>', '<a href="https://chinhphu.vn/">X</a>'),
        ('<a href="//chinhphu.vn/">X</a>', '<a href="//chinhphu.vn/">X</a>'),
        ('<code>href="/x"</code> 1 < 2', '<code>href="/x"</code> 1 < 2'),
    ],
)
def test_links_are_good_outside_the_site_and_words_stay_as_they_are(
    html: str, absolute: str
) -> None:
    """Whoever reads in a feed reader can follow every link and see every picture."""
    assert absolute_links(html, BASE, URL) == absolute
