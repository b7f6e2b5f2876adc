"""The nouns of a scorecard's definition: what is measured, who is measured, in which periods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plugins.newsroom.registers import Dated, Spot

TOTAL = "tong"
"""The id under which a sheet gives the points of the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A year, a quarter or a month that is assessed (kỳ đánh giá): `2022`, `2025-q1`, `2025-03`."""

    id: str
    name: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From one period to another by their ids, both taken in; empty means without an end."""

    since: str = ""
    until: str = ""

    def holds(self, period: str) -> bool:
        """Say whether a period lies within: ids of one scorecard sort by time."""
        return (not self.since or self.since <= period) and (not self.until or period <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """An area (lĩnh vực), a criterion (tiêu chí) or a sub-criterion, and its maximum of points.

    `parent` is the id of what it is part of, empty for an area; `max_points` is None when no source
    states it.
    """

    id: str
    name: str
    parent: str
    max_points: Decimal | None
    span: Span
    note: str
    spot: Spot

    def meets(self, other: Criterion) -> bool:
        """Say whether both are in force in any period."""
        begins = max(self.span.since, other.span.since)
        ends = [span.until for span in (self.span, other.span) if span.until]
        return not ends or begins <= min(ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How a scorecard was made in some periods (phiên bản phương pháp).

    `scale` is the highest total; `total` says how it arises: `tong` (sum of the areas),
    `trung-binh` (their mean), `cong-bo` (as published: weights or surveys are not in the sheet);
    `tolerance` is how far a total may be from it, in points; `ranks` is `cong-bo` when the
    publisher ranks, `tu-tinh` when ranks are ours, `khong` when there are none; `system` is set
    where the units are those of a system that did not yet hold in the period: DTI 2024 was
    published for the 34 provinces of 2025. Series are never joined across methods.
    """

    id: str
    span: Span
    scale: Decimal
    total: str
    tolerance: Decimal
    ranks: str
    system: str
    note: str
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """A scorecard (bộ chỉ số): what it measures, by whom, on which scale.

    `posted` says on which day a period's results were put on the site, by the period's id.
    """

    id: str
    name: str
    short_name: str
    description: str
    method_text: str
    publisher: str
    website: str
    legal_basis: tuple[str, ...]
    licence: str
    levels: tuple[str, ...]
    period_kind: str
    unit_text: str
    places: int
    higher_is_better: bool
    tiers: tuple[str, ...]
    note: str
    reviewed_on: date | None
    posted: tuple[tuple[str, date], ...]
    methods: tuple[Method, ...]
    criteria: tuple[Criterion, ...]
    spot: Spot

    def method_of(self, period: str) -> Method | None:
        """Give the method that a period was made by."""
        return next((method for method in self.methods if method.span.holds(period)), None)

    def posted_on(self, period: str) -> date | None:
        """Give the day on which a period's results were put on the site, if it is known."""
        return dict(self.posted).get(period)

    def updated_on(self) -> date | None:
        """Give the last day on which anything of it was posted or reviewed."""
        days = [day for _, day in self.posted]
        return max([*days, *([self.reviewed_on] if self.reviewed_on else [])], default=None)

    def areas_of(self, period: str) -> tuple[Criterion, ...]:
        """Give the areas of a period, in the editors' order."""
        return tuple(c for c in self.criteria if not c.parent and c.span.holds(period))

    def parts_of(self, parent: str, period: str) -> tuple[Criterion, ...]:
        """Give the direct parts of an area or a criterion in a period."""
        return tuple(c for c in self.criteria if c.parent == parent and c.span.holds(period))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Who is measured (đơn vị được đánh giá): a province, a ministry, a department, a commune.

    `codes` are `(system, statistics code)`: a code means nothing without its system; `url` is the
    page of the agency or locality, if the site has one.
    """

    id: str
    name: str
    short_name: str
    level: str
    codes: tuple[tuple[str, str], ...]
    parent: str
    validity: Dated
    successor: str
    url: str
    spot: Spot
