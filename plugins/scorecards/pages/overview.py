"""All scorecards, each with the province's latest result."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily, one
from plugins.newsroom.heads import listing_head, save_as, stable_id
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.view_parts import Link
from plugins.scorecards.model import Overview, Scorecard, UnitSeries, addresses
from plugins.scorecards.pages import printing
from plugins.scorecards.pages.charts.runs import can_be_compared
from plugins.scorecards.pages.charts.spark import spark
from plugins.scorecards.pages.ours import ours_in, results_of
from plugins.scorecards.pages.view import Latest, Provenance, ScorecardsView, Tile
from plugins.scorecards.reading.looking_up import overviews
from plugins.vietnamese.dates import short_date

DESCRIPTION = (
    "Kết quả của tỉnh trong các bộ chỉ số về cải cách hành chính: bảng xếp hạng, diễn biến qua các "
    "kỳ và số liệu mở, mỗi con số có nguồn."
)
NO_FIGURES = "Chưa có số liệu."
TITLE = "Chỉ số"
CATALOGUE = Link(label="Danh mục dữ liệu", url=addresses.CATALOGUE, note="DCAT")


def _pages(edition: Edition, _: str) -> Iterator[Page]:
    found = tuple(overviews(edition.world.records))
    days = [day for o in found if (day := o.scorecard.updated_on())]
    yield Page(
        template="scorecards.html",
        save_as=save_as(addresses.HOME.url),
        view=_view(edition, found, max(days, default=None)),
        search=SearchEntry(
            title=TITLE,
            kind="listing",
            summary=DESCRIPTION,
            modified=max(days).isoformat() if days else "",
            feed_title=TITLE,
            stable_id=stable_id(edition.site, addresses.HOME.url),
        ),
    )


def _view(edition: Edition, found: tuple[Overview, ...], updated: date | None) -> ScorecardsView:
    url = addresses.HOME.url
    head = listing_head(edition.site, title=TITLE, description=DESCRIPTION, url=url, has_feed=True)
    return ScorecardsView(
        head=head,
        title=TITLE,
        description=DESCRIPTION,
        tiles=tuple(sorted((_tile(edition, overview) for overview in found), key=_emptiness)),
        provenance=Provenance(
            updated=short_date(updated) if updated else "",
            next_review="",
            licence="",
            downloads=(CATALOGUE,),
        ),
    )


def _emptiness(tile: Tile) -> bool:
    """Show what has figures first."""
    return bool(tile.empty)


def _tile(edition: Edition, overview: Overview) -> Tile:
    card = overview.scorecard
    ours = ours_in(edition, overview)
    own = ours == (edition.site.province_id,)
    found = (
        _latest(card, series, "" if own else series.unit.short_name)
        for series in results_of(edition, overview, ours)
    )
    results = tuple(result for result in found if result.figure)
    return Tile(
        link=Link(label=card.short_name, url=addresses.of_card(card.id)),
        name=card.name,
        publisher=card.publisher,
        results=results,
        empty="" if results else NO_FIGURES,
    )


def _latest(card: Scorecard, series: UnitSeries, name: str) -> Latest:
    """Give the latest result: the rank, else the points, else the class; what it is; its change."""
    last = series.points[-1]
    score = last.standing.score
    before = series.points[-2] if len(series.points) > 1 else None
    same = before is not None and can_be_compared(last, before)
    change = printing.change_said(score, before.standing.score) if before and same else ""
    points = "" if score.points is None else printing.points_said(card, score.points)
    figure, label = points or (score.tier and f"Loại {score.tier}"), last.period.name
    if score.rank is not None:
        own = ", hạng tự xếp" if score.rank_computed else ""
        figure = f"Hạng {printing.rank_said(score)}"
        label = ", ".join(filter(None, (points, last.period.name))) + own
    return Latest(unit=name, figure=figure, label=label, change=change, spark=spark(series, card))


OVERVIEW = PageFamily(keys=one, pages=_pages)
