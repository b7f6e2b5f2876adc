"""The nouns of what came out: a score, a sheet, a ranking, a series; what pages look up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plugins.newsroom.registers import Spot
from plugins.scorecards.model.definition import TOTAL, Method, Period, Scorecard, Unit

NEARLY_ALL = 0.9
"""Where less than so much of a level is known, nothing is said of the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one source says of one unit in one period (điểm, thứ hạng).

    Points and ranks that the source does not state are None. `ranked` is how many units were
    ranked; `parts` are points by criterion; `derived` marks what was inferred from a sentence,
    `rank_computed` a rank that is ours; `corrected_on` and `reason` stand on a row that corrects an
    earlier one; `confirmed` is why a striking figure is right.
    """

    unit: str
    points: Decimal | None
    rank: int | None
    ranked: int | None
    tier: str = ""
    parts: tuple[tuple[str, Decimal], ...] = ()
    source: str
    note: str = ""
    derived: bool = False
    rank_computed: bool = False
    corrected_on: date | None = None
    reason: str = ""
    confirmed: str = ""
    spot: Spot

    @property
    def given(self) -> tuple[tuple[str, Decimal], ...]:
        """Give all points by criterion, the total among them as `tong`."""
        return self.parts if self.points is None else ((TOTAL, self.points), *self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheet:
    """The results of one period (bảng điểm của một kỳ), in the order of the file."""

    period: Period
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreBook:
    """A scorecard with all its sheets, by time, and the units that they may name (sổ điểm)."""

    scorecard: Scorecard
    sheets: tuple[ScoreSheet, ...]
    units: Mapping[str, Unit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A unit's result in a period as pages show it (kết quả của một đơn vị).

    `score` is what holds now; `others` say something else by another source; `earlier` are the
    rows that corrections replaced, oldest first.
    """

    unit: Unit
    score: Score
    others: tuple[Score, ...] = ()
    earlier: tuple[Score, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Middle:
    """Where the ranked units of a level stand together: medians and best points by criterion.

    The total has the id `tong`. Both have only what nearly all have,
    at least three units.
    """

    counted: int
    median: tuple[tuple[str, Decimal], ...] = ()
    best: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelResult:
    """The ranking of one level in a period (bảng xếp hạng): best first, those without a rank last.

    `parent` is set where the units of a level are shown by what they belong to: the communes of a
    province.
    """

    level: str
    parent: str
    standings: tuple[Standing, ...]
    middle: Middle

    @property
    def is_nearly_whole(self) -> bool:
        """Say whether nine tenths of those that were ranked are there: «the best» can be said."""
        known = sum(standing.score.rank is not None for standing in self.standings)
        return known >= self.middle.counted * NEARLY_ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodResult:
    """All that a period's pages show: a record of a dataset, `ky 2022`."""

    period: Period
    method: Method
    levels: tuple[LevelResult, ...]

    @property
    def parents(self) -> tuple[str, ...]:
        """Name whose lower units have a page of their own: nobody when only one has any."""
        found = tuple(dict.fromkeys(level.parent for level in self.levels if level.parent))
        return found if len(found) > 1 else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPoint:
    """A unit's result in one period of its series, beside the middle of its level then."""

    period: Period
    method: str
    scale: Decimal
    standing: Standing
    middle: Middle


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSeries:
    """All results of a unit, oldest first: a record of a dataset, `don-vi tinh-binh-dinh`.

    `kin` are the ids of those that it succeeds or that succeed it: shown beside it, never joined.
    """

    unit: Unit
    points: tuple[SeriesPoint, ...]
    kin: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitName:
    """A unit in a list: enough to lead to its page."""

    id: str
    name: str
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What a scorecard's pages need to know of it as a whole: the record of a dataset's own name.

    `periods` are those with a sheet, newest first; `units` every unit that has a result.
    """

    scorecard: Scorecard
    periods: tuple[Period, ...]
    units: tuple[UnitName, ...]
    sources: tuple[str, ...] = ()

    def unit_ids(self) -> Iterator[str]:
        """Give the id of every unit that has a result."""
        return (unit.id for unit in self.units)
