"""The shapes of charts as templates see them: places reckoned, words printed.

Lengths are in units of a picture 360 wide; they are short texts that an attribute takes as it is.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartTable:
    """The figures of a chart in words and numbers; the first cell of a row heads it."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Words in a picture: where their line stands, and whether that is start, middle or end."""

    x: str
    y: str
    text: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A round dot in a picture."""

    x: str
    y: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What every chart has (biểu đồ): its name, one sentence, and the figures for who cannot see.

    `id` is unique on the page; `desc` tells every labelled value; `table` is the alternative.
    """

    id: str
    title: str
    reading: str
    desc: str
    table: ChartTable
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPanel:
    """The results of one method: lines, dots and words; `notes` are ticks, periods and remarks."""

    name: Word
    notes: tuple[Word, ...]
    grid: str
    line: str
    dots: tuple[Dot, ...]
    words: tuple[Word, ...]
    median: str
    median_dots: tuple[Dot, ...]
    median_words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendChart(Chart):
    """A unit's results in the course of time (diễn biến); `breaks` are the lines between panels."""

    panels: tuple[TrendPanel, ...]
    breaks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of a profile: `full` is how long it can get, empty when nobody knows."""

    y: str
    length: str
    full: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileChart(Chart):
    """A unit's areas in one period, with the marks of all units (hồ sơ lĩnh vực)."""

    bars: tuple[Bar, ...]
    medians: str
    bests: str
    names: tuple[Word, ...]
    points: tuple[Word, ...]
    legend: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlopeLine:
    """A unit's way from one rank to another: `kind` is `ours`, `rose` or `fell`.

    `leads` go from the dots to their words.
    """

    kind: str
    path: str
    leads: str
    dots: tuple[Dot, ...]
    rank: Word
    name: tuple[Word, ...]
    change: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class SlopeChart(Chart):
    """Ranks from one period to the next (đổi hạng)."""

    heads: tuple[Word, ...]
    lines: tuple[SlopeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DistributionChart(Chart):
    """The totals of all units on one axis (phân bố điểm); `radius` is that of a dot."""

    radius: str
    axis: str
    dots: tuple[Dot, ...]
    quarters: str
    quarter_words: tuple[Word, ...]
    ends: tuple[Word, ...]
    ours: str
    ours_words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """Points in an area, and in which fifth of all units they are: 5 is the highest, 0 unknown."""

    text: str
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """A unit's areas."""

    unit: str
    cells: tuple[HeatCell, ...]
    is_ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatTable:
    """Units by areas, each area in fifths (bảng nhiệt): its own table is the picture."""

    id: str
    title: str
    reading: str
    caption: str
    areas: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    legend: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spark:
    """A small line that shows the way of a unit's rank or points; `title` says its two ends."""

    id: str
    title: str
    line: str
    dots: tuple[Dot, ...]
    last: Dot
