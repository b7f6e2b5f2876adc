"""One panel of a trend: axis, lines, dots, and words where nothing is covered (một khung)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from plugins.scorecards.model import SeriesPoint
from plugins.scorecards.pages.charts.axis import Plot, printed
from plugins.scorecards.pages.charts.drawing import (
    LINE,
    Box,
    Place,
    Sheet,
    dot,
    path,
    short,
    width_of,
    word,
)
from plugins.scorecards.pages.charts.measure import Measure
from plugins.scorecards.pages.charts.runs import Stretch, runs, short_name, slot_of
from plugins.scorecards.pages.charts.shapes import Dot, TrendPanel, Word

PLOT: Final = 180
"""How high the field between the axes is."""
INSIDE: Final = 26
"""Room above the highest and below the lowest value, for the words at them."""
MEDIAN: Final = "trung vị"
NAMELESS: Final = "đơn vị này"
BETWEEN_PERIODS: Final = 10
MANY: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where a stretch is drawn; `top` is that of the field, its heads stand above."""

    stretch: Stretch
    left: float
    right: float
    top: float

    @property
    def bottom(self) -> float:
        """Give the bottom of the field."""
        return self.top + PLOT


def edges(stretch: Stretch, measure: Measure) -> tuple[float, float]:
    """Give the room beside the dots: for the numbers of the axis, for half a period's name."""
    half = max(width_of(short_name(point.period)) for point in stretch.points) / 2
    numbers = max(map(width_of, printed(measure.axis(stretch))))
    return numbers + 6 + half, half + 2


def panel(frame: Frame, measure: Measure, name: str) -> TrendPanel:
    """Draw one panel; `name` is that of the line, empty where another panel names it."""
    plot = _plot(frame, measure)
    points = frame.stretch.points
    own, median = _lines(points, plot, measure.value), _lines(points, plot, measure.median)
    room = Box(left=plot.left - 16, right=frame.right, top=frame.top, bottom=frame.bottom)
    sheet = Sheet(room, (*own, *median))
    values = tuple(_values(points, plot, measure, sheet))
    names = _names(sheet, own, median, name, room)
    return TrendPanel(
        name=word((frame.left, frame.top - LINE - 10), measure.name(frame.stretch)),
        notes=tuple(_notes(frame, plot, measure)),
        grid=_grid(frame, plot, measure),
        line="".join(path(line) for line in own if len(line) > 1),
        dots=_dots(own),
        words=(*values, *names[0]),
        median="".join(path(line) for line in median if len(line) > 1),
        median_dots=tuple(dot(line[0]) for line in median if len(line) == 1),
        median_words=names[1],
    )


def _plot(frame: Frame, measure: Measure) -> Plot:
    left, right = edges(frame.stretch, measure)
    numbers = measure.axis(frame.stretch)
    first, last = frame.stretch.slots
    return Plot(
        left=frame.left + left,
        right=frame.right - right,
        top=frame.top + INSIDE,
        bottom=frame.bottom - INSIDE,
        first=first,
        last=last,
        bottom_value=numbers[0],
        top_value=numbers[-1],
    )


def _lines(
    points: Sequence[SeriesPoint], plot: Plot, value: Callable[[SeriesPoint], Decimal | None]
) -> list[list[Place]]:
    return [[plot.place(*pair) for pair in run] for run in runs(points, value)]


def _dots(lines: Sequence[Sequence[Place]]) -> tuple[Dot, ...]:
    """Mark every value, or only the ends of lines where values are many."""
    if sum(map(len, lines)) <= MANY:
        return tuple(dot(place) for line in lines for place in line)
    return tuple(dot(place) for line in lines for place in dict.fromkeys((line[0], line[-1])))


def _values(
    points: Sequence[SeriesPoint], plot: Plot, measure: Measure, sheet: Sheet
) -> Iterator[Word]:
    """Print the last value and the first."""
    given = [pair for run in runs(points, measure.value) for pair in run]
    for slot, value in dict.fromkeys((given[-1], given[0])):
        yield sheet.set(measure.printed(value), [plot.place(slot, value)], close=True)


def _names(
    sheet: Sheet,
    own: Sequence[Sequence[Place]],
    median: Sequence[Sequence[Place]],
    name: str,
    room: Box,
) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Name the lines at the place where a name covers least, from the latest value backwards."""
    if not name:
        return (), ()
    fitting = name if width_of(name) <= room.right - room.left else NAMELESS
    ours = sheet.set(fitting, _backwards(own))
    return (ours,), tuple(sheet.set(MEDIAN, _backwards(median)) for _ in median[:1])


def _backwards(lines: Sequence[Sequence[Place]]) -> list[Place]:
    return [place for line in reversed(lines) for place in reversed(line)]


def _grid(frame: Frame, plot: Plot, measure: Measure) -> str:
    left = plot.left - edges(frame.stretch, measure)[1]
    return "".join(
        f"M{short(left)} {short(plot.y(value))}H{short(frame.right)}"
        for value in measure.axis(frame.stretch)
    )


def _notes(frame: Frame, plot: Plot, measure: Measure) -> Iterator[Word]:
    """Give the words of the axes, and why the panel stands apart."""
    if frame.stretch.reason:
        yield word((frame.left, frame.top - 8), frame.stretch.reason)
    numbers = measure.axis(frame.stretch)
    right = plot.left - edges(frame.stretch, measure)[1] - 5
    for value, text in zip(numbers, printed(numbers), strict=True):
        yield word((right, plot.y(value) + 5), text, "end")
    for point in _told(frame.stretch.points, plot):
        x = plot.x(slot_of(point.period))
        yield word((x, frame.bottom + LINE), short_name(point.period), "middle")


def _told(points: Sequence[SeriesPoint], plot: Plot) -> Iterator[SeriesPoint]:
    """Choose the periods that are named: the last, those before it with room, the first."""
    free = float("inf")
    first = plot.x(slot_of(points[0].period))
    half = max(width_of(short_name(point.period)) for point in points) / 2
    for point in reversed(points):
        x = plot.x(slot_of(point.period))
        beside_first = x - first >= 2 * half + BETWEEN_PERIODS or point is points[0]
        if x + half <= free and beside_first:
            yield point
            free = x - half - BETWEEN_PERIODS
