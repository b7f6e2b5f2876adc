"""A unit's own page: its results in the course of time, its areas, its kin beside it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import Final

from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily
from plugins.newsroom.heads import listing_head, save_as, stable_id
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.site import Site
from plugins.newsroom.view_parts import Fact, Head, Link
from plugins.scorecards.model import TOTAL, Scorecard, SeriesPoint, Unit, UnitSeries, addresses
from plugins.scorecards.pages import parts, printing
from plugins.scorecards.pages.charts.profile import latest_profile
from plugins.scorecards.pages.charts.readings import latest_reading
from plugins.scorecards.pages.charts.runs import can_be_compared
from plugins.scorecards.pages.charts.shapes import TrendChart
from plugins.scorecards.pages.charts.trend import trend
from plugins.scorecards.pages.dataset import with_dataset
from plugins.scorecards.pages.parts import Sources
from plugins.scorecards.pages.view import EmbedView, History, HistoryRow, UnitView
from plugins.scorecards.reading.looking_up import must, overview, series_of, unit_keys
from plugins.vietnamese.dates import short_date

ROOM_BELOW: Final = 220
"""So many pixels the sentence, the table's button and the source need below a chart."""


def _pages(edition: Edition, key: str) -> Iterator[Page]:
    name, _, unit = key.partition(" ")
    records, site = edition.world.records, edition.site
    card = must(overview(records, name)).scorecard
    series = series_of(records, name, unit)
    if series is None:
        return
    url = addresses.of_unit(name, unit)
    title = f"{series.unit.short_name}: {card.short_name}"
    chart = trend(series, card, id="dien-bien")
    if chart:
        yield _embed(chart, Link(label=f"{title}, {site.name}", url=url))
    yield Page(
        template="unit.html",
        save_as=save_as(url),
        view=_view(edition, card, series, chart),
        search=SearchEntry(
            title=title,
            kind="listing",
            summary=latest_reading(series, card),
            modified=parts.updated(card),
            stable_id=stable_id(site, url),
        ),
    )


def _embed(chart: TrendChart, whole: Link) -> Page:
    """Make the page that other sites show in a frame; neither search nor sitemap names it."""
    url = f"{whole.url}nhung/"
    head = Head(title=chart.title, description=chart.reading, url=url, indexable=False)
    return Page(
        template="embed.html",
        save_as=save_as(url),
        view=EmbedView(head=head, chart=chart, whole=whole),
    )


def _frame_code(site: Site, chart: TrendChart, unit: Unit, card: Scorecard) -> str:
    """Give what the editor of another site copies."""
    address = site.url + addresses.of_embed(card.id, unit.id)
    size = f'width="400" height="{chart.height + ROOM_BELOW}"'
    return f'<iframe src="{address}" title="{escape(chart.title)}" {size}></iframe>'


def _view(
    edition: Edition, card: Scorecard, series: UnitSeries, chart: TrendChart | None
) -> UnitView:
    unit = series.unit
    title = f"{unit.short_name}: {card.short_name}"
    return UnitView(
        head=_head(edition.site, card, series, title),
        title=title,
        notice=_notice(unit),
        facts=tuple(_facts(unit, card)),
        trend=chart,
        embed=_frame_code(edition.site, chart, unit, card) if chart else "",
        profile=latest_profile(series, card, id="linh-vuc"),
        history=_history(card, series),
        kin=tuple(_kin(edition, card, series)),
        provenance=parts.provenance(card, f"don-vi/{unit.id}.json"),
    )


def _head(site: Site, card: Scorecard, series: UnitSeries, title: str) -> Head:
    head = listing_head(
        site,
        title=title,
        description=latest_reading(series, card),
        url=addresses.of_unit(card.id, series.unit.id),
        crumbs=parts.crumbs(card),
    )
    periods = (point.period for point in series.points)
    return with_dataset(head, site, card, periods, f"don-vi/{series.unit.id}.json")


def _notice(unit: Unit) -> str:
    last = unit.validity.valid_until
    if last is None:
        return ""
    return f"Đơn vị này có đến hết ngày {short_date(last)}; số liệu không nối với đơn vị kế thừa."


def _facts(unit: Unit, card: Scorecard) -> Iterator[Fact]:
    yield Fact(name="Tên đầy đủ", value=unit.name, url=unit.url)
    for system, code in unit.codes:
        yield Fact(name=f"Mã số (hệ {system} tỉnh)", value=code)
    yield Fact(name="Bộ chỉ số", value=card.name, url=addresses.of_card(card.id))


def _history(card: Scorecard, series: UnitSeries) -> History:
    sources = Sources()
    before: list[SeriesPoint | None] = [None, *(old for old, _ in pairwise(series.points))]
    rows = [_row(card, p, old, sources) for p, old in zip(series.points, before, strict=True)]
    return History(
        id="qua-cac-ky",
        caption=f"{card.short_name} của {series.unit.short_name} qua các kỳ",
        points_name=printing.points_name(card),
        rows=tuple(reversed(rows)),
        sources=sources.notes,
    )


def _row(
    card: Scorecard, point: SeriesPoint, before: SeriesPoint | None, sources: Sources
) -> HistoryRow:
    score = point.standing.score
    same = before is not None and can_be_compared(point, before)
    return HistoryRow(
        period=Link(label=point.period.name, url=addresses.of_period(card.id, point.period.id)),
        points=printing.points_cell(card, score.points),
        rank=printing.rank_said(score) + (" (tự xếp)" if score.rank_computed else ""),
        change=printing.change_said(score, before.standing.score) if before and same else "",
        median=printing.points_cell(card, dict(point.middle.median).get(TOTAL)),
        remarks=tuple(printing.remarks(card, point.standing)),
        source=sources.number(score.source),
    )


def _kin(edition: Edition, card: Scorecard, series: UnitSeries) -> Iterator[TrendChart]:
    for unit in series.kin:
        found = series_of(edition.world.records, card.id, unit)
        chart = trend(found, card, id=f"dien-bien-{unit}") if found else None
        if chart:
            yield chart


UNIT = PageFamily(keys=lambda edition: unit_keys(edition.world.records), pages=_pages)
