"""The numbers for machines: medians by case and generator, and ratios against Hugo."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from typing import TypeAlias

from plugins.workshop.benchmark.bench import Run
from plugins.workshop.benchmark.cases import CASES
from plugins.workshop.benchmark.sites import HUGO, OURS
from plugins.workshop.benchmark.watching import Saved

Row: TypeAlias = dict[str, object]
#: A row for each case and each generator.
Rows: TypeAlias = dict[str, dict[str, Row]]


def row_of_runs(runs: Sequence[Run]) -> Row:
    """Give what one case took on one site: medians, the largest memory, every time."""
    times = [round(run.cost.seconds, 3) for run in runs]
    made = [run.work.made for run in runs if run.work.made is not None]
    stages = {name for run in runs for name in run.work.stages}
    return {
        "median_seconds": statistics.median(times),
        "least_seconds": min(times),
        "seconds": times,
        "processor_seconds": round(statistics.median(run.cost.processor for run in runs), 3),
        "peak_bytes": max(run.cost.peak for run in runs),
        "largest_process_bytes": max(run.cost.largest for run in runs),
        "files_written": round(statistics.median(run.work.files for run in runs)),
        "pages_written": round(statistics.median(run.work.pages for run in runs)),
        "made": round(statistics.median(made)) if made else None,
        "stages": {
            name: round(statistics.median(run.work.stages.get(name, 0.0) for run in runs), 3)
            for name in sorted(stages)
        },
    }


def row_of_saves(saves: Sequence[Saved]) -> Row:
    """Give what saves took in one preview, and its memory after each of them."""
    times = [round(saved.seconds, 3) for saved in saves]
    told = [saved.signal for saved in saves if saved.signal is not None]
    return {
        "median_seconds": statistics.median(times),
        "seconds": times,
        "signal_seconds": round(statistics.median(told), 3) if told else None,
        "peak_bytes": max(saved.memory for saved in saves),
        "memory_bytes": [saved.memory for saved in saves],
    }


def ratios(rows: Rows, peer: str = OURS, figure: str = "median_seconds") -> dict[str, float]:
    """Divide one generator's figure by Hugo's, for each case that both have."""
    found = {}
    for case, row in rows.items():
        theirs = rows.get(against(case), {}).get(HUGO)
        if peer in row and theirs and figure in row[peer] and figure in theirs:
            found[case] = round(number(row[peer], figure) / number(theirs, figure), 4)
    return found


def number(row: Row, figure: str) -> float:
    """Give one figure of a row; one that was not measured is no number at all."""
    value = row.get(figure)
    return float(value) if isinstance(value, int | float) else float("nan")


def against(case: str) -> str:
    """Name the case of Hugo's that one is compared with: its own, where it has one."""
    return CASES[case].against or case if case in CASES else case
