"""The bench: sites of one corpus, built in turn, A B A B, so that a busy minute hits all alike."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plugins.workshop.benchmark.cases import Case, Turn, is_for
from plugins.workshop.benchmark.corpus import Sample, read_registers, samples
from plugins.workshop.benchmark.judging import Work, judge, work_of
from plugins.workshop.benchmark.measuring import Measured, measured
from plugins.workshop.benchmark.peers import LAYOUTS
from plugins.workshop.benchmark.sites import Site

SEED = 2023
SUBJECTS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One measured build (lần dựng): what it cost and what it did."""

    cost: Measured
    work: Work


@dataclass(slots=True, kw_only=True)
class Bench:
    """Sites of one corpus (bàn đo); the articles that turns edit are spread evenly over it."""

    sites: Sequence[Site]
    pages: Sequence[str]
    subjects: Sequence[Sample]
    turns: int = field(default=0)

    def turn(self) -> Turn:
        """Begin the next turn, with another article to edit."""
        self.turns += 1
        subject = self.subjects[self.turns * 7 % len(self.subjects)]
        return Turn(number=self.turns, subject=subject, articles=len(self.pages))

    def warmed_up(self) -> None:
        """Build each site once unmeasured: programs come from the disk, and sites are built."""
        for site in self.sites:
            say(f"{site.name}: lần dựng đầu, không tính giờ…")
            measured(*site.command, cwd=site.folder)

    def runs(self, case: Case, rounds: int) -> dict[str, list[Run]]:
        """Measure a case on every site that takes part, in turn."""
        taking_part = [site for site in self.sites if is_for(case, site)]
        found: dict[str, list[Run]] = {site.name: [] for site in taking_part}
        for number in range(rounds):
            for site in taking_part:
                run = self.run(case, site)
                found[site.name].append(run)
                say(f"{case.name}, {site.name}, {number + 1}/{rounds}: {run.cost.seconds:.2f} s")
        return found

    def run(self, case: Case, site: Site) -> Run:
        """Measure one build and judge it."""
        turn = self.turn()
        expected = case.prepare(site, turn)
        place = expected.site
        os.sync()
        since = time.time_ns()
        cost = measured(*place.command, cwd=place.folder)
        judge(expected, turn.mark, self.pages, since)
        work = work_of(place, since)
        if place.folder != site.folder:
            shutil.rmtree(place.folder)
        return Run(cost=cost, work=work)


def laid_out(root: Path, folder: Path, names: Iterable[str], articles: int) -> Bench:
    """Write one corpus for every site that is named."""
    registers = read_registers(root / "content", SEED)
    layouts = {name: LAYOUTS[name] for name in names}
    sites = [make(root, folder / name, registers.columns) for name, make in layouts.items()]
    pages: list[str] = []
    subjects: list[Sample] = []
    for number, sample in enumerate(samples(registers, articles, SEED)):
        for site in sites:
            site.write(sample)
        pages.append(sample.page)
        if number % max(1, articles // SUBJECTS) == 0:
            subjects.append(sample)
    return Bench(sites=sites, pages=pages, subjects=subjects)


def sizes(articles: int) -> Iterator[int]:
    """Give the sizes over which growth is measured: a hundredth, a tenth, the whole."""
    for part in (100, 10, 1):
        if articles // part:
            yield articles // part


def say(line: str) -> None:
    """Tell whoever waits what is being done."""
    print(line, file=sys.stderr, flush=True)
