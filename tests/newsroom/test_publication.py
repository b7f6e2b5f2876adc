"""What pages say of themselves, and which facts that makes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from support.published import article_page

from plugins.newsroom.page import Page
from plugins.newsroom.publication import card_of, facts_between

SAID = "entry tin-bai/2023/03/23/a/index.html"


def test_only_another_date_is_news_to_the_sitemap() -> None:
    """An edited headline leaves the shard of its year as it is; a correction does not."""
    page = article_page("a", "2023-03-23")
    assert _changes(page, title="Khác") == [SAID]
    assert _changes(page, modified="2023-03-24") == [SAID, "dates 2023"]


def test_the_later_of_two_moments_is_the_last_change() -> None:
    """A search engine comes again for what changed after it was published."""
    moment = "2023-03-24T08:00:00+07:00"
    cards = (
        card_of(article_page("a", "2023-03-23", **said), "articles", "")
        for said in ({}, {"modified": moment}, {"modified": "2023-03-22"})
    )
    assert [card.changed for card in cards] == ["2023-03-23", moment, "2023-03-23"]


def _changes(page: Page, **said: Any) -> list[str]:  # noqa: ANN401 - any field
    assert page.search is not None
    edited = replace(page, search=replace(page.search, **said))
    return list(facts_between(card_of(page, "articles", ""), card_of(edited, "articles", "")))
