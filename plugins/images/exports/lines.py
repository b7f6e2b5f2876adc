"""A title broken into lines of about one length, between syllables and never inside one."""

from __future__ import annotations

from collections.abc import Callable

Measure = Callable[[str], float]


def balanced(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Break a text into as few lines as the width allows, then even them out.

    A word that is wider than the width has a line of its own; it is for the caller to see.
    """
    lines = broken(text, width, measure)
    narrow, wide = width / 2, width
    while wide - narrow > width / 64:
        middle = (narrow + wide) / 2
        closer = broken(text, middle, measure)
        if len(closer) == len(lines) and all(measure(line) <= middle for line in closer):
            lines, wide = closer, middle
        else:
            narrow = middle
    return lines


def broken(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Fill each line with as many words as it holds."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
