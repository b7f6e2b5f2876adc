"""What the engine is to reach, as shares of Hugo's time in the same run (mức phải đạt)."""

from __future__ import annotations

SMALL, LARGE = 1_000, 10_000
#: From ten thousand articles on.
BARS = {
    "edit": 0.06,
    "noop": 0.05,
    "title": 0.1,
    "template": 0.9,
    "css": 0.9,
    "clone": 0.25,
    "clone-cache": 0.25,
    "preview": 0.08,
    "cold": 1.3,
}
SMALL_BARS = {"cold": 1.6}
#: How many times faster than a plain Pelican, from nothing.
TIMES_PELICAN = 4
MEMORY_BARS = {"cold": 0.35}
#: At a hundred thousand articles, where Hugo's share would say little (giây và byte).
EDIT_SECONDS, EDIT_BYTES = 2.0, 600_000_000
#: How much more an article may cost when there are ten times as many: cold, in percent of the
#: smaller size; warm, in microseconds for each article more.
COLD_GROWTH, WARM_GROWTH = 15, 10


def bar(case: str, articles: int) -> float | None:
    """Give the share that a case may take at most."""
    if articles < SMALL:
        return None
    return (BARS if articles >= LARGE else SMALL_BARS).get(case)


def memory_bar(case: str, articles: int) -> float | None:
    """Give the share of Hugo's memory that a case may take at most."""
    return MEMORY_BARS.get(case) if articles >= LARGE else None
