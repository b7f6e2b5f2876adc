"""The pages of sections and columns."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.columns.facets import by_agency, by_year
from plugins.newsroom.edition import Edition
from plugins.newsroom.heads import listing_head, save_as, stable_id
from plugins.newsroom.listing_pages import Listing, count_text, listing_pages
from plugins.newsroom.naming import name_on
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.registers import Column, Section
from plugins.newsroom.teasers import teaser
from plugins.newsroom.view import SectionView
from plugins.newsroom.view_parts import ColumnBlock, Facet, Link

LATEST = 3


def column_pages(edition: Edition) -> Iterator[Page]:
    """Compose every section's page and every column's list with its years and agencies."""
    for section in edition.newsroom.sections:
        yield _section_page(section, edition)
        for column in section.columns:
            for listing in _listings(section, column, edition):
                yield from listing_pages(listing, edition)


def _section_page(section: Section, edition: Edition) -> Page:
    newsroom = edition.newsroom
    lead = newsroom.agencies.get(section.agency_id)
    articles = edition.by_section.get(section.id, ())
    return Page(
        template="section.html",
        save_as=save_as(section.url),
        view=SectionView(
            head=listing_head(
                edition.site,
                title=section.name,
                description=section.description,
                url=section.url,
                has_feed=True,
            ),
            title=section.name,
            description=section.description,
            agency=name_on(lead, newsroom.agencies, newsroom.now.date()) if lead else None,
            blocks=tuple(_block(column, edition) for column in section.columns),
        ),
        search=SearchEntry(
            title=section.name,
            kind="listing",
            summary=section.description,
            feed_title=section.name,
            stable_id=stable_id(edition.site, section.url),
        ),
        inputs=(section.spot.path, *(article.path for article in articles)),
    )


def _block(column: Column, edition: Edition) -> ColumnBlock:
    articles = edition.by_column.get((column.section_id, column.id), ())
    return ColumnBlock(
        column=Link(label=column.name, url=column.url),
        description=column.description,
        teasers=tuple(teaser(article, edition) for article in articles[:LATEST]),
        count_text=count_text(len(articles)),
    )


def _listings(section: Section, column: Column, edition: Edition) -> Iterator[Listing]:
    articles = edition.by_column.get((section.id, column.id), ())
    trail = (Link(label=section.name, url=section.url),)
    years = by_year(articles)
    agencies = by_agency(column, edition)
    names = {key: edition.newsroom.agencies[key].name for key in agencies}
    yield Listing(
        title=column.name,
        description=column.description,
        url=column.url,
        crumbs=trail,
        articles=articles,
        facets=_facets(
            ("Theo năm", {f"nam-{y}": (f"Năm {y}", len(group)) for y, group in years.items()}),
            (
                "Theo cơ quan",
                {f"co-quan-{key}": (names[key], len(group)) for key, group in agencies.items()},
            ),
            base=column.url,
        ),
        has_feed=True,
        empty="Chuyên mục này chưa có tin, bài.",
        inputs=(column.spot.path,),
    )
    deeper = (*trail, Link(label=column.name, url=column.url))
    narrowed = {f"nam-{year}": (f"năm {year}", group) for year, group in years.items()}
    narrowed |= {f"co-quan-{key}": (names[key], group) for key, group in agencies.items()}
    for segment, (name, group) in narrowed.items():
        yield Listing(
            title=f"{column.name}: {name}",
            description=f"Tin, bài của chuyên mục {column.name}, {name}.",
            url=f"{column.url}{segment}/",
            crumbs=deeper,
            articles=group,
            inputs=(column.spot.path,),
        )


def _facets(*named: tuple[str, dict[str, tuple[str, int]]], base: str) -> tuple[Facet, ...]:
    return tuple(
        Facet(
            name=name,
            links=tuple(
                Link(label=label, url=f"{base}{segment}/", note=str(count))
                for segment, (label, count) in links.items()
            ),
        )
        for name, links in named
        if links
    )
