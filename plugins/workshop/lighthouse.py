"""Lighthouse: what a page scores with the tool that the web's search engines quote."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.workshop.kinds import one_of_each_kind
from plugins.workshop.node import find_node
from plugins.workshop.rehearsal import Rehearsal, rehearsed
from plugins.workshop.running import OUR_FAULT, CommandFailed, run

MEASURED = ("home", "column", "article")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FULL = 100
ATTEMPTS = 3
AGAIN = "Please run Lighthouse again"  # its words when Chromium's trace of the load has holes
CHROME_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What Lighthouse gave a page (điểm Lighthouse), by category, and what cost it points."""

    kind: str
    points: dict[str, int]
    faults: tuple[str, ...]


def measure(root: Path) -> int:
    """Measure home, a column and an article of the site; the exit code is 0 at 100 in all."""
    with (
        TemporaryDirectory() as folder,
        rehearsed(
            root, Path(folder), content=root / "content", settings=root / "pelicanconf.py"
        ) as site,
    ):
        scores = tuple(measured(root, site))
    for score in scores:
        points = " · ".join(f"{name} {score.points[name]}" for name in CATEGORIES)
        print("\n   ".join((f"{score.kind}: {points}", *score.faults)))
    perfect = all(points == FULL for score in scores for points in score.points.values())
    return 0 if perfect else OUR_FAULT


def measured(root: Path, site: Rehearsal) -> Iterator[Score]:
    """Measure the pages one after the other, so that they do not slow each other down."""
    pages = one_of_each_kind(site.output)
    for kind in MEASURED:
        yield measure_page(root, kind, site.address + pages[kind])


def measure_page(root: Path, kind: str, url: str) -> Score:
    """Measure a page; a run that Lighthouse itself calls void is made again, no other."""
    for _ in range(ATTEMPTS - 1):
        try:
            return _measure(root, kind, url)
        except CommandFailed as failed:
            if AGAIN not in str(failed.message):
                raise
    return _measure(root, kind, url)


def _measure(root: Path, kind: str, url: str) -> Score:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        report = Path(folder) / "report.json"
        script = root / "node_modules" / "lighthouse" / "cli" / "index.js"
        run(
            find_node(root).program,
            str(script),
            url,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={CHROME_FLAGS} --user-data-dir={folder}/chromium",
            cwd=root,
            env={"CHROME_PATH": shutil.which("chromium") or "chromium"},
        )
        return read_score(kind, report.read_text(encoding="utf-8"))


def read_score(kind: str, report: str) -> Score:
    """Read a Lighthouse report: the points of each category, the audits that were not passed."""
    found = json.loads(report)
    categories = found["categories"]
    weighed = {
        ref["id"] for name in CATEGORIES for ref in categories[name]["auditRefs"] if ref["weight"]
    }
    failed = [audit for audit in found["audits"].values() if (audit["score"] or 1) < 1]
    return Score(
        kind=kind,
        points={name: round(categories[name]["score"] * FULL) for name in CATEGORIES},
        faults=tuple(
            f"{audit['id']}: {audit['title']} {audit.get('displayValue', '')}".rstrip()
            for audit in failed
            if audit["id"] in weighed
        ),
    )
