"""`inv ordeal`: run the tests that kill, cut, fill and repeat, at full length; keep their figures.

The same tests run with fewer rounds in `inv verify`. A test says what it measured with the fixture
`figure`; pytest writes it into its report, from where it goes to `docs/so-do.csv`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from plugins.workshop.reliability import FIGURES, note_figure, number_of, read_results
from plugins.workshop.running import OUR_FAULT, stream

RESULTS: Final = Path(".report") / "ordeal.xml"


def run(root: Path, only: str) -> int:
    """Run all, or those that hold one requirement (`D3`); 3 when one failed or none is there."""
    chosen = f"test_{only[0].lower()}{int(only[1:]):02}_" if only else ""
    words = ("-m", "ordeal", *(("-k", chosen) if chosen else ()), f"--junitxml={RESULTS}")
    pytest = str(Path(sys.executable).with_name("pytest"))
    ended = stream(pytest, *words, "--durations=0", "-v", cwd=root, env={"LAW": "full"})
    kept = keep_figures(root, f"inv ordeal{f' --only {only}' if only else ''}")
    print(f"Đã ghi {kept} số đo vào {FIGURES}; chạy inv reliability để thấy chúng trong bảng.")
    return OUR_FAULT if ended.code else 0


def keep_figures(root: Path, command: str) -> int:
    """Write down what the tests that held measured; give how many figures there were."""
    told = [
        (number_of(result.test), result.figure)
        for result in read_results(ET.parse(root / RESULTS).getroot())  # noqa: S314 - by pytest
        if result.passed and result.figure
    ]
    for number in {number for number, _ in told}:
        said = "; ".join(figure for other, figure in told if other == number)
        note_figure(root, number, said, command)
    return len(told)
