"""The pages of the archive: all years, a year, a month, a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.newsroom.calendars import month_calendar, month_url, year_url
from plugins.newsroom.deferred import Deferred
from plugins.newsroom.edition import Edition
from plugins.newsroom.headline import Headline
from plugins.newsroom.heads import listing_head, save_as
from plugins.newsroom.listing_pages import Listing, count_text, listing_pages
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.teasers import teaser
from plugins.newsroom.view import ArchiveView, DirectoryView
from plugins.newsroom.view_parts import Calendar, Facet, Link
from plugins.newsroom.world import World
from plugins.vietnamese.dates import Moment, long_date, month_name, short_date

ROOT = Link(label="Tìm theo ngày", url="/tin-bai/")

DESCRIPTION = "Mọi tin, bài theo ngày đăng."

Counts = tuple[tuple[tuple[int, int], int], ...]
Months = Mapping[tuple[int, int], tuple[Headline, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Archive:
    """What a year's or a month's page says beside its articles."""

    title: str
    url: str
    crumbs: tuple[Link, ...]
    count: int
    calendars: tuple[Calendar, ...]
    years: tuple[Link, ...] = ()


def archive_pages(edition: Edition) -> Iterator[Page]:
    """Compose the archive: the newest day, month and year first."""
    months, world = _months(edition), edition.world
    counts = tuple((key, len(articles)) for key, articles in months.items())
    yield _years_page(world, counts)
    for year in sorted({year for year, _ in months}, reverse=True):
        yield _year_page(edition, year, months)
    for (year, month), articles in months.items():
        yield _month_page(edition, year, month, articles)
    for day, articles in edition.by_day.items():
        yield from listing_pages(_day(day, articles), world)


def _months(edition: Edition) -> Months:
    found: dict[tuple[int, int], list[Headline]] = {}
    for article in edition.headlines:
        found.setdefault((article.day.year, article.day.month), []).append(article)
    return {key: tuple(found[key]) for key in sorted(found, reverse=True)}


def _years_page(world: World, counts: Counts) -> Page:
    entry = SearchEntry(title=ROOT.label, kind="listing", summary=DESCRIPTION)
    return Page(
        template="directory.html",
        save_as=save_as(ROOT.url),
        composed=Deferred(_years_view, world, counts),
        search=entry,
    )


def _years_view(world: World, counts: Counts) -> DirectoryView:
    groups = []
    for year in sorted({year for (year, _), _ in counts}, reverse=True):
        links = tuple(
            Link(label=month_name(*key), url=month_url(*key), note=count_text(count))
            for key, count in counts
            if key[0] == year
        )
        groups.append(Facet(name=f"Năm {year}", links=links))
    head = listing_head(world.site, title=ROOT.label, description=DESCRIPTION, url=ROOT.url)
    return DirectoryView(
        head=head,
        title=ROOT.label,
        description=DESCRIPTION,
        groups=tuple(groups),
        empty="Chưa có tin, bài.",
    )


def _year_page(edition: Edition, year: int, months: Months) -> Page:
    years = sorted({y for y, _ in months}, reverse=True)
    keys = sorted(key for key in months if key[0] == year)
    links = tuple(Link(label=f"Năm {y}", url=year_url(y), current=y == year) for y in years)
    shown = _Archive(
        title=f"Tin, bài năm {year}",
        url=year_url(year),
        crumbs=(ROOT,),
        count=sum(len(months[key]) for key in keys),
        calendars=tuple(month_calendar(edition.by_day, *key) for key in keys),
        years=links,
    )
    articles = tuple(article for key in keys for article in months[key])
    return _archive_page(edition.world, shown, (), articles)


def _month_page(edition: Edition, year: int, month: int, articles: tuple[Headline, ...]) -> Page:
    shown = _Archive(
        title=f"Tin, bài {month_name(year, month).lower()}",
        url=month_url(year, month),
        crumbs=(ROOT, Link(label=f"Năm {year}", url=year_url(year))),
        count=len(articles),
        calendars=(month_calendar(edition.by_day, year, month),),
    )
    return _archive_page(edition.world, shown, articles, articles)


def _archive_page(
    world: World,
    shown: _Archive,
    articles: tuple[Headline, ...],
    counted: tuple[Headline, ...],
) -> Page:
    return Page(
        template="archive.html",
        save_as=save_as(shown.url),
        composed=Deferred(_archive_view, world, shown, articles),
        search=SearchEntry(title=shown.title, kind="listing"),
        inputs=tuple(article.path for article in counted),
    )


def _archive_view(world: World, shown: _Archive, articles: tuple[Headline, ...]) -> ArchiveView:
    return ArchiveView(
        head=listing_head(
            world.site,
            title=shown.title,
            description=f"{shown.title}.",
            url=shown.url,
            crumbs=shown.crumbs,
        ),
        title=shown.title,
        count_text=count_text(shown.count),
        calendars=shown.calendars,
        teasers=tuple(teaser(article, world) for article in articles),
        years=shown.years,
    )


def _day(day: date, articles: tuple[Headline, ...]) -> Listing:
    midnight = Moment(at=articles[0].published.at, has_time=False)
    return Listing(
        title=f"Tin, bài {long_date(midnight)}",
        description=f"Tin, bài đăng ngày {short_date(day)}.",
        url=f"/tin-bai/{day:%Y/%m/%d}/",
        crumbs=(
            ROOT,
            Link(label=f"Năm {day.year}", url=year_url(day.year)),
            Link(label=month_name(day.year, day.month), url=month_url(day.year, day.month)),
        ),
        articles=articles,
    )
