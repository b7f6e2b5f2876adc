"""Every link of the whole output leads somewhere: pages, anchors, files, feeds."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from support.crawling import Crawl, feed_links

from plugins.workshop.kinds import kind_of

URL = re.compile(r"url\([\"']?([^\"')]+)")


@pytest.fixture(scope="module", params=["site", "sample"])
def crawl(request: pytest.FixtureRequest) -> Crawl:
    """Read a whole site, the real one and then the sample province."""
    return Crawl(request.getfixturevalue(request.param))


def test_every_link_of_every_page_leads_somewhere(crawl: Crawl) -> None:
    """A reader never meets «không tìm thấy» by following us.

    The review page is for designers: its links are examples, which lead to nothing by intent.
    """
    found = [
        (base, target)
        for base, page in crawl.pages.items()
        for target in page.targets
        if kind_of(base) != "review"
    ]
    assert len(crawl.pages) > 20
    assert crawl.faults(found) == []


def test_every_file_that_a_style_sheet_names_is_there(crawl: Crawl) -> None:
    """The letters arrive."""
    found = [
        (address, target)
        for address, file in crawl.files(".css")
        for target in URL.findall(file.read_text(encoding="utf-8"))
    ]
    assert found
    assert crawl.faults(found) == []


def test_every_link_of_every_feed_is_whole_and_leads_somewhere(crawl: Crawl) -> None:
    """A reader of a feed, and a search engine, come to a page that is there."""
    found = [
        (address, target)
        for address, file in crawl.files(".xml", ".json")
        for target in feed_links(file)
    ]
    assert len(found) > 10
    assert crawl.faults(found) == []
    assert [pair for pair in found if not urlsplit(pair[1]).scheme] == []


def test_every_page_is_reached_from_the_home_page(crawl: Crawl) -> None:
    """What is published can be found by clicking; a moved or withdrawn page has no link."""
    published = {address for address, page in crawl.pages.items() if page.is_indexable}
    assert published - crawl.reached() == set()
