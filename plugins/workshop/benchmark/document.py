"""All that is measured in one run, as one document: for the table, the plot and the JSON."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from plugins.workshop.benchmark import machine
from plugins.workshop.benchmark.bench import SEED, laid_out
from plugins.workshop.benchmark.cases import CASES
from plugins.workshop.benchmark.growth import cold_per_article, grown, warm_per_article
from plugins.workshop.benchmark.results import Rows, ratios, row_of_runs, row_of_saves
from plugins.workshop.benchmark.scores import score_rows
from plugins.workshop.benchmark.sites import OURS
from plugins.workshop.benchmark.watching import watched
from plugins.workshop.benchmark.whole import picture_rows, whole_rows

Document: TypeAlias = dict[str, object]
DEFAULT_CASES = ("cold", "noop", "edit", "title", "template", "css", "clone", "preview")
OTHER_CASES = ("clone-cache", "check", "whole", "pictures", "growth", "scores")
PEERS = ("hugo", "pelican", "eleventy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody wants to know (yêu cầu đo); `saves` counts the saves into the preview."""

    articles: int
    cases: Sequence[str]
    peers: Sequence[str]
    rounds: int
    saves: int


def measure(root: Path, asked: Asked) -> Document:
    """Measure what was asked for, each case on all sites in turn."""
    names = (OURS, *asked.peers)
    document: Document = {
        "date": machine.today(),
        "articles": asked.articles,
        "rounds": asked.rounds,
        "seed": SEED,
        "machine": machine.machine(),
        "versions": machine.versions(root, names),
    }
    rows = _rows(root, asked, names)
    document |= {"results": rows, "ratios": ratios(rows)}
    document["memory_ratios"] = ratios(rows, figure="peak_bytes")
    document["processor_ratios"] = ratios(rows, figure="processor_seconds")
    document["ratios_of_peers"] = {peer: ratios(rows, peer) for peer in asked.peers}
    if "growth" in asked.cases:
        document["growth"] = _growth(root, asked, names)
    return document


def _rows(root: Path, asked: Asked, names: Sequence[str]) -> Rows:
    rows: Rows = {}
    measured = [case for case in CASES.values() if case.name in asked.cases]
    if measured or "preview" in asked.cases:
        with tempfile.TemporaryDirectory(prefix="do-") as folder:
            bench = laid_out(root, Path(folder), names, asked.articles)
            bench.warmed_up()
            for case in measured:
                found = bench.runs(case, asked.rounds)
                rows[case.name] = {name: row_of_runs(runs) for name, runs in found.items()}
            if "preview" in asked.cases:
                saves = watched(bench, asked.saves)
                rows["preview"] = {name: row_of_saves(saved) for name, saved in saves.items()}
    if "whole" in asked.cases:
        rows |= whole_rows(root, asked.articles, asked.rounds)
    if "pictures" in asked.cases:
        rows |= picture_rows(root, asked.rounds)
    if "scores" in asked.cases:
        rows |= score_rows(root, asked.rounds)
    return rows


def _growth(root: Path, asked: Asked, names: Sequence[str]) -> Document:
    sizes = grown(root, names, asked.articles, asked.rounds)
    return {
        "sizes": sizes,
        "cold_milliseconds_per_article": {name: cold_per_article(sizes, name) for name in names},
        "warm_microseconds_per_article": {name: warm_per_article(sizes, name) for name in names},
        "ratios": {size: ratios(rows) for size, rows in sizes.items()},
    }
