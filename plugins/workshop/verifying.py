"""What a developer runs before a commit, and CI after it: every check, in one order."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path

from plugins.workshop.reliability import RESULTS
from plugins.workshop.running import OUR_FAULT, Ended, stream

# The tests come last, so that a run ends with their summary line; two at a time, a file in one
# process, since the pages that a file looks at are built once for it.
# A file of one long test would otherwise be begun last, by one process alone.
IN_ORDER = ("--dist", "loadfile", "--no-loadscope-reorder")
STEPS = (
    ("ruff check", ("ruff", "check")),
    ("ruff format", ("ruff", "format", "--check")),
    ("mypy", ("mypy",)),
    ("import-linter", ("lint-imports",)),
    ("pytest", ("pytest", "-n", "2", *IN_ORDER, f"--junitxml={RESULTS}")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one check (bước kiểm tra) said, and how long it took."""

    name: str
    ended: Ended
    seconds: float


def verify(root: Path) -> int:
    """Run every check, also after a failed one; the exit code is 0 only when all are well."""
    verdicts = tuple(_judge(name, command, root) for name, command in STEPS)
    sys.stdout.write(f"\n{table(verdicts)}\n{verdicts[-1].ended.last_line}\n")
    return OUR_FAULT if any(verdict.ended.code for verdict in verdicts) else 0


def table(verdicts: tuple[Verdict, ...]) -> str:
    """Show the verdicts one a line: what was run, whether it passed, the seconds."""
    width = max(len(verdict.name) for verdict in verdicts)
    return "\n".join(
        f"{verdict.name:<{width}}  {'HỎNG' if verdict.ended.code else 'đạt '}  "
        f"{verdict.seconds:6.1f} giây".replace(".", ",")
        for verdict in verdicts
    )


def _judge(name: str, command: tuple[str, ...], root: Path) -> Verdict:
    sys.stdout.write(f"\n== {name}\n")
    sys.stdout.flush()
    began = time.monotonic()
    ended = stream(str(Path(sys.executable).with_name(command[0])), *command[1:], cwd=root)
    return Verdict(name=name, ended=ended, seconds=time.monotonic() - began)
