"""What several pages of scorecards share: sources with numbers, rankings, provenance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from plugins.newsroom.view_parts import Link
from plugins.scorecards.model import (
    Criterion,
    LevelResult,
    Overview,
    Period,
    PeriodResult,
    Scorecard,
    addresses,
)
from plugins.scorecards.pages import printing
from plugins.scorecards.pages.view import Provenance, RankingTable, RankRow, SourceNote
from plugins.vietnamese.dates import short_date

ADDRESS: Final = re.compile(r"https?://\S+")
REVIEWED_EVERY: Final = 6
"""Months between two reviews of published data."""
MOST_PARTS: Final = 10


class Sources:
    """The sources of a page's figures, numbered in the order in which they are met."""

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers: dict[str, int] = {}

    def number(self, source: str) -> int:
        """Give a source's number on this page."""
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    @property
    def notes(self) -> tuple[SourceNote, ...]:
        """Give all of them in order."""
        return tuple(
            SourceNote(number=number, text=text, url=_address_in(text))
            for text, number in self._numbers.items()
        )


def _address_in(text: str) -> str:
    """Give the address in a source's words, when it is whole and there is only one."""
    found = ADDRESS.findall(text)
    return found[0] if len(found) == 1 and "…" not in found[0] else ""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A period as it is shown: beside the one before if both can be compared, and to whom."""

    card: Scorecard
    result: PeriodResult
    before: PeriodResult | None
    ours: tuple[str, ...]

    def earlier(self, level: LevelResult) -> LevelResult | None:
        """Give the same level of the period before."""
        levels = self.before.levels if self.before else ()
        return next((x for x in levels if (x.level, x.parent) == (level.level, level.parent)), None)


def ranking(shown: Shown, level: LevelResult) -> RankingTable:
    """Make the ranking of one level."""
    card, period = shown.card, shown.result.period
    sources = Sources()
    areas = _shown_areas(card, period, level)
    rows = tuple(_rows(shown, level, areas, sources))
    return RankingTable(
        id=f"hang-{level.level}",
        caption=f"{card.short_name} {period.name}: {printing.LEVELS[level.level]}",
        points_name=printing.points_name(card),
        has_changes=any(row.change for row in rows),
        has_tiers=any(row.tier for row in rows),
        part_names=tuple(area.name for area in areas),
        rows=rows,
        sources=sources.notes,
    )


def _shown_areas(card: Scorecard, period: Period, level: LevelResult) -> tuple[Criterion, ...]:
    """Give the areas for which anybody has points, when they are few enough for a table."""
    given = {name for standing in level.standings for name, _ in standing.score.parts}
    areas = tuple(area for area in card.areas_of(period.id) if area.id in given)
    return areas if len(areas) <= MOST_PARTS else ()


def _rows(
    shown: Shown, level: LevelResult, areas: Sequence[Criterion], sources: Sources
) -> Iterator[RankRow]:
    card, before = shown.card, shown.earlier(level)
    earlier = {s.unit.id: s.score for s in before.standings} if before else {}
    for standing in level.standings:
        score, unit, points = standing.score, standing.unit, dict(standing.score.parts)
        yield RankRow(
            rank=printing.rank_cell(score),
            unit=Link(label=unit.short_name, url=addresses.of_unit(card.id, unit.id)),
            points=printing.points_cell(card, score.points),
            change=printing.change_said(score, earlier.get(unit.id)),
            tier=score.tier,
            parts=tuple(printing.points_cell(card, points.get(area.id)) for area in areas),
            remarks=tuple(printing.remarks(card, standing)),
            source=sources.number(score.source),
            is_ours=unit.id in shown.ours,
        )


def comparable(now: PeriodResult, before: PeriodResult | None) -> bool:
    """Say whether ranks of two periods may be held against each other: one method, one system."""
    return before is not None and before.method.id == now.method.id


def period_before(overview: Overview, period: str) -> str:
    """Give the id of the period before, or nothing."""
    ids = [found.id for found in overview.periods]
    place = ids.index(period) + 1
    return ids[place] if place < len(ids) else ""


def periods_of(overview: Overview, current: str = "") -> tuple[Link, ...]:
    """Lead to every period, newest first."""
    card = overview.scorecard.id
    return tuple(
        Link(
            label=p.name.removeprefix("năm "),
            url=addresses.of_period(card, p.id),
            current=p.id == current,
        )
        for p in overview.periods
    )


def provenance(card: Scorecard, *names: str, period: str = "") -> Provenance:
    """Say how current the figures are, under which terms, and where they are as data."""
    reviewed = card.reviewed_on
    updated = card.posted_on(period) if period else card.updated_on()
    return Provenance(
        updated=short_date(updated) if updated else "",
        next_review=short_date(_later(reviewed)) if reviewed else "",
        licence=card.licence,
        downloads=tuple(
            Link(label=name, url=addresses.of_data(card.id, name), note=_form(name))
            for name in names
        ),
    )


def updated(card: Scorecard) -> str:
    """Give the last day on which a scorecard's figures were touched, as entries write it."""
    day = card.updated_on()
    return day.isoformat() if day else ""


def _later(day: date) -> date:
    """Give the day half a year later; the last days of a month move to the 28th."""
    months = day.month - 1 + REVIEWED_EVERY
    return date(day.year + months // 12, months % 12 + 1, min(day.day, 28))


def _form(name: str) -> str:
    return name.rpartition(".")[2].upper()


def crumbs(card: Scorecard) -> tuple[Link, ...]:
    """Lead from a page of a scorecard to the scorecard, and to all of them."""
    return addresses.HOME, Link(label=card.short_name, url=addresses.of_card(card.id))
