"""Setting words and marks in a picture so that none lies on another (đặt chữ, đặt dấu)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, hypot
from typing import Final

from plugins.scorecards.pages.charts.shapes import Dot, Word
from plugins.vietnamese.normalise import nfc

WIDTH: Final = 360
"""How wide every picture is, in its own units."""
LINE: Final = 18
"""From one line of words to the next; words are 15 units high on the smallest screens."""
LETTER: Final = 8.0
"""The width of a letter, on the safe side: the fallback font's is 7.7 on average."""
ASCENT: Final = 14
DESCENT: Final = 4
STEP: Final = 3.0
"""How densely a line is felt for."""

Place = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The room that a line of words takes up."""

    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Say whether two boxes share room."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, place: Place) -> bool:
        """Say whether a place lies within."""
        return self.left < place[0] < self.right and self.top < place[1] < self.bottom


def short(length: float) -> str:
    """Print a length for an attribute: 12.0 → «12», 3.14159 → «3.1»."""
    return f"{round(length, 1) + 0:g}"


def width_of(text: str) -> float:
    """Estimate how wide words are."""
    return len(nfc(text)) * LETTER


def word(place: Place, text: str, anchor: str = "start") -> Word:
    """Set words at a place."""
    return Word(x=short(place[0]), y=short(place[1]), text=text, anchor=anchor)


def dot(place: Place) -> Dot:
    """Set a dot at a place."""
    return Dot(x=short(place[0]), y=short(place[1]))


def path(places: Iterable[Place]) -> str:
    """Draw a line through places."""
    return "".join(
        f"{'L' if number else 'M'}{short(x)} {short(y)}" for number, (x, y) in enumerate(places)
    )


def diamond(place: Place, size: float) -> str:
    """Draw a diamond; `size` is from its middle to a corner."""
    x, y = place
    return path([(x, y - size), (x + size, y), (x, y + size), (x - size, y)]) + "Z"


def wrapped(text: str, width: float) -> Iterator[str]:
    """Break words into lines that are not wider; a single word is never broken."""
    line: list[str] = []
    for part in text.split():
        if line and width_of(" ".join((*line, part))) > width:
            yield " ".join(line)
            line = []
        line.append(part)
    yield " ".join(line)


def box_of(place: Place, text: str, anchor: str = "middle") -> Box:
    """Give the room of a line of words."""
    x, y = place
    width = width_of(text)
    left = x - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    return Box(left=left, right=left + width, top=y - ASCENT, bottom=y + DESCENT)


def felt(places: Sequence[Place]) -> Iterator[Place]:
    """Give places along a line, close enough that no word slips between them."""
    yield from places[:1]
    for (x, y), (to_x, to_y) in pairwise(places):
        parts = max(1, ceil(hypot(to_x - x, to_y - y) / STEP))
        for part in range(1, parts + 1):
            yield x + (to_x - x) * part / parts, y + (to_y - y) * part / parts


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Move middles apart so that sizes do not overlap, in their order, between two limits.

    They stay as near to what is wanted as a push down and a push back allow; too many for the room
    run over the lower limit.
    """
    order = sorted(range(len(wanted)), key=lambda at: (wanted[at], at))
    found = list(wanted)
    edge = low
    for at in order:
        found[at] = max(found[at], edge + sizes[at] / 2)
        edge = found[at] + sizes[at] / 2
    edge = high
    for at in reversed(order):
        found[at] = min(found[at], edge - sizes[at] / 2)
        edge = found[at] - sizes[at] / 2
    return found


class Sheet:
    """A part of a picture on which words look for a free place."""

    def __init__(self, room: Box, lines: Iterable[Sequence[Place]]) -> None:
        """Begin with the lines that words shall not cover."""
        self._room = room
        self._inked = [place for line in lines for place in felt(line)]
        self._taken: list[Box] = []

    def set(self, text: str, near: Iterable[Place], *, close: bool = False) -> Word:
        """Set words where they cover little and are near to one of some places, the first at best.

        `close` words stand right above or below it; others may go to the edge of the room.
        """
        options = [(at, y) for at in near for y in self._heights(at, close=close)]
        at, y = min(options, key=lambda option: self._cost(option[0], option[1], text))
        place = self._inside(at, y, text)
        self._taken.append(box_of(place, text))
        return word(place, text, "middle")

    def _heights(self, at: Place, *, close: bool) -> Iterator[float]:
        yield at[1] - DESCENT - 5
        yield at[1] + ASCENT + 5
        if not close:
            yield self._room.top + ASCENT
            yield self._room.bottom - DESCENT

    def _inside(self, at: Place, y: float, text: str) -> Place:
        """Push words sideways into the room."""
        half = width_of(text) / 2
        return min(max(at[0], self._room.left + half), self._room.right - half), y

    def _cost(self, at: Place, y: float, text: str) -> float:
        """Weigh what words would cover, other words most, and how far away they would be."""
        box = box_of(self._inside(at, y, text), text)
        words = sum(box.meets(other) for other in self._taken)
        return 1000 * words + 3 * sum(map(box.holds, self._inked)) + abs(y - at[1])
