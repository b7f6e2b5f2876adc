"""Whether a measured build did what it was measured for; a wrong build has no time."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.workshop.benchmark.cases import Expected
from plugins.workshop.benchmark.peers import REPORT
from plugins.workshop.benchmark.sites import OURS, Site

TEXTS = (".html", ".xml", ".json", ".css")


class WrongBuild(RuntimeError):  # noqa: N818 - said of the build, not of the benchmark
    """A build ended well and did not do what was asked of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a build did (việc đã làm): files and pages that are new on the disk.

    `made` and `stages` are what our own build says of itself: the files that it had to make, and
    seconds by stage.
    """

    files: int
    pages: int
    made: int | None
    stages: dict[str, float]


def work_of(site: Site, since: int) -> Work:
    """Look at what a build has left on the disk since a moment in nanoseconds."""
    written = tuple(written_since(site.output, since))
    made, stages = _said(site.folder / REPORT, since)
    return Work(
        files=len(written),
        pages=sum(path.suffix == ".html" for path in written),
        made=made,
        stages=stages,
    )


def judge(expected: Expected, mark: str, articles: Iterable[str], since: int) -> None:
    """Raise when articles are missing, the edit does not show, or something was written in vain."""
    site = expected.site
    missing = [page for page in articles if not (site.output / page).is_file()]
    if expected.articles and missing:
        raise WrongBuild(f"{site.name}: {len(missing)} articles missing, as {missing[0]}")
    written = tuple(written_since(site.output, since))
    if expected.still and site.name == OURS and written:
        raise WrongBuild(f"{site.name}: nothing changed and {written[0]} was written")
    marked = sum(_has(path, mark.encode()) for path in written) if expected.marked else 0
    if marked < expected.marked:
        raise WrongBuild(f"{site.name}: {marked} files show the edit, not {expected.marked}")


def written_since(folder: Path, since: int) -> Iterator[Path]:
    """Find the files of a folder that are new or changed since a moment, hidden ones aside."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from written_since(Path(entry.path), since)
            else:
                stat = entry.stat(follow_symlinks=False)
                if max(stat.st_mtime_ns, stat.st_ctime_ns) >= since:
                    yield Path(entry.path)


def _has(path: Path, mark: bytes) -> bool:
    return path.suffix in TEXTS and mark in path.read_bytes()


def _said(report: Path, since: int) -> tuple[int | None, dict[str, float]]:
    if not report.is_file() or report.stat().st_mtime_ns < since:
        return None, {}
    said = json.loads(report.read_text("utf-8"))
    return int(said["made"]), {name: float(time) for name, time in said["seconds"].items()}
