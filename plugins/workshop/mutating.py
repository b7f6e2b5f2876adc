"""`inv mutate`: break the modules that must not be wrong, and see whether a test notices.

What is broken, and which tests are asked, stands in `pyproject.toml`; mutmut does the work in
`mutants/`. A mutant that no test reaches counts as one that lived.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from plugins.vietnamese.numbers import decimal, thousands
from plugins.workshop.reliability import note_figure
from plugins.workshop.running import stream

MUTANTS: Final = Path("mutants")
BAR: Final = 80
LIVED: Final = (0, 2, 5, 33, 35)
"""What mutmut notes when all tests passed, none ran, or it cannot tell; the others are deaths."""
SKIPPED: Final = 34
GROUPS: Final = {
    "làm sạch HTML": ("newsroom/markup_rules.py",),
    "ngày": ("vietnamese/dates.py",),
    "địa chỉ": ("vietnamese/fold.py",),
    "bản kê": ("publishing/manifest.py", "publishing/listing.py"),
    "máy nhận": ("publishing/receiver/",),
    "soi trang thật": ("publishing/live.py",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many mutants of a group were made, and how many a test noticed (điểm đột biến)."""

    name: str
    made: int
    noticed: int

    @property
    def percent(self) -> float:
        """Give the share that was noticed; a group without mutants holds nothing."""
        return 100 * self.noticed / self.made if self.made else 0.0


def run(root: Path, only: str) -> int:
    """Make the mutants, run the tests, tell the scores; 1 when one is below the bar."""
    mutmut = str(Path(sys.executable).with_name("mutmut"))
    if not only:  # mutmut repeats a verdict whatever became of the tests
        shutil.rmtree(root / MUTANTS, ignore_errors=True)
    ended = stream(mutmut, "run", "--max-children", "2", *((only,) if only else ()), cwd=root)
    found = list(scores(root / MUTANTS))
    if ended.code or not found:
        print("lỗi: mutmut không chạy hết – xem dòng cuối ở trên", file=sys.stderr)
        return 1
    for one in found:
        print(f"{one.name}: {decimal(one.percent, 1)} % của {thousands(one.made)}")
    if not only:
        said = ", ".join(f"{one.name} {decimal(one.percent, 0)} %" for one in found)
        whole = sum(one.made for one in found)
        note_figure(root, "B11", f"{said}; {thousands(whole)} đột biến", "inv mutate")
    print("Xem những đột biến không ai thấy: mutmut results; từng cái: mutmut show TÊN")
    return 1 if any(one.percent < BAR for one in found) else 0


def scores(mutants: Path) -> Iterator[Score]:
    """Read what mutmut noted of each group; mutants that were not tried are left out."""
    for name, places in GROUPS.items():
        codes = [
            code
            for file in sorted(mutants.rglob("*.py.meta"))
            if file.relative_to(mutants / "plugins").as_posix().startswith(places)
            for code in _codes(json.loads(file.read_bytes()))
        ]
        if codes:
            noticed = sum(code not in LIVED for code in codes)
            yield Score(name=name, made=len(codes), noticed=noticed)


def _codes(noted: Mapping[str, Mapping[str, int | None]]) -> list[int]:
    found = noted["exit_code_by_key"].values()
    return [code for code in found if code is not None and code != SKIPPED]
