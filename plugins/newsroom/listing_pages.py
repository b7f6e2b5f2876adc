"""The pages of any list of articles: a head page and its numbered older pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.newsroom.edition import Edition, Group
from plugins.newsroom.headline import Headline
from plugins.newsroom.heads import listing_head, save_as, stable_id
from plugins.newsroom.listing import Stretch, address, last_known, numbered, pager, stretch
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.teasers import teaser
from plugins.newsroom.view import ListingView
from plugins.newsroom.view_parts import Facet, Link
from plugins.newsroom.world import World
from plugins.vietnamese.dates import iso
from plugins.vietnamese.numbers import thousands


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list of articles to be paged: its words, its address, where it hangs, and its articles."""

    title: str
    description: str
    url: str
    crumbs: tuple[Link, ...]
    articles: Group
    facets: tuple[Facet, ...] = ()
    has_feed: bool = False
    empty: str = "Chưa có tin, bài."


def listing_page(listing: Listing, world: World, number: int) -> Page:
    """Compose one page of a list: the head (0), or an older one."""
    length = world.site.page_length
    shown = stretch(listing.articles, length, number)
    return Page(
        template="listing.html",
        save_as=save_as(address(listing.url, number)),
        view=_view(world, listing, shown, last_known(listing.articles, length, number)),
        search=_entry(listing, world, shown),
    )


def keys_of_pages(edition: Edition, kind: str, keys: Iterable[str]) -> Iterator[str]:
    """Give the keys of all pages of some lists, whose articles are the groups `KIND KEY`."""
    for key in keys:
        yield from numbered(key, edition.count(f"{kind} {key}"), edition.site.page_length)


def count_text(number: int) -> str:
    """Say how many articles there are: «1.234 tin, bài»."""
    return f"{thousands(number)} tin, bài"


def title_of(title: str, number: int) -> str:
    """Give the title of a list's page: its number is part of it, but for the head page."""
    return f"{title} – trang {number}" if number else title


def newest_change(articles: Iterable[Headline]) -> str:
    """Give the last moment at which one of some articles changed, as entries write it."""
    moments = [moment for a in articles for moment in (a.modified or a.published,)]
    return iso(max(moments, key=lambda moment: moment.at)) if moments else ""


def _entry(listing: Listing, world: World, stretch: Stretch) -> SearchEntry:
    changed = newest_change(stretch.articles)
    if stretch.number:
        title = title_of(listing.title, stretch.number)
        return SearchEntry(title=title, kind="listing", modified=changed)
    return SearchEntry(
        title=listing.title,
        kind="listing",
        summary=listing.description,
        modified=changed,
        feed_title=listing.title if listing.has_feed else "",
        stable_id=stable_id(world.site, listing.url),
    )


def _view(world: World, listing: Listing, stretch: Stretch, full: int) -> ListingView:
    number = stretch.number
    title, own = title_of(listing.title, number), Link(label=listing.title, url=listing.url)
    return ListingView(
        head=listing_head(
            world.site,
            title=title,
            description=listing.description,
            url=address(listing.url, number),
            crumbs=(*listing.crumbs, own) if number else listing.crumbs,
            has_feed=listing.has_feed and not number,
        ),
        title=title,
        description=listing.description,
        teasers=tuple(
            teaser(article, world, pictured=not number and not place)
            for place, article in enumerate(stretch.articles)
        ),
        pager=pager(listing.url, number, full),
        facets=() if number else listing.facets,
        empty=listing.empty,
        count_text="" if number else count_text(len(listing.articles)),
    )
