"""What the pages of scorecards show: finished words and shapes, one view a template."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.view_parts import Facet, Fact, Head, Link
from plugins.scorecards.pages.charts.shapes import (
    DistributionChart,
    HeatTable,
    ProfileChart,
    SlopeChart,
    Spark,
    TrendChart,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    """A source of figures: its number on the page, its words, its address if it has one."""

    number: int
    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankRow:
    """A unit in a ranking; `remarks` say what the figures are not: official, direct, undisputed."""

    rank: str
    unit: Link
    points: str
    change: str
    tier: str
    parts: tuple[str, ...]
    remarks: tuple[str, ...]
    source: int
    is_ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingTable:
    """The ranking of one level (bảng xếp hạng); `part_names` head the columns of `parts`."""

    id: str
    caption: str
    points_name: str
    has_changes: bool
    has_tiers: bool
    part_names: tuple[str, ...]
    rows: tuple[RankRow, ...]
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelBlock:
    """One level of a period: its heading, its ranking and its charts; each may be missing."""

    heading: str
    table: RankingTable
    slope: SlopeChart | None
    distribution: DistributionChart | None
    heat: HeatTable | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """A unit's result in one period, beside the median of all."""

    period: Link
    points: str
    rank: str
    change: str
    median: str
    remarks: tuple[str, ...]
    source: int


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A unit's results by period, newest first, and the sources of its figures."""

    id: str
    caption: str
    points_name: str
    rows: tuple[HistoryRow, ...]
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """A unit's latest result; `unit` is empty where there is no need to say whose it is."""

    unit: str
    figure: str
    label: str
    change: str
    spark: Spark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A scorecard in the overview, with our latest results, or why there are none."""

    link: Link
    name: str
    publisher: str
    results: tuple[Latest, ...]
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """How current a page is, and under which terms its figures may be used."""

    updated: str
    next_review: str
    licence: str
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorecardsView:
    """All scorecards (`/chi-so/`)."""

    head: Head
    title: str
    description: str
    tiles: tuple[Tile, ...]
    provenance: Provenance
    empty: str = "Chưa có bộ chỉ số nào."


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorecardView:
    """One scorecard (`/chi-so/papi/`); `empty` speaks when it has no figures."""

    head: Head
    title: str
    description: str
    facts: tuple[Fact, ...]
    trends: tuple[TrendChart, ...]
    profiles: tuple[ProfileChart, ...]
    latest: LevelBlock | None
    latest_name: str
    periods: tuple[Link, ...]
    units: tuple[Facet, ...]
    compare: Link | None
    criteria: tuple[Fact, ...]
    provenance: Provenance
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodView:
    """A period of a scorecard (`/chi-so/papi/2022/`), or the communes of one province in it."""

    head: Head
    title: str
    description: str
    blocks: tuple[LevelBlock, ...]
    parents: Facet | None
    periods: tuple[Link, ...]
    provenance: Provenance
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitView:
    """A unit's own page (`/chi-so/papi/don-vi/tinh-binh-dinh/`)."""

    head: Head
    title: str
    notice: str
    facts: tuple[Fact, ...]
    trend: TrendChart | None
    profile: ProfileChart | None
    history: History
    kin: tuple[TrendChart, ...]
    embed: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedView:
    """A unit's chart for other sites to show (`…/don-vi/tinh-binh-dinh/nhung/`), without script.

    `whole` leads to the page that it is taken from.
    """

    head: Head
    chart: TrendChart
    whole: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareColumn:
    """A unit in the table that compares: its name and its points, period by period."""

    id: str
    unit: Link
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareView:
    """Units beside each other (`/chi-so/papi/so-sanh/?don-vi=a,b`); all of them, without script."""

    head: Head
    title: str
    description: str
    periods: tuple[Link, ...]
    units: tuple[CompareColumn, ...]
    provenance: Provenance
