"""When each page last changed, as far as the pages themselves tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.feeds.selection import moment
from plugins.newsroom.page import Page, SearchEntry

Change = tuple[float, str]
"""A moment twice: to be compared, and as its page writes it; `UNKNOWN` is before all others."""

UNKNOWN: Change = (float("-inf"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One address of the sitemap (địa chỉ trong sơ đồ), and when its page last changed."""

    url: str
    changed: Change


def places_of(pages: Iterable[Page]) -> list[Place]:
    """Give every page that may be found, by address; a list is as new as its newest article."""
    known = [(page, page.search) for page in pages if page.search]
    newest = _newest_by_list_and_source(known)
    places = [Place(url=page.url, changed=_change(page, entry, newest)) for page, entry in known]
    return sorted(places, key=lambda place: place.url)


def _newest_by_list_and_source(known: Iterable[tuple[Page, SearchEntry]]) -> dict[str, Change]:
    """Note each article's change under its lists' addresses and under its own source's path."""
    newest: dict[str, Change] = {}
    for page, entry in known:
        if entry.kind == "article":
            own = _own_change(entry)
            for key in (*entry.listed_in, *page.inputs[:1]):
                newest[key] = max(own, newest.get(key, UNKNOWN))
    return newest


def _change(page: Page, entry: SearchEntry, newest: Mapping[str, Change]) -> Change:
    own = _own_change(entry)
    if entry.kind != "listing":
        return own
    return max(own, *(newest.get(key, UNKNOWN) for key in (page.url, *page.inputs)))


def _own_change(entry: SearchEntry) -> Change:
    written = (entry.published, entry.modified)
    return max(((moment(text).timestamp(), text) for text in written if text), default=UNKNOWN)
