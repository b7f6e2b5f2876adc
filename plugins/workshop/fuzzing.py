"""`inv fuzz`: feed every reader with bytes that no person writes, and see that it only answers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from plugins.workshop.running import OUR_FAULT, stream

TARGETS: Final = ("text", "body", "table", "scores", "manifest", "office")
SLOWEST: Final = 5
"""Seconds that one input may take."""
SEEDS: Final = ("tests/defects", "tests/newsroom/fixtures", "tests/fuzz/seeds")
CORPUS: Final = Path(".cache") / "fuzz"
"""What was found worth trying, for the next run; an input that breaks a reader lies there too."""


def run(root: Path, minutes: float) -> int:
    """Share the minutes among the readers; 3 when one of them broke."""
    seconds = max(1, round(minutes * 60 / len(TARGETS)))
    broken = list(faults(root, root / CORPUS, f"-max_total_time={seconds}"))
    for target in broken:
        print(f"lỗi: {target} hỏng – dữ liệu vào ở {CORPUS / target} – sửa bộ đọc ấy")
    return OUR_FAULT if broken else 0


def faults(root: Path, corpus: Path, limit: str) -> Iterator[str]:
    """Feed each reader until the limit, an option of libFuzzer; name those that broke."""
    for target in TARGETS:
        folder = corpus / target
        folder.mkdir(parents=True, exist_ok=True)
        ended = stream(
            sys.executable,
            str(root / "tests" / "fuzz" / "targets.py"),
            *(target, limit, f"-timeout={SLOWEST}", "-max_len=4096", "-verbosity=0"),
            "-print_final_stats=1",
            *(f"-artifact_prefix={folder}/hong-", str(folder)),
            *(str(root / seeds) for seeds in SEEDS),
            cwd=root,
        )
        if ended.code:
            yield target
