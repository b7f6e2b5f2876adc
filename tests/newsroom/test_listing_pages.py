"""What a page of a list says of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from support.newsrooms import SECTION
from support.records import FIRST, SITE, article, edition_of

from plugins.newsroom.edition import Edition
from plugins.newsroom.listing_pages import Listing, keys_of_pages, listing_page, newest_change
from plugins.newsroom.page import Page
from plugins.newsroom.view_parts import Facet, Link
from plugins.vietnamese.dates import Moment

GROUP = "tag mot-cua"
FACET = Facet(name="Theo năm", links=(Link(label="Năm 2023", url="/the/mot-cua/nam-2023/"),))


def edition(count: int) -> Edition:
    """Publish some articles on one topic, shown two by two."""
    articles = (article(number=number, tags=("mot-cua",)) for number in range(count))
    return edition_of(*articles, site=replace(SITE, page_length=2), sections=(SECTION,))


def page(found: Edition, number: int) -> Page:
    """Compose one page of the topic's list."""
    listing = Listing(
        title="Một cửa",
        description="Mô tả.",
        url="/the/mot-cua/",
        crumbs=(),
        articles=found.group(GROUP),
        facets=(FACET,),
        has_feed=True,
    )
    return listing_page(listing, found.world, number)


def test_the_head_page_carries_the_feed_the_facets_and_the_count() -> None:
    """What changes with every article stands on the one page that does."""
    head = page(edition(5), 0)
    assert head.url == "/the/mot-cua/"
    assert (head.view.title, head.view.count_text) == ("Một cửa", "5 tin, bài")
    assert head.view.facets == (FACET,)
    assert head.search is not None
    assert (head.search.feed_title, head.search.summary) == ("Một cửa", "Mô tả.")
    assert head.search.stable_id.startswith("urn:uuid:")


def test_an_older_page_says_its_number_and_carries_nothing_that_grows() -> None:
    """A reader tells two pages of one list apart, and the older one stays as it is."""
    older = page(edition(5), 1)
    assert older.url == "/the/mot-cua/trang-1/"
    assert (older.view.title, older.view.count_text) == ("Một cửa – trang 1", "")
    assert older.view.facets == ()
    assert older.view.head.feeds == ()
    assert [crumb.url for crumb in older.view.head.crumbs] == ["/", "/the/mot-cua/"]
    assert older.search is not None
    assert older.search.feed_title == ""
    assert older.search.stable_id == ""


def test_growth_leaves_an_older_page_as_it_was() -> None:
    """What is written once is never written again for a new article's sake."""
    assert page(edition(7), 1) == page(edition(8), 1) == page(edition(11), 1)


def test_every_page_was_modified_when_the_newest_of_its_own_articles_was() -> None:
    """A machine that reads the sitemap comes back only to what has changed."""
    found = edition(5)
    modified = [
        shown.search and shown.search.modified for shown in (page(found, 0), page(found, 1))
    ]
    assert modified == ["2023-03-27T14:02:00+07:00", "2023-03-24T14:02:00+07:00"]


def test_an_article_that_was_changed_counts_by_its_change() -> None:
    """A correction of an old article is news to whoever keeps a copy."""
    changed = Moment(at=FIRST + timedelta(days=30), has_time=False)
    found = edition_of(article(number=0, modified=changed), article(number=1))
    assert newest_change(found.group("published")) == "2023-04-22"
    assert newest_change(()) == ""


def test_the_keys_of_pages_follow_the_counts() -> None:
    """A list that has become long enough gets its next page."""
    found = edition(5)
    assert list(keys_of_pages(found, "tag", ("mot-cua", "trong"))) == [
        "mot-cua",
        "mot-cua trang-1",
        "trong",
    ]
