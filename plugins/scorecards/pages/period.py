"""A period of a scorecard: rankings and charts; communes by province on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily
from plugins.newsroom.heads import listing_head, save_as, stable_id
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.view_parts import Facet, Link
from plugins.scorecards.model import LevelResult, Overview, PeriodResult, addresses
from plugins.scorecards.pages import parts, printing
from plugins.scorecards.pages.charts.distribution import distribution
from plugins.scorecards.pages.charts.heat import heat
from plugins.scorecards.pages.charts.shapes import SlopeChart
from plugins.scorecards.pages.charts.slope import slope
from plugins.scorecards.pages.dataset import with_dataset
from plugins.scorecards.pages.ours import ours_in
from plugins.scorecards.pages.parts import Shown
from plugins.scorecards.pages.view import LevelBlock, PeriodView
from plugins.scorecards.reading.looking_up import must, overview, period_keys, period_of, ranks_of


def _pages(edition: Edition, key: str) -> Iterator[Page]:
    card, _, period = key.partition(" ")
    whole = must(overview(edition.world.records, card))
    result = period_of(edition.world.records, card, period)
    if result is None:
        return
    earlier = parts.period_before(whole, period)
    before = ranks_of(edition.world.records, card, earlier)
    making = _Making(edition, whole, result, before)
    yield making.page("")
    for parent in result.parents:
        yield making.page(parent)


class _Making:
    """The pages of one period."""

    def __init__(
        self,
        edition: Edition,
        whole: Overview,
        result: PeriodResult,
        before: PeriodResult | None,
    ) -> None:
        self._edition, self._whole, self._result = edition, whole, result
        self._card = whole.scorecard
        self._shown = Shown(
            card=whole.scorecard,
            result=result,
            before=before if parts.comparable(result, before) else None,
            ours=ours_in(edition, whole),
        )
        self._names = {unit.id: unit.name for unit in whole.units}

    def page(self, parent: str) -> Page:
        """Make the page of the whole period, or of a province's units."""
        card, period, site = self._card, self._result.period, self._edition.site
        url = addresses.of_period(card.id, period.id, parent)
        of = f": {self._names.get(parent, parent)}" if parent else ""
        title = f"{card.short_name} {period.name}{of}"
        description = f"Bảng xếp hạng {card.name}, {period.name}{of}."
        head = listing_head(
            site, title=title, description=description, url=url, crumbs=parts.crumbs(card)
        )
        files = (f"{period.id}.csv", f"{period.id}.json")
        return Page(
            template="period.html",
            save_as=save_as(url),
            view=PeriodView(
                head=head if parent else with_dataset(head, site, card, [period], *files),
                title=title,
                description=description,
                blocks=tuple(block(self._shown, x) for x in self._levels(parent)),
                parents=None if parent else self._parents(),
                periods=parts.periods_of(self._whole, period.id),
                provenance=parts.provenance(card, *files, period=period.id),
                notice=self._result.method.note,
            ),
            search=self._entry(title, description, url),
        )

    def _entry(self, title: str, summary: str, url: str) -> SearchEntry:
        """Announce a period that says when it was posted in the feed of all scorecards."""
        posted = self._card.posted_on(self._result.period.id)
        return SearchEntry(
            title=title,
            kind="listing",
            summary=summary,
            published=posted.isoformat() if posted else "",
            listed_in=(addresses.HOME.url,) if posted else (),
            stable_id=stable_id(self._edition.site, url),
        )

    def _levels(self, parent: str) -> tuple[LevelResult, ...]:
        apart = self._result.parents
        return tuple(
            x for x in self._result.levels if (x.parent if x.parent in apart else "") == parent
        )

    def _parents(self) -> Facet | None:
        links = tuple(
            Link(
                label=self._names.get(parent, parent),
                url=addresses.of_period(self._card.id, self._result.period.id, parent),
            )
            for parent in self._result.parents
        )
        return Facet(name="Xã, phường theo tỉnh", links=links) if links else None


def block(shown: Shown, level: LevelResult) -> LevelBlock:
    """Make a level's ranking and charts."""
    card, period = shown.card, shown.result.period
    return LevelBlock(
        heading=printing.LEVELS[level.level].capitalize(),
        table=parts.ranking(shown, level),
        slope=_slope(shown, level),
        distribution=distribution(level, card, ours=shown.ours, id=f"phan-bo-{level.level}"),
        heat=heat(level, card, period, ours=shown.ours, id=f"linh-vuc-{level.level}"),
    )


def _slope(shown: Shown, level: LevelResult) -> SlopeChart | None:
    before, earlier = shown.before, shown.earlier(level)
    if before is None or earlier is None:
        return None
    if not (earlier.is_nearly_whole and level.is_nearly_whole):
        return None
    return slope(
        earlier,
        level,
        shown.card,
        ours=shown.ours,
        id=f"doi-hang-{level.level}",
        before_name=before.period.name,
        after_name=shown.result.period.name,
    )


PERIOD = PageFamily(keys=lambda edition: period_keys(edition.world.records), pages=_pages)
