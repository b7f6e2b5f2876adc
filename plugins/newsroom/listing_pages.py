"""The pages of any list of articles: a head page and its numbered older pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.newsroom.deferred import Deferred
from plugins.newsroom.headline import Headline
from plugins.newsroom.heads import listing_head, save_as, stable_id
from plugins.newsroom.listing import Stretch, address, pager, stretches
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.teasers import teaser
from plugins.newsroom.view import ListingView
from plugins.newsroom.view_parts import Facet, Link
from plugins.newsroom.world import World
from plugins.vietnamese.numbers import thousands


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list of articles to be paged: its words, its address, where it hangs, and its articles."""

    title: str
    description: str
    url: str
    crumbs: tuple[Link, ...]
    articles: tuple[Headline, ...]
    facets: tuple[Facet, ...] = ()
    has_feed: bool = False
    empty: str = "Chưa có tin, bài."
    inputs: tuple[str, ...] = ()


def listing_pages(listing: Listing, world: World) -> Iterator[Page]:
    """Compose the head page of a list and its older pages."""
    pages = stretches(listing.articles, world.site.page_length)
    words = replace(listing, articles=())
    for stretch in pages:
        number, full = stretch.number, len(pages) - 1
        shown = replace(words, facets=()) if number else words
        # An old page knows only whether it is the last full one, so that growth leaves it alone.
        counts = (0, min(number + 1, full)) if number else (len(listing.articles), full)
        url = address(listing.url, number)
        yield Page(
            template="listing.html",
            save_as=save_as(url),
            composed=Deferred(_view, world, shown, stretch.articles, number, counts),
            search=_entry(listing, world, stretch),
            inputs=(*listing.inputs, *(article.path for article in stretch.articles)),
        )


def count_text(number: int) -> str:
    """Say how many articles there are: «1.234 tin, bài»."""
    return f"{thousands(number)} tin, bài"


def title_of(title: str, number: int) -> str:
    """Give the title of a list's page: its number is part of it, but for the head page."""
    return f"{title} – trang {number}" if number else title


def _entry(listing: Listing, world: World, stretch: Stretch) -> SearchEntry:
    if stretch.number:
        return SearchEntry(title=title_of(listing.title, stretch.number), kind="listing")
    return SearchEntry(
        title=listing.title,
        kind="listing",
        summary=listing.description,
        feed_title=listing.title if listing.has_feed else "",
        stable_id=stable_id(world.site, listing.url),
    )


def _view(
    world: World,
    listing: Listing,
    articles: tuple[Headline, ...],
    number: int,
    counts: tuple[int, int],
) -> ListingView:
    total, full = counts
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
            for place, article in enumerate(articles)
        ),
        pager=pager(listing.url, number, full),
        facets=listing.facets,
        empty=listing.empty,
        count_text="" if number else count_text(total),
    )
