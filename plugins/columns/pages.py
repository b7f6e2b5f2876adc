"""The pages of sections and columns."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.columns.facets import by_agency, by_year
from plugins.newsroom import addresses
from plugins.newsroom.deferred import Deferred
from plugins.newsroom.edition import Edition
from plugins.newsroom.headline import Headline
from plugins.newsroom.heads import listing_head, save_as, stable_id
from plugins.newsroom.listing_pages import Listing, count_text, listing_pages
from plugins.newsroom.naming import name_on
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.registers import Column, Section
from plugins.newsroom.teasers import teaser
from plugins.newsroom.view import SectionView
from plugins.newsroom.view_parts import ColumnBlock, Facet, Link
from plugins.newsroom.world import World

LATEST = 3


def column_pages(edition: Edition) -> Iterator[Page]:
    """Compose every section's page and every column's list with its years and agencies."""
    for section in edition.world.sections:
        yield _section_page(section, edition)
        for column in section.columns:
            for listing in _listings(section, column, edition):
                yield from listing_pages(listing, edition.world)


def _section_page(section: Section, edition: Edition) -> Page:
    columns = [edition.by_column.get((c.section_id, c.id), ()) for c in section.columns]
    shown = tuple((articles[:LATEST], len(articles)) for articles in columns)
    return Page(
        template="section.html",
        save_as=save_as(section.url),
        composed=Deferred(_section_view, edition.world, section, shown),
        search=SearchEntry(
            title=section.name,
            kind="listing",
            summary=section.description,
            feed_title=section.name,
            stable_id=stable_id(edition.site, section.url),
        ),
        inputs=(section.spot.path, *(a.path for a in edition.by_section.get(section.id, ()))),
    )


def _section_view(
    world: World, section: Section, shown: tuple[tuple[tuple[Headline, ...], int], ...]
) -> SectionView:
    lead = world.agencies.get(section.agency_id)
    return SectionView(
        head=listing_head(
            world.site,
            title=section.name,
            description=section.description,
            url=section.url,
            has_feed=True,
        ),
        title=section.name,
        description=section.description,
        agency=name_on(lead, world.agencies, world.today) if lead else None,
        blocks=tuple(
            ColumnBlock(
                column=Link(label=column.name, url=column.url),
                description=column.description,
                teasers=tuple(teaser(article, world) for article in articles),
                count_text=count_text(count),
            )
            for column, (articles, count) in zip(section.columns, shown, strict=True)
        ),
    )


def _listings(section: Section, column: Column, edition: Edition) -> Iterator[Listing]:
    articles = edition.by_column.get((section.id, column.id), ())
    agencies = edition.world.agencies
    years = {
        addresses.year_facet("", year).strip("/"): (f"Năm {year}", group)
        for year, group in by_year(articles).items()
    }
    named = {
        addresses.agency_facet("", key).strip("/"): (agencies[key].name, group)
        for key, group in by_agency(column, edition).items()
    }
    trail = (Link(label=section.name, url=section.url),)
    yield Listing(
        title=column.name,
        description=column.description,
        url=column.url,
        crumbs=trail,
        articles=articles,
        facets=_facets({"Theo năm": years, "Theo cơ quan": named}, column.url),
        has_feed=True,
        empty="Chuyên mục này chưa có tin, bài.",
        inputs=(column.spot.path,),
    )
    deeper = (*trail, Link(label=column.name, url=column.url))
    for segment, (name, group) in (years | named).items():
        yield _narrowed(column, segment, name, group, deeper)


def _narrowed(
    column: Column,
    segment: str,
    name: str,
    articles: tuple[Headline, ...],
    crumbs: tuple[Link, ...],
) -> Listing:
    words = name.replace("Năm", "năm", 1) if segment.startswith("nam-") else name
    return Listing(
        title=f"{column.name}: {words}",
        description=f"Tin, bài của chuyên mục {column.name}, {words}.",
        url=f"{column.url}{segment}/",
        crumbs=crumbs,
        articles=articles,
        inputs=(column.spot.path,),
    )


def _facets(
    named: dict[str, dict[str, tuple[str, tuple[Headline, ...]]]], base: str
) -> tuple[Facet, ...]:
    return tuple(
        Facet(
            name=name,
            links=tuple(
                Link(label=label, url=f"{base}{segment}/", note=str(len(group)))
                for segment, (label, group) in groups.items()
            ),
        )
        for name, groups in named.items()
        if groups
    )
