"""The benchmark's numbers are what was measured, said in one way to people and to machines."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from plugins.workshop.benchmark import Result, as_json, as_table, run
from plugins.workshop.measuring import Measured, measured

ROOT = Path(__file__).parents[2]
RESULTS = (
    Result(
        name="build-cold",
        runs=(
            Measured(seconds=3.0, peak=200_000_000),
            Measured(seconds=9.0, peak=150_000_000),
            Measured(seconds=4.0, peak=150_000_000),
        ),
    ),
    Result(name="pelican", runs=(Measured(seconds=8.0, peak=90_400_000),)),
)


def test_a_program_is_measured_with_all_that_it_starts(tmp_path: Path) -> None:
    """The memory of a build's worker processes counts, pages that they share count once."""
    child = "import time; held = bytearray(40_000_000); time.sleep(1)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    found = measured(sys.executable, "-c", parent, cwd=tmp_path)
    assert 1 < found.seconds < 5
    assert 40_000_000 < found.peak < 80_000_000


def test_the_table_gives_medians_shares_and_peaks() -> None:
    """A developer sees in one look whether a change made the build slower or larger."""
    first, *lines = as_table(RESULTS, 1000).splitlines()
    assert re.fullmatch(r"1\.000 bài, giữa của 3 lần, \d+ lõi, Python 3\S+, Pelican 4\S+", first)
    assert lines == [
        "                                giây  so Pelican   bộ nhớ (MB)",
        "inv build, từ đầu               4,00        0,50           200",
        "Pelican thuần                   8,00        1,00            90",
    ]


def test_machines_get_every_run() -> None:
    """A later program can look for a trend, not only at one number."""
    read = json.loads(as_json(RESULTS, 1000))
    assert (read["articles"], read["seed"]) == (1000, 2023)
    assert read["results"]["build-cold"] == {
        "seconds": [3.0, 9.0, 4.0],
        "median_seconds": 4.0,
        "of_plain_pelican": 0.5,
        "peak_bytes": 200_000_000,
    }


@pytest.mark.slow
def test_the_whole_benchmark_runs_on_a_few_articles(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command works on the day that somebody needs its numbers."""
    report = tmp_path / "do.json"
    assert run(ROOT, articles=3, report=report) == 0
    shown = capsys.readouterr().out
    results = json.loads(report.read_text("utf-8"))["results"]
    assert list(results) == ["check-cold", "check-warm", "build-cold", "build-unchanged", "pelican"]
    assert all(result["peak_bytes"] > 10_000_000 for result in results.values())
    assert "Pelican thuần" in shown
