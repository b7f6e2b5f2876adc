"""The pages of the archive: all years, a year, a month, a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from plugins.newsroom.calendars import month_calendar, month_url, year_url
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily, one
from plugins.newsroom.headline import Headline
from plugins.newsroom.heads import listing_head, save_as
from plugins.newsroom.listing import parted
from plugins.newsroom.listing_pages import (
    Listing,
    count_text,
    keys_of_pages,
    listing_page,
    newest_change,
)
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.teasers import teaser
from plugins.newsroom.view import ArchiveView, DirectoryView
from plugins.newsroom.view_parts import Facet, Link
from plugins.vietnamese.dates import ZONE, Moment, long_date, month_name, short_date

ROOT = Link(label="Tìm theo ngày", url="/tin-bai/")

DESCRIPTION = "Mọi tin, bài theo ngày đăng."


def _years_page(edition: Edition, _: str) -> Iterator[Page]:
    yield Page(
        template="directory.html",
        save_as=save_as(ROOT.url),
        view=DirectoryView(
            head=listing_head(
                edition.site, title=ROOT.label, description=DESCRIPTION, url=ROOT.url
            ),
            title=ROOT.label,
            description=DESCRIPTION,
            groups=tuple(_months_of(edition, year) for year in _newest_first(edition, "year")),
            empty="Chưa có tin, bài.",
        ),
        search=SearchEntry(title=ROOT.label, kind="listing", summary=DESCRIPTION),
    )


def _months_of(edition: Edition, year: str) -> Facet:
    months = [key for key in _newest_first(edition, "month") if key.startswith(f"{year}-")]
    links = (
        Link(
            label=month_name(*_numbers(key)),
            url=month_url(*_numbers(key)),
            note=count_text(edition.count(f"month {key}")),
        )
        for key in months
    )
    return Facet(name=f"Năm {int(year)}", links=tuple(links))


def _year_page(edition: Edition, key: str) -> Iterator[Page]:
    months = [month for month in edition.keys("month") if month.startswith(f"{key}-")]
    years = _newest_first(edition, "year")
    yield _archive_page(
        edition,
        title=f"Tin, bài năm {int(key)}",
        url=year_url(int(key)),
        crumbs=(ROOT,),
        count=edition.count(f"year {key}"),
        months=months,
        years=tuple(
            Link(label=f"Năm {int(y)}", url=year_url(int(y)), current=y == key) for y in years
        ),
    )


def _month_page(edition: Edition, key: str) -> Iterator[Page]:
    year, month = _numbers(key)
    articles = edition.group(f"month {key}")
    yield _archive_page(
        edition,
        title=f"Tin, bài {month_name(year, month).lower()}",
        url=month_url(year, month),
        crumbs=(ROOT, _year_link(year)),
        count=len(articles),
        months=[key],
        articles=tuple(articles),
    )


def _archive_page(  # noqa: PLR0913 - each is a part of the page
    edition: Edition,
    *,
    title: str,
    url: str,
    crumbs: tuple[Link, ...],
    count: int,
    months: Iterable[str],
    articles: tuple[Headline, ...] = (),
    years: tuple[Link, ...] = (),
) -> Page:
    world = edition.world
    return Page(
        template="archive.html",
        save_as=save_as(url),
        view=ArchiveView(
            head=listing_head(
                world.site, title=title, description=f"{title}.", url=url, crumbs=crumbs
            ),
            title=title,
            count_text=count_text(count),
            calendars=tuple(month_calendar(edition, *_numbers(key)) for key in months),
            teasers=tuple(teaser(article, world) for article in articles),
            years=years,
        ),
        search=SearchEntry(title=title, kind="listing", modified=newest_change(articles)),
    )


def _day_page(edition: Edition, page: str) -> Iterator[Page]:
    key, number = parted(page)
    day = date.fromisoformat(key)
    midnight = Moment(at=datetime(day.year, day.month, day.day, tzinfo=ZONE), has_time=False)
    month = Link(label=month_name(day.year, day.month), url=month_url(day.year, day.month))
    listing = Listing(
        title=f"Tin, bài {long_date(midnight)}",
        description=f"Tin, bài đăng ngày {short_date(day)}.",
        url=f"/tin-bai/{day:%Y/%m/%d}/",
        crumbs=(ROOT, _year_link(day.year), month),
        articles=edition.group(f"day {key}"),
    )
    yield listing_page(listing, edition.world, number)


def _year_link(year: int) -> Link:
    return Link(label=f"Năm {year}", url=year_url(year))


def _newest_first(edition: Edition, kind: str) -> list[str]:
    return sorted(edition.keys(kind), reverse=True)


def _numbers(month: str) -> tuple[int, int]:
    year, _, number = month.partition("-")
    return int(year), int(number)


YEARS = PageFamily(keys=one, pages=_years_page)
YEAR = PageFamily(keys=lambda edition: edition.keys("year"), pages=_year_page)
MONTH = PageFamily(keys=lambda edition: edition.keys("month"), pages=_month_page)
DAY = PageFamily(keys=lambda e: keys_of_pages(e, "day", e.keys("day")), pages=_day_page)
