"""`inv check`: read the content, ask every rule, print all that is wrong in one run."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Iterable
from pathlib import Path

from plugins.checking.changes import changed_paths
from plugins.checking.identity import the_site_is_who_it_says
from plugins.checking.report import as_json, as_text, counts
from plugins.checking.table import check
from plugins.newsroom.minute import current_minute
from plugins.newsroom.newsroom_reading import read_newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.site import read_site
from plugins.pelican_bridge.progress import Progress


def run(content: Path, settings: Path, *, json: Path | None, changed: bool) -> int:
    """Check the content and say what is wrong; 1 when there is an error, shown or not."""
    problems = tuple(_problems(content, settings))
    shown = _of_changed_files(problems, content) if changed else problems
    print(as_text(shown), end="")
    hidden = tuple(problem for problem in problems if problem not in shown)
    elsewhere = f"; ở tệp chưa sửa: {counts(hidden)}" if hidden else ""
    print(f"{counts(shown)}{elsewhere}".capitalize() + ".", file=sys.stderr)
    if json:
        json.write_text(as_json(shown), encoding="utf-8")
    return 1 if any(problem.is_error for problem in problems) else 0


def _problems(content: Path, settings: Path) -> Iterable[Problem]:
    progress = Progress()
    named = runpy.run_path(str(settings))
    reading = read_newsroom(content, now=current_minute(), cache=Path(named["CACHE_PATH"]))
    progress.say("đã đọc nội dung, đang kiểm tra")
    assert reading.value is not None  # noqa: S101 - a newsroom can always be made
    yield from the_site_is_who_it_says(read_site(named), reading.value, settings.name)
    yield from check(reading.value, found=reading.problems)


def _of_changed_files(problems: tuple[Problem, ...], content: Path) -> tuple[Problem, ...]:
    changed = changed_paths(content)
    return tuple(problem for problem in problems if problem.path in changed)
