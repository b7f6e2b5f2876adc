"""`inv ordeal`: run the tests that kill, cut, fill and repeat, at full length; keep their figures.

The same tests run with fewer rounds in `inv verify`. A test says what it measured with the fixture
`figure`; pytest writes it into its report, from where it goes to `docs/so-do.csv`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from plugins.workshop.reliability import (
    FIGURES,
    REQUIREMENTS,
    note_figure,
    number_of,
    read_requirements,
    read_results,
)
from plugins.workshop.running import OUR_FAULT, stream

RESULTS: Final = Path(".report") / "ordeal.xml"


def run(root: Path, only: str) -> int:
    """Run all, or those that hold one requirement (`D3`); 1 when there is no such one.

    3 when a test failed, or none is there.
    """
    known = {one.id for one in read_requirements((root / REQUIREMENTS).read_text("utf-8"))}
    if only and only not in known:
        fact = f"lỗi: không có yêu cầu «{only}» – các mã ở {REQUIREMENTS}, như D3"
        print(f"{fact} – inv ordeal --only D3", file=sys.stderr)
        return 1
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
