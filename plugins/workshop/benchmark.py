"""`inv benchmark`: our build and check beside a plain Pelican's build, as whole processes.

Each measurement is a program started anew, as a person would start it. A plain Pelican makes no
pictures for sharing, no Word files, no checks; the comparison is of one text becoming one site.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from plugins.vietnamese.numbers import decimal, thousands
from plugins.workshop.corpus import Sample, for_pelican, for_us, read_registers, samples
from plugins.workshop.measuring import Measured, measured
from plugins.workshop.setting_up import set_up

SEED = 2023
REPEATS = 3
DATE = "2026-11-24T08:00"
PLAIN = Path("tests", "benchmark", "pelican", "pelicanconf.py")
MEGABYTE = 1_000_000
BASELINE = "pelican"
NAMES = {
    "build-cold": "inv build, từ đầu",
    "build-unchanged": "inv build, không đổi gì",
    "check-cold": "inv check, từ đầu",
    "check-warm": "inv check, lần sau",
    "pelican": "Pelican thuần",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one kind of run took (kết quả đo), over all its repeats."""

    name: str
    runs: tuple[Measured, ...]

    @property
    def seconds(self) -> float:
        """Give the median of the times."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def peak(self) -> int:
        """Give the largest memory of any run, in bytes."""
        return max(run.peak for run in self.runs)


def run(root: Path, *, articles: int, report: Path | None) -> int:
    """Make the corpus, measure everything, print a table, and write the numbers for machines."""
    set_up(root, browsers=False)
    with tempfile.TemporaryDirectory(prefix="do-") as folder:
        bench = Bench(root, Path(folder))
        pages = bench.write_corpus(articles)
        results = bench.results()
        bench.require(pages)
    print(as_table(results, articles))
    if report:
        report.write_text(as_json(results, articles), encoding="utf-8")
    return 0


class Bench:
    """The place of one benchmark (bàn đo): two sites of one text, and what builds them."""

    def __init__(self, root: Path, folder: Path) -> None:
        """Lay the folders out; nothing of the project's own output or cache is touched."""
        self.root, self.folder = root, folder
        self.ours, self.plain = folder / "ta" / "content", folder / "pelican" / "content"
        self.output, self.cache = folder / "ta" / "output", folder / "ta" / "cache"
        self.plain_output = folder / "pelican" / "output"
        self.settings = folder / "ta" / "benchmarkconf.py"

    def write_corpus(self, articles: int) -> tuple[str, ...]:
        """Put the samples beside the site's own content, and the same for a plain Pelican.

        Returns the file that each sample must become in both outputs.
        """
        shutil.copytree(self.root / "content", self.ours)
        made = tuple(samples(read_registers(self.ours), articles, SEED))
        for sample in made:
            _write(self.ours, sample, for_us)
            _write(self.plain, sample, for_pelican)
        lines = (
            "import runpy",
            f"globals().update(runpy.run_path({str(self.root / 'pelicanconf.py')!r}))",
            f"THEME = {str(self.root / 'theme')!r}",
            f"CACHE_PATH = {str(self.cache)!r}",
        )
        self.settings.write_text("\n".join([*lines, ""]), encoding="utf-8")
        return tuple(sample.page for sample in made)

    def results(self) -> tuple[Result, ...]:
        """Measure every kind of run, the cold ones from empty folders each time."""
        kinds: tuple[tuple[str, tuple[str, ...], Sequence[Path]], ...] = (
            ("check-cold", self._check(), (self.cache,)),
            ("check-warm", self._check(), ()),
            ("build-cold", self._build(), (self.output, self.cache)),
            ("build-unchanged", self._build(), ()),
            ("pelican", self._pelican(), (self.plain_output,)),
        )
        return tuple(self._result(name, command, gone) for name, command, gone in kinds)

    def require(self, pages: Sequence[str]) -> None:
        """Refuse numbers of a program that left articles out, as Pelican does with exit code 0."""
        for output in (self.output, self.plain_output):
            missing = [page for page in pages if not (output / page).is_file()]
            if missing:
                raise RuntimeError(f"{output}: {len(missing)} articles missing, as {missing[0]}")

    def _result(self, name: str, command: tuple[str, ...], gone: Sequence[Path]) -> Result:
        runs = []
        for number in range(REPEATS):
            print(f"{NAMES[name]}: lần {number + 1}/{REPEATS}…", file=sys.stderr)
            for folder in gone:
                shutil.rmtree(folder, ignore_errors=True)
            runs.append(measured(*command, cwd=self.root))
        return Result(name=name, runs=tuple(runs))

    def _build(self) -> tuple[str, ...]:
        places = {"content": self.ours, "output": self.output, "cache": self.cache}
        named = (word for name, path in places.items() for word in (f"--{name}", str(path)))
        return (_program("inv"), "build", *named, "--settings", str(self.settings), "--date", DATE)

    def _check(self) -> tuple[str, ...]:
        content, settings = str(self.ours), str(self.settings)
        return (_program("inv"), "check", "--content", content, "--settings", settings)

    def _pelican(self) -> tuple[str, ...]:
        places = (str(self.plain), "-o", str(self.plain_output), "-s", str(self.root / PLAIN))
        return (_program("pelican"), *places)


def as_table(results: Sequence[Result], articles: int) -> str:
    """Write the results for a person: median times, the share of a plain Pelican's, memory."""
    baseline = next(result.seconds for result in results if result.name == BASELINE)
    lines = [
        f"{thousands(articles)} bài, giữa của {REPEATS} lần, {_machine()}",
        f"{'':26}{'giây':>10}{'so Pelican':>12}{'bộ nhớ (MB)':>14}",
    ]
    lines += [
        f"{NAMES[result.name]:26}{decimal(result.seconds, 2):>10}"
        f"{decimal(result.seconds / baseline, 2):>12}{decimal(result.peak / MEGABYTE, 0):>14}"
        for result in results
    ]
    return "\n".join(lines)


def as_json(results: Sequence[Result], articles: int) -> str:
    """Write the results for machines, every run of them."""
    baseline = next(result.seconds for result in results if result.name == BASELINE)
    document = {
        "articles": articles,
        "seed": SEED,
        "machine": _machine(),
        "results": {
            result.name: {
                "seconds": [round(run.seconds, 3) for run in result.runs],
                "median_seconds": round(result.seconds, 3),
                "of_plain_pelican": round(result.seconds / baseline, 3),
                "peak_bytes": result.peak,
            }
            for result in results
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _machine() -> str:
    python, pelican = platform.python_version(), version("pelican")
    return f"{os.cpu_count()} lõi, Python {python}, Pelican {pelican}"


def _program(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _write(content: Path, sample: Sample, text_of: Callable[[Sample], str]) -> None:
    path = content / sample.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text_of(sample), encoding="utf-8")
