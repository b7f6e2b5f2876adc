"""Every link leads where a reader may go, and says so (đường dẫn)."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.links import Dead, foreign, leaves_the_site, link_index, resolve
from plugins.newsroom.model import Article, Newsroom, StandingPage
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Spot
from plugins.newsroom.rules.saying import at, error, warning
from plugins.vietnamese.fold import comparable

SAYING_NOTHING = frozenset(
    (
        *("đây", "tại đây", "ở đây", "bấm vào đây", "nhấn vào đây", "here", "click here"),
        *("xem", "xem thêm", "xem tiếp", "xem chi tiết", "chi tiết", "đọc thêm", "tải về", "link"),
    )
)
ENOUGH_TO_SAY = 30
BARE = ("http://", "https://", "www.")


def every_link_leads_somewhere(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that links within the site lead to a page, and a place in it, that readers see."""
    index = link_index(newsroom)
    for text in texts_of(newsroom):
        for slot in text.body.links:
            found = resolve(slot.target, from_path=text.path, index=index)
            if isinstance(found, Dead) and not found.foreign:
                yield error(
                    at(text, slot.line),
                    found.fact,
                    found.why,
                    found.remedy,
                    rule="every_link_leads_somewhere",
                )


def every_foreign_host_is_reviewed(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that addresses outside the site are on hosts that somebody has looked at."""
    for spot, url in _foreign_urls(newsroom):
        found = foreign(url, newsroom.hosts)
        if isinstance(found, Dead):
            yield error(
                spot, found.fact, found.why, found.remedy, rule="every_foreign_host_is_reviewed"
            )


def every_link_says_where_it_leads(newsroom: Newsroom) -> Iterator[Problem]:
    """Point out links whose words say nothing to who hears them alone."""
    for text in texts_of(newsroom):
        for slot in text.body.links:
            short = len(slot.text) < ENOUGH_TO_SAY and comparable(slot.text).strip(" .,:;…»«")
            if short in SAYING_NOTHING or slot.text.strip().casefold().startswith(BARE):
                yield warning(
                    at(text, slot.line),
                    f"đường dẫn mang chữ «{slot.text}»",
                    "người nghe máy đọc từng đường dẫn không biết nó dẫn tới đâu",
                    "đặt đường dẫn vào tên của nơi dẫn tới",
                    rule="every_link_says_where_it_leads",
                )


def texts_of(newsroom: Newsroom) -> Iterator[Article | StandingPage]:
    """Give everything that has a text of its own."""
    yield from newsroom.articles
    yield from newsroom.standing_pages


def _foreign_urls(newsroom: Newsroom) -> Iterator[tuple[Spot, str]]:
    for text in texts_of(newsroom):
        for slot in text.body.links:
            if leaves_the_site(slot.target):
                yield at(text, slot.line), slot.target
    for article in newsroom.articles:
        if article.source_url:
            yield at(article, "source_url"), article.source_url
    for agency in newsroom.agencies.values():
        if agency.website:
            yield agency.spot, agency.website
