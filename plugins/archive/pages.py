"""The pages of the archive: all years, a year, a month, a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from plugins.newsroom.calendars import month_calendar, month_url, year_url
from plugins.newsroom.edition import Edition
from plugins.newsroom.heads import listing_head, save_as
from plugins.newsroom.listing_pages import Listing, count_text, listing_pages
from plugins.newsroom.model import Article
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.teasers import teaser
from plugins.newsroom.view import ArchiveView, DirectoryView
from plugins.newsroom.view_parts import Facet, Link
from plugins.vietnamese.dates import Moment, long_date, month_name, short_date

ROOT = Link(label="Tìm theo ngày", url="/tin-bai/")

Months = Mapping[tuple[int, int], tuple[Article, ...]]


def archive_pages(edition: Edition) -> Iterator[Page]:
    """Compose the archive: the newest day, month and year first."""
    months = _months(edition)
    yield _years_page(edition, months)
    for year in sorted({year for year, _ in months}, reverse=True):
        yield _year_page(edition, year, months)
    for (year, month), articles in months.items():
        yield _month_page(edition, year, month, articles)
    for day, articles in edition.by_day.items():
        yield from listing_pages(_day(day, articles), edition)


def _months(edition: Edition) -> Months:
    found: dict[tuple[int, int], list[Article]] = {}
    for article in edition.articles:
        found.setdefault((article.day.year, article.day.month), []).append(article)
    return {key: tuple(found[key]) for key in sorted(found, reverse=True)}


def _years_page(edition: Edition, months: Months) -> Page:
    groups = []
    for year in sorted({year for year, _ in months}, reverse=True):
        links = tuple(
            Link(label=month_name(*key), url=month_url(*key), note=count_text(len(articles)))
            for key, articles in months.items()
            if key[0] == year
        )
        groups.append(Facet(name=f"Năm {year}", links=links))
    description = "Mọi tin, bài theo ngày đăng."
    head = listing_head(edition.site, title=ROOT.label, description=description, url=ROOT.url)
    view = DirectoryView(
        head=head,
        title=ROOT.label,
        description=description,
        groups=tuple(groups),
        empty="Chưa có tin, bài.",
    )
    entry = SearchEntry(title=ROOT.label, kind="listing", summary=description)
    return Page(template="directory.html", save_as=save_as(ROOT.url), view=view, search=entry)


def _year_page(edition: Edition, year: int, months: Months) -> Page:
    years = sorted({y for y, _ in months}, reverse=True)
    keys = sorted(key for key in months if key[0] == year)
    url, title = year_url(year), f"Tin, bài năm {year}"
    view = ArchiveView(
        head=listing_head(
            edition.site, title=title, description=f"{title}.", url=url, crumbs=(ROOT,)
        ),
        title=title,
        count_text=count_text(sum(len(months[key]) for key in keys)),
        calendars=tuple(month_calendar(edition, *key) for key in keys),
        years=tuple(Link(label=f"Năm {y}", url=year_url(y), current=y == year) for y in years),
    )
    return _archive_page(view, url, tuple(a.path for key in keys for a in months[key]))


def _month_page(edition: Edition, year: int, month: int, articles: tuple[Article, ...]) -> Page:
    url, title = month_url(year, month), f"Tin, bài {month_name(year, month).lower()}"
    crumbs = (ROOT, Link(label=f"Năm {year}", url=year_url(year)))
    view = ArchiveView(
        head=listing_head(
            edition.site, title=title, description=f"{title}.", url=url, crumbs=crumbs
        ),
        title=title,
        count_text=count_text(len(articles)),
        calendars=(month_calendar(edition, year, month),),
        teasers=tuple(teaser(article, edition) for article in articles),
    )
    return _archive_page(view, url, tuple(article.path for article in articles))


def _archive_page(view: ArchiveView, url: str, inputs: tuple[str, ...]) -> Page:
    return Page(
        template="archive.html",
        save_as=save_as(url),
        view=view,
        search=SearchEntry(title=view.title, kind="listing"),
        inputs=inputs,
    )


def _day(day: date, articles: tuple[Article, ...]) -> Listing:
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
