"""Units beside each other: a table of all, of which a script shows those in the address."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily
from plugins.newsroom.heads import listing_head, save_as, stable_id
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.view_parts import Link
from plugins.scorecards.model import Overview, PeriodResult, Scorecard, addresses
from plugins.scorecards.pages import parts, printing
from plugins.scorecards.pages.view import CompareColumn, CompareView
from plugins.scorecards.reading.looking_up import must, overview, overviews, period_of

DESCRIPTION = "Chọn tối đa bốn đơn vị; địa chỉ trang giữ lựa chọn để gửi cho người khác."
MOST_PERIODS = 24


def _pages(edition: Edition, key: str) -> Iterator[Page]:
    whole = must(overview(edition.world.records, key))
    card = whole.scorecard
    url, title = addresses.of_comparison(key), f"So sánh: {card.short_name}"
    yield Page(
        template="comparison.html",
        save_as=save_as(url),
        view=CompareView(
            head=listing_head(
                edition.site,
                title=title,
                description=DESCRIPTION,
                url=url,
                crumbs=parts.crumbs(card),
            ),
            title=title,
            description=DESCRIPTION,
            periods=parts.periods_of(whole)[:MOST_PERIODS],
            units=tuple(_units(edition, whole)),
            provenance=parts.provenance(card),
        ),
        search=SearchEntry(
            title=title, kind="listing", summary=DESCRIPTION, stable_id=stable_id(edition.site, url)
        ),
    )


def _units(edition: Edition, whole: Overview) -> Iterator[CompareColumn]:
    """Give the units of the first level, with their points period by period."""
    card, periods = whole.scorecard, whole.periods[:MOST_PERIODS]
    points = [_points(period_of(edition.world.records, card.id, p.id), card) for p in periods]
    for unit in whole.units:
        if unit.level == card.levels[0]:
            yield CompareColumn(
                id=unit.id,
                unit=Link(label=unit.name, url=addresses.of_unit(card.id, unit.id)),
                points=tuple(printing.points_cell(card, found.get(unit.id)) for found in points),
            )


def _points(result: PeriodResult | None, card: Scorecard) -> dict[str, Decimal | None]:
    """Give the points of the first level's units in a period."""
    levels = result.levels if result else ()
    return {
        standing.unit.id: standing.score.points
        for level in levels
        if level.level == card.levels[0]
        for standing in level.standings
    }


def _keys(edition: Edition) -> Iterator[str]:
    return (found.scorecard.id for found in overviews(edition.world.records) if found.units)


COMPARISON = PageFamily(keys=_keys, pages=_pages)
