"""`inv law`: try the build engine's one law at length, and say how often each step was taken."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from plugins.vietnamese.numbers import thousands
from plugins.workshop.running import OUR_FAULT, stream

#: Where the run says what it did; see tests/support/law_bench.py.
REPORT = Path(".report") / "law.json"


def run(root: Path, sequences: int) -> int:
    """Run every test of the law with that many random sequences, and print what they did."""
    report = root / REPORT
    report.unlink(missing_ok=True)
    ended = stream(
        str(Path(sys.executable).with_name("pytest")),
        "tests/law",
        cwd=root,
        env={"LAW": "full", "LAW_SEQUENCES": str(sequences)},
    )
    if report.is_file():
        whole = json.loads(report.read_text(encoding="utf-8"))
        print(table(whole["sequences"], whole["steps"]))
    return OUR_FAULT if ended.code else 0


def table(sequences: int, steps: Mapping[str, int]) -> str:
    """Show how often each kind of step was taken, the most frequent first."""
    width = max(len(kind) for kind in steps)
    lines = [f"{kind:<{width}}  {thousands(count):>8}" for kind, count in steps.items()]
    return "\n".join([f"{thousands(sequences)} chuỗi, không chuỗi nào sai:", *lines])
