"""The pages of sections and columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.newsroom import addresses
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily
from plugins.newsroom.heads import listing_head, save_as, stable_id
from plugins.newsroom.listing import parted
from plugins.newsroom.listing_pages import (
    Listing,
    count_text,
    keys_of_pages,
    listing_page,
    newest_change,
)
from plugins.newsroom.naming import name_on
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.registers import Column, Section
from plugins.newsroom.teasers import teaser
from plugins.newsroom.view import SectionView
from plugins.newsroom.view_parts import ColumnBlock, Facet, Link
from plugins.newsroom.world import World
from plugins.vietnamese.collate import sort_key

LATEST = 3


def _sections(edition: Edition, key: str) -> Iterator[Page]:
    section = edition.world.section[key]
    shown = [edition.group(f"column {c.section_id}/{c.id}") for c in section.columns]
    latest = [group[:LATEST] for group in shown]
    blocks = zip(section.columns, latest, map(len, shown), strict=True)
    yield Page(
        template="section.html",
        save_as=save_as(section.url),
        view=_section_view(
            edition.world,
            section,
            tuple(
                ColumnBlock(
                    column=Link(label=column.name, url=column.url),
                    description=column.description,
                    teasers=tuple(teaser(article, edition.world) for article in articles),
                    count_text=count_text(count),
                )
                for column, articles, count in blocks
            ),
        ),
        search=SearchEntry(
            title=section.name,
            kind="listing",
            summary=section.description,
            modified=newest_change([article for group in latest for article in group]),
            feed_title=section.name,
            stable_id=stable_id(edition.site, section.url),
        ),
    )


def _section_view(world: World, section: Section, blocks: tuple[ColumnBlock, ...]) -> SectionView:
    lead = world.agencies.get(section.agency_id) if section.agency_id else None
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
        agency=name_on(lead, world.agencies, world.exists) if lead else None,
        blocks=blocks,
    )


def _column(edition: Edition, page: str) -> Iterator[Page]:
    key, number = parted(page)
    column = edition.world.columns[_split(key)]
    listing = Listing(
        title=column.name,
        description=column.description,
        url=column.url,
        crumbs=(_section_link(edition, column),),
        articles=edition.group(f"column {key}"),
        facets=() if number else tuple(_facets(edition, column, key)),
        has_feed=True,
        empty="Chuyên mục này chưa có tin, bài.",
    )
    yield listing_page(listing, edition.world, number)


def _facets(edition: Edition, column: Column, key: str) -> Iterator[Facet]:
    """Give the ways to narrow a column that lead somewhere: by year, by agency."""
    years = sorted(edition.keys(f"column-year {key}"), reverse=True)
    names = {a: edition.world.agencies[a].name for a in edition.keys(f"column-agency {key}")}
    agencies = sorted(names, key=lambda agency: sort_key(names[agency]))
    if years:
        links = (
            (f"Năm {int(year)}", addresses.year_facet(column.url, int(year)), f"-year {key} {year}")
            for year in years
        )
        yield Facet(name="Theo năm", links=tuple(_facet(edition, *link) for link in links))
    if agencies:
        links = (
            (names[a], addresses.agency_facet(column.url, a), f"-agency {key} {a}")
            for a in agencies
        )
        yield Facet(name="Theo cơ quan", links=tuple(_facet(edition, *link) for link in links))


def _facet(edition: Edition, label: str, url: str, group: str) -> Link:
    return Link(label=label, url=url, note=str(edition.count(f"column{group}")))


def _column_year(edition: Edition, page: str) -> Iterator[Page]:
    column_key, _, year = parted(page)[0].rpartition(" ")
    url = addresses.year_facet(edition.world.columns[_split(column_key)].url, int(year))
    yield _narrowed(edition, page, "column-year", f"năm {int(year)}", url)


def _column_agency(edition: Edition, page: str) -> Iterator[Page]:
    column_key, _, agency = parted(page)[0].rpartition(" ")
    url = addresses.agency_facet(edition.world.columns[_split(column_key)].url, agency)
    words = edition.world.agencies[agency].name
    yield _narrowed(edition, page, "column-agency", words, url)


def _narrowed(edition: Edition, page: str, kind: str, words: str, url: str) -> Page:
    key, number = parted(page)
    column = edition.world.columns[_split(key.rpartition(" ")[0])]
    listing = Listing(
        title=f"{column.name}: {words}",
        description=f"Tin, bài của chuyên mục {column.name}, {words}.",
        url=url,
        crumbs=(
            _section_link(edition, column),
            Link(label=column.name, url=column.url),
        ),
        articles=edition.group(f"{kind} {key}"),
    )
    return listing_page(listing, edition.world, number)


def _section_link(edition: Edition, column: Column) -> Link:
    return Link(label=edition.world.section_names[column.section_id], url=f"/{column.section_id}/")


def _split(key: str) -> tuple[str, str]:
    section, _, column = key.partition("/")
    return section, column


def _column_keys(edition: Edition) -> Iterator[str]:
    return (f"{c.section_id}/{c.id}" for s in edition.world.sections for c in s.columns)


def _narrowed_keys(kind: str) -> Callable[[Edition], Iterator[str]]:
    def keys(edition: Edition) -> Iterator[str]:
        for column in _column_keys(edition):
            narrowed = (f"{column} {key}" for key in edition.keys(f"{kind} {column}"))
            yield from keys_of_pages(edition, kind, narrowed)

    return keys


SECTIONS = PageFamily(
    keys=lambda edition: [section.id for section in edition.world.sections],
    pages=_sections,
)
COLUMNS = PageFamily(
    keys=lambda edition: keys_of_pages(edition, "column", _column_keys(edition)),
    pages=_column,
)
COLUMN_YEARS = PageFamily(keys=_narrowed_keys("column-year"), pages=_column_year)
COLUMN_AGENCIES = PageFamily(keys=_narrowed_keys("column-agency"), pages=_column_agency)
