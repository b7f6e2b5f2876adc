"""The pages of any list of articles: a head page and its numbered older pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.newsroom.edition import Edition
from plugins.newsroom.heads import listing_head, save_as, stable_id
from plugins.newsroom.listing import address, pager, stretches
from plugins.newsroom.model import Article
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.teasers import teaser
from plugins.newsroom.view import ListingView
from plugins.newsroom.view_parts import Facet, Link
from plugins.vietnamese.numbers import thousands


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list of articles to be paged: its words, its address, where it hangs, and its articles."""

    title: str
    description: str
    url: str
    crumbs: tuple[Link, ...]
    articles: tuple[Article, ...]
    facets: tuple[Facet, ...] = ()
    has_feed: bool = False
    empty: str = "Chưa có tin, bài."
    inputs: tuple[str, ...] = ()


def listing_pages(listing: Listing, edition: Edition) -> Iterator[Page]:
    """Compose the head page of a list and its older pages."""
    pages = stretches(listing.articles, edition.site.page_length)
    for stretch in pages:
        yield _page(listing, edition, stretch.number, stretch.articles, len(pages) - 1)


def count_text(number: int) -> str:
    """Say how many articles there are: «1.234 tin, bài»."""
    return f"{thousands(number)} tin, bài"


def listing_entry(listing: Listing, edition: Edition) -> SearchEntry:
    """Describe a list to feeds and sitemap; its date is that of its newest change."""
    return SearchEntry(
        title=listing.title,
        kind="listing",
        summary=listing.description,
        feed_title=listing.title if listing.has_feed else "",
        stable_id=stable_id(edition.site, listing.url),
    )


def _page(
    listing: Listing, edition: Edition, number: int, articles: tuple[Article, ...], full: int
) -> Page:
    url = address(listing.url, number)
    title = f"{listing.title} – trang {number}" if number else listing.title
    head = listing_head(
        edition.site,
        title=title,
        description=listing.description,
        url=url,
        crumbs=(*listing.crumbs, Link(label=listing.title, url=listing.url))
        if number
        else listing.crumbs,
        has_feed=listing.has_feed and not number,
    )
    return Page(
        template="listing.html",
        save_as=save_as(url),
        view=ListingView(
            head=head,
            title=title,
            description=listing.description,
            teasers=tuple(
                teaser(article, edition, pictured=not number and not place)
                for place, article in enumerate(articles)
            ),
            pager=pager(listing.url, number, full),
            facets=() if number else listing.facets,
            empty=listing.empty,
            count_text="" if number else count_text(len(listing.articles)),
        ),
        search=SearchEntry(title=title, kind="listing")
        if number
        else listing_entry(listing, edition),
        inputs=(*listing.inputs, *(article.path for article in articles)),
    )
