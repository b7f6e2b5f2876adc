"""One scorecard: what it measures, how the province has done, the latest ranking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily
from plugins.newsroom.heads import listing_head, save_as, stable_id
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.site import Site
from plugins.newsroom.view_parts import Facet, Fact, Head, Link
from plugins.scorecards.model import Overview, Scorecard, UnitSeries, addresses
from plugins.scorecards.pages import parts, printing
from plugins.scorecards.pages.charts.profile import latest_profile
from plugins.scorecards.pages.charts.shapes import ProfileChart, TrendChart
from plugins.scorecards.pages.charts.trend import trend
from plugins.scorecards.pages.dataset import with_dataset
from plugins.scorecards.pages.ours import beside_ours, ours_in
from plugins.scorecards.pages.parts import Shown
from plugins.scorecards.pages.period import block
from plugins.scorecards.pages.view import LevelBlock, ScorecardView
from plugins.scorecards.reading.looking_up import (
    card_keys,
    must,
    overview,
    period_of,
    ranks_of,
)

PERIODS = {"nam": "hằng năm", "quy": "hằng quý", "thang": "hằng tháng"}
NO_FIGURES = (
    "Chưa có số liệu nào được đưa lên. Trang không đăng con số không có nguồn. Khi có kết quả được "
    "công bố, biên tập viên chạy «inv nhap-chi-so tệp --bo {card}», hoặc thêm tệp "
    "content/chi-so/{card}/<kỳ>.csv, mỗi dòng một đơn vị kèm nguồn."
)


def _pages(edition: Edition, key: str) -> Iterator[Page]:
    whole = must(overview(edition.world.records, key))
    card, site = whole.scorecard, edition.site
    url = addresses.of_card(key)
    yield Page(
        template="scorecard.html",
        save_as=save_as(url),
        view=_view(edition, whole, url),
        search=SearchEntry(
            title=card.short_name,
            kind="listing",
            summary=card.description,
            modified=parts.updated(card),
            stable_id=stable_id(site, url),
        ),
    )


def _view(edition: Edition, whole: Overview, url: str) -> ScorecardView:
    card = whole.scorecard
    ours = ours_in(edition, whole)
    shown = beside_ours(edition, whole, ours)
    return ScorecardView(
        head=_head(edition.site, whole, url),
        title=card.name,
        description=card.description,
        facts=tuple(_facts(card)),
        trends=tuple(_trends(card, shown)),
        profiles=tuple(_profiles(card, (x for x in shown if x.unit.id in ours))),
        latest=_latest(edition, whole, ours),
        latest_name=whole.periods[0].name if whole.periods else "",
        periods=parts.periods_of(whole),
        units=tuple(_units(whole)),
        compare=_compare(card) if whole.units else None,
        criteria=tuple(_criteria(whole)),
        provenance=parts.provenance(card, *(_downloads(card) if whole.periods else ())),
        empty="" if whole.periods else NO_FIGURES.format(card=card.id),
    )


def _head(site: Site, whole: Overview, url: str) -> Head:
    card = whole.scorecard
    head = listing_head(
        site,
        title=card.short_name,
        description=card.description,
        url=url,
        crumbs=(addresses.HOME,),
    )
    if not whole.periods:
        return head
    return with_dataset(head, site, card, whole.periods, f"{card.id}.zip")


def _trends(card: Scorecard, shown: Iterable[UnitSeries]) -> Iterator[TrendChart]:
    for series in shown:
        if chart := trend(series, card, id=f"dien-bien-{series.unit.id}"):
            yield chart


def _profiles(card: Scorecard, ours: Iterable[UnitSeries]) -> Iterator[ProfileChart]:
    """Show the areas of the latest period for which each of ours has them."""
    for series in ours:
        if chart := latest_profile(series, card, id=f"linh-vuc-{series.unit.id}"):
            yield chart


def _latest(edition: Edition, whole: Overview, ours: tuple[str, ...]) -> LevelBlock | None:
    """Give the latest ranking of the first level, which the editors name first."""
    card, records = whole.scorecard, edition.world.records
    if not whole.periods:
        return None
    result = period_of(records, card.id, whole.periods[0].id)
    earlier = parts.period_before(whole, whole.periods[0].id)
    before = ranks_of(records, card.id, earlier)
    if result is None:
        return None
    shown = Shown(
        card=card,
        result=result,
        before=before if parts.comparable(result, before) else None,
        ours=ours,
    )
    return block(shown, result.levels[0]) if result.levels else None


def _facts(card: Scorecard) -> Iterator[Fact]:
    yield Fact(name="Cơ quan công bố", value=card.publisher, url=card.website)
    yield Fact(name="Kỳ công bố", value=PERIODS[card.period_kind])
    yield Fact(name="Đơn vị được đánh giá", value=", ".join(map(printing.LEVELS.get, card.levels)))  # type: ignore[arg-type]
    if card.method_text:
        yield Fact(name="Cách làm", value=card.method_text)
    for method in card.methods:
        span = " – ".join((method.span.since or "đầu", method.span.until or "nay"))
        note = f" {method.note}" if method.note else ""
        yield Fact(name="Thang điểm", value=f"{printing.most_said(method.scale)} ({span}).{note}")
    for basis in card.legal_basis:
        yield Fact(name="Căn cứ", value=basis)
    if card.note:
        yield Fact(name="Ghi chú", value=card.note)


def _criteria(whole: Overview) -> Iterator[Fact]:
    """Name the areas of the latest period, each with its maximum where it is known."""
    card = whole.scorecard
    period = whole.periods[0].id if whole.periods else card.methods[-1].span.since
    for area in card.areas_of(period):
        most = f"tối đa {printing.most_said(area.max_points)}" if area.max_points else ""
        inner = ", ".join(part.name for part in card.parts_of(area.id, period))
        value = "; ".join(filter(None, (most, inner, area.note))) or "chưa có điểm tối đa"
        yield Fact(name=area.name, value=value)


def _units(whole: Overview) -> Iterator[Facet]:
    card = whole.scorecard
    for level in card.levels:
        links = tuple(
            Link(label=unit.name, url=addresses.of_unit(card.id, unit.id))
            for unit in whole.units
            if unit.level == level
        )
        if links:
            yield Facet(name=printing.LEVELS[level].capitalize(), links=links)


def _compare(card: Scorecard) -> Link:
    return Link(label="So sánh các đơn vị", url=addresses.of_comparison(card.id))


def _downloads(card: Scorecard) -> tuple[str, ...]:
    return (f"{card.id}.zip", "metadata.json", "datapackage.json")


SCORECARD = PageFamily(keys=lambda edition: card_keys(edition.world.records), pages=_pages)
