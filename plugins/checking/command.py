"""`inv check`: read the content, ask every rule, print all that is wrong in one run."""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

from plugins.checking.changes import changed_paths
from plugins.checking.report import as_json, as_text, counts
from plugins.checking.table import CHECKS
from plugins.incremental.alone import alone
from plugins.incremental.crew import Crew
from plugins.incremental.desk import Desk
from plugins.incremental.kept import Damaged
from plugins.incremental.marks import Marks
from plugins.incremental.schemas import content_place, forget
from plugins.newsroom.minute import current_minute
from plugins.newsroom.problem import Problem
from plugins.newsroom.site import Site, read_site
from plugins.pelican_bridge.building import take_part


def run(content: Path, settings: Path, *, json: Path | None, changed: bool) -> int:
    """Check the content and say what is wrong; 1 when there is an error, shown or not."""
    problems = _problems(content, settings)
    shown = _of_changed_files(problems, content) if changed else problems
    print(as_text(shown), end="")
    hidden = tuple(problem for problem in problems if problem not in shown)
    elsewhere = f"; ở tệp chưa sửa: {counts(hidden)}" if hidden else ""
    print(f"{counts(shown)}{elsewhere}".capitalize() + ".", file=sys.stderr)
    if json:
        json.write_text(as_json(shown), encoding="utf-8")
    return 1 if any(problem.is_error for problem in problems) else 0


def _problems(content: Path, settings: Path) -> tuple[Problem, ...]:
    named = runpy.run_path(str(settings))
    take_part(named.get("PLUGINS", ()))
    cache = Path(named["CACHE_PATH"])
    with alone(cache):
        try:
            return _found(content, cache, read_site(named), settings.name)
        except Damaged:
            forget(content_place(cache, content))
            return _found(content, cache, read_site(named), settings.name)


def _found(content: Path, cache: Path, site: Site, settings: str) -> tuple[Problem, ...]:
    desk = Desk(
        content,
        cache,
        now=current_minute(),
        crew=Crew(workers=os.cpu_count() or 1),
        checks=CHECKS,
        marks=Marks(cache),
    )
    try:
        desk.work()
        found = dict.fromkeys((*desk.problems(), *CHECKS.of_site(desk.newsroom, site, settings)))
    finally:
        desk.close()
    return tuple(sorted(found, key=lambda problem: problem.order))


def _of_changed_files(problems: tuple[Problem, ...], content: Path) -> tuple[Problem, ...]:
    changed = changed_paths(content)
    return tuple(problem for problem in problems if problem.path in changed)
