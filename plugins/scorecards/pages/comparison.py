"""Units beside each other: a table of all, of which a script shows those in the address."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily
from plugins.newsroom.heads import listing_head, save_as, stable_id
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.view_parts import Link
from plugins.scorecards.model import Overview, addresses
from plugins.scorecards.pages import parts, printing
from plugins.scorecards.pages.view import CompareColumn, CompareView
from plugins.scorecards.reading.looking_up import must, overview, overviews, period_of

DESCRIPTION = "Chọn tối đa bốn đơn vị; địa chỉ trang giữ lựa chọn để gửi cho người khác."
MOST_PERIODS = 24


def _pages(edition: Edition, key: str) -> Iterator[Page]:
    whole = must(overview(edition.world.records, key))
    card = whole.scorecard
    url, title = addresses.of_comparison(key), f"So sánh: {card.short_name}"
    crumbs = (addresses.HOME, Link(label=card.short_name, url=addresses.of_card(key)))
    yield Page(
        template="comparison.html",
        save_as=save_as(url),
        view=CompareView(
            head=listing_head(
                edition.site, title=title, description=DESCRIPTION, url=url, crumbs=crumbs
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
    card = whole.scorecard
    points: dict[str, dict[str, str]] = {}
    for period in whole.periods[:MOST_PERIODS]:
        result = period_of(edition.world.records, card.id, period.id)
        for level in result.levels if result else ():
            for s in level.standings:
                cell = printing.points_cell(card, s.score.points)
                points.setdefault(s.unit.id, {})[period.id] = cell
    for unit in whole.units:
        if unit.level == card.levels[0]:
            cells = points.get(unit.id, {})
            yield CompareColumn(
                id=unit.id,
                unit=Link(label=unit.name, url=addresses.of_unit(card.id, unit.id)),
                points=tuple(
                    cells.get(period.id, printing.NONE) for period in whole.periods[:MOST_PERIODS]
                ),
            )


def _keys(edition: Edition) -> Iterator[str]:
    return (card for card, found in overviews(edition) if found.units)


COMPARISON = PageFamily(keys=_keys, pages=_pages)
