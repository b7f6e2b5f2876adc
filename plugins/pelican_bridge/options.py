"""What a build is asked for, and what it answers."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.incremental.explained import Explained
    from plugins.incremental.planning import Reasons
    from plugins.incremental.press import Work
    from plugins.newsroom.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What is built from what: folders, the settings file, the number of workers, the minute.

    `why` is the file of the output whose making is to be explained; `is_preview` makes the site for
    those who approve it.
    """

    content: Path
    output: Path
    cache: Path
    settings: Path
    workers: int = 2
    now: datetime | None = None
    why: str = ""
    is_preview: bool = False


class DateNotUnderstoodError(ValueError):
    """What was typed after --date is no day and time."""


def build_options(
    *, folders: tuple[Path, Path, Path], settings: Path, workers: int, date: str, why: str = ""
) -> BuildOptions:
    """Make options out of what was typed: content, output and cache folders, and a date."""
    from plugins.vietnamese.dates import Misread, read_moment  # noqa: PLC0415 - only for a date

    content, output, cache = folders
    moment = read_moment(date) if date else None
    if isinstance(moment, Misread):
        raise DateNotUnderstoodError(f"--date: {moment.fact}; {moment.remedy}")
    return BuildOptions(
        content=content,
        output=output,
        cache=cache,
        settings=settings,
        workers=workers,
        now=moment.at if moment else None,
        why=why,
    )


@dataclass(slots=True, kw_only=True)
class BuildReport:
    """What a build did, filled in while it runs.

    `made` are the files that had to be made, `written` those whose bytes came out new, `removed`
    those that nothing asks for any more; `reasons` say why each unit was run, by family and key;
    `seconds` are by stage.
    """

    now: str = ""
    problems: tuple[Problem, ...] = ()
    pages: int = 0
    files: int = 0
    made: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    published: int = 0
    scheduled: int = 0
    drafts: int = 0
    reasons: dict[tuple[str, str], Reasons] = field(default_factory=dict)
    explained: Explained | None = None
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def is_built(self) -> bool:
        """Whether the output was replaced."""
        return not any(problem.is_error for problem in self.problems)

    def note(self, work: Work) -> None:
        """Note what had to be done, and why."""
        self.made, self.written = tuple(work.made), tuple(work.written)
        self.removed = tuple(work.removed)
        self.reasons = dict(work.reasons)

    def as_json(self) -> str:
        """Write the report for machines."""
        document = {
            "date": self.now,
            "built": self.is_built,
            "pages": self.pages,
            "files": self.files,
            "made": len(self.made),
            "written": len(self.written),
            "removed": len(self.removed),
            "articles": {
                "published": self.published,
                "scheduled": self.scheduled,
                "draft": self.drafts,
            },
            "seconds": {stage: round(time, 3) for stage, time in self.seconds.items()},
            "problems": [
                {
                    "path": problem.path,
                    "line": problem.line,
                    "severity": problem.severity.name.lower(),
                    "rule": problem.rule,
                    "fact": problem.fact,
                    "why": problem.why,
                    "remedy": problem.remedy,
                }
                for problem in self.problems
            ],
        }
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
