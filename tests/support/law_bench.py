"""What all sequences of the law share, and how many there are.

`LAW=full` runs 500 sequences of up to 20 steps (`LAW_SEQUENCES` names another number); without it
CI runs fewer and shorter ones, the same each time.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, settings
from support.builder import ROOT, Builder
from support.desk import Desk
from support.desk_seed import seeded
from support.law_site import (
    KEPT_BY_CONTENT,
    Judge,
    LawSite,
    assert_built,
    assert_clean,
    laid_out,
    taken_along,
)

FULL = os.environ.get("LAW") == "full"
SEQUENCES = int(os.environ.get("LAW_SEQUENCES") or (500 if FULL else 30))
STEPS = 20 if FULL else 4
REPORT = ROOT / ".report" / "law.json"
PROFILE = settings(
    max_examples=SEQUENCES,
    stateful_step_count=STEPS,
    derandomize=not FULL,
    database=None,
    deadline=None,
    print_blob=FULL,
    report_multiple_bugs=False,
    phases=(Phase.generate, Phase.shrink) if FULL else (Phase.generate,),
    suppress_health_check=list(HealthCheck),
)

#: How a sequence begins: a cold build costs many times a warm one where pictures are not kept.
STARTS = (*("pictures", "warm") * 4, "warm", "nothing")
#: A build in the process that goes on (a preview), or in a new one (`inv build`), by one or two.
WHERE = ("here", "new", "new", "new, two workers")
#: What a step may be, and how often it is, compared with the others.
ACTIONS = {
    "edit_articles": 4,
    "edit_registers": 4,
    "edit_theme_and_settings": 4,
    "edit_anything": 2,
    "edit_with_old_times": 1,
    "build_again": 1,
    "undo": 1,
    "let_time_pass": 2,
    "publish": 1,
    "break_and_mend": 2,
    "kill": 3,
    "harm_the_cache": 2,
    "harm_the_output": 2,
    "bring_back": 1,
}


@dataclass(slots=True, kw_only=True)
class Bench:
    """What all sequences share: a built site to begin with, the judge, and the counts."""

    folder: Path
    seed: LawSite
    judge: Judge
    builder: Builder
    counts: Counter[str] = field(default_factory=Counter)
    sequences: int = 0

    def begun(self, start: str, desk: Desk) -> LawSite:
        """Begin with what CI restores, with pictures alone, or with nothing."""
        self.clear()
        place = self.folder / "site"
        if start == "warm":
            return taken_along(self.seed, place)
        for name in KEPT_BY_CONTENT if start == "pictures" else ():
            shutil.copytree(self.seed.cache / name, place / "cache" / name)
        return laid_out(place, desk)

    def clear(self) -> None:
        """Forget the last sequence."""
        for name in ("site", "aside", "between", "kept"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def touches(self, site: LawSite, desk: Desk) -> int:
        """Count how often a build touches the disk, and put everything back as it was."""
        kept = self.folder / "kept"
        shutil.copytree(site.folder, kept, symlinks=True)
        outcome = self.builder.build(site.order(desk))
        assert_built(outcome)
        shutil.rmtree(site.folder)
        kept.rename(site.folder)
        return outcome.touches

    def reported(self) -> None:
        """Write how often each kind of step was taken, for whoever asked for the full run."""
        whole = {"sequences": self.sequences, "steps": dict(self.counts.most_common())}
        REPORT.parent.mkdir(exist_ok=True)
        REPORT.write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def chance_of(seeds: Sequence[int], start: str) -> Random:
    """Give the last step's source of chance, which is the same whenever a failure comes again.

    Hypothesis likes to draw one seed again and again; that is another step each time. In a full
    run a step depends on little else, so that a failure can lose the steps it does not need.
    """
    past = f"{seeds[-1]} {seeds.count(seeds[-1])}" if FULL else f"{start} {list(seeds)}"
    return Random(past)  # noqa: S311 - a failure must come again


@contextmanager
def bench(folder: Path) -> Iterator[Bench]:
    """Build the site that sequences begin with, and start the processes that build."""
    judge = Judge(folder / "judge")
    try:
        with Builder(later=True) as builder:
            desk = seeded()
            site = laid_out(folder / "site", desk)
            assert_clean(site.output, builder.build(site.order(desk)), judge.clean(site, desk))
            # Sequences run where it was built: a cache may hold the places of outputs.
            seed = LawSite(folder=site.folder.rename(folder / "seed"), written=site.written)
            yield Bench(folder=folder, seed=seed, judge=judge, builder=builder)
    finally:
        judge.close()
