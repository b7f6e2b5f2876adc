"""What one article more costs, when there are ever more of them."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from plugins.workshop.benchmark.bench import laid_out, say, sizes
from plugins.workshop.benchmark.cases import CASES
from plugins.workshop.benchmark.results import Rows, number, row_of_runs

MEASURED = ("cold", "edit")
MICRO = 1_000_000


def grown(root: Path, names: Sequence[str], articles: int, rounds: int) -> dict[str, Rows]:
    """Measure a cold build and an edit on a hundredth of the articles, a tenth, and all."""
    found = {}
    for size in sizes(articles):
        say(f"growth: {size} bài")
        with tempfile.TemporaryDirectory(prefix="do-") as folder:
            bench = laid_out(root, Path(folder), names, size)
            bench.warmed_up()
            found[str(size)] = {
                case: {
                    name: row_of_runs(runs)
                    for name, runs in bench.runs(CASES[case], rounds).items()
                }
                for case in MEASURED
            }
    return found


def cold_per_article(grown_rows: dict[str, Rows], name: str) -> dict[str, float]:
    """Give the milliseconds of a cold build for each article, by size."""
    return {
        size: round(1000 * _seconds(rows, "cold", name) / int(size), 3)
        for size, rows in grown_rows.items()
    }


def warm_per_article(grown_rows: dict[str, Rows], name: str) -> dict[str, float]:
    """Give the microseconds that each article more adds to an edit, from size to size."""
    found = {}
    steps = list(grown_rows.items())
    for (small, before), (large, after) in pairwise(steps):
        more = _seconds(after, "edit", name) - _seconds(before, "edit", name)
        found[f"{small}-{large}"] = round(MICRO * more / (int(large) - int(small)), 1)
    return found


def _seconds(rows: Rows, case: str, name: str) -> float:
    return number(rows[case][name], "median_seconds")
