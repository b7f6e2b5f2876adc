"""The pages of tags and series, and all that they look up."""

from __future__ import annotations

from support.newsrooms import SECTION, topic
from support.records import article, edition_of, looks_for_keys, looks_of, pages_of

from plugins.newsroom.edition import Edition
from plugins.newsroom.model import Article
from plugins.topics.pages import SERIES, TAGS

TOPICS = {"z-dau": topic("z-dau", "Mô tả riêng."), "a-sau": topic("a-sau")}


def edition_with(*articles: Article) -> Edition:
    """Publish some articles beside two tags and two series."""
    return edition_of(*articles, sections=(SECTION,), tags=TOPICS, series=TOPICS)


def test_a_tag_looks_up_its_own_line_and_its_own_headlines() -> None:
    """A new article on another topic leaves this one alone."""
    tagged = article(number=0, tags=("z-dau",))
    edition = edition_with(tagged, article(number=1, tags=("a-sau",)))
    assert looks_of(TAGS, edition, "z-dau") == {
        "tags z-dau",
        "order tag z-dau",
        "size tag z-dau",
        f"headline {tagged.path}",
        "columns chuyen-trang/chuyen-muc",
    }


def test_every_topic_has_a_page_in_the_editors_order() -> None:
    """A topic that nobody has written on yet says so, and its address never fails."""
    edition = edition_with(article(series="z-dau"))
    tags, series = pages_of(TAGS, edition), pages_of(SERIES, edition)
    assert [page.url for page in (*tags, *series)] == [
        "/the/z-dau/",
        "/the/a-sau/",
        "/dong-su-kien/z-dau/",
        "/dong-su-kien/a-sau/",
    ]
    assert tags[0].view.empty == "Thẻ này chưa có tin, bài."
    assert [page.view.description for page in tags] == ["Mô tả riêng.", "Thẻ «Chủ đề a-sau»."]


def test_a_series_offers_a_feed_and_a_tag_does_not() -> None:
    """Whoever follows a series subscribes to it."""
    edition = edition_with()
    pages = (pages_of(TAGS, edition)[0], pages_of(SERIES, edition)[0])
    assert [page.search and page.search.feed_title for page in pages] == ["", "Chủ đề z-dau"]


def test_the_keys_of_series_follow_the_register_and_their_counts() -> None:
    """A new line is a new page, with no article at all."""
    assert looks_for_keys(SERIES, edition_with()) == {
        "series",
        "size series z-dau",
        "size series a-sau",
    }
