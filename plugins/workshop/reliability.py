"""`inv reliability`: which requirement is held by which tests, and what was measured for it.

The requirements stand in `docs/do-tin-cay.csv`. A test holds the requirement whose number its name
bears (`test_d07_…` holds D7), or that names its file there. What a test measured it says with the
fixture `figure`; what the long tasks measured stands in `docs/so-do.csv`.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

RESULTS: Final = Path(".report") / "tests.xml"
REQUIREMENTS: Final = Path("docs") / "do-tin-cay.csv"
FIGURES: Final = Path("docs") / "so-do.csv"
PAGE: Final = Path("docs") / "do-tin-cay.md"
NUMBER: Final = re.compile(r"::test_([a-z])0?(\d+)_")
GROUPS: Final = {
    "D": "Phát hành",
    "B": "Dựng trang",
    "C": "Nội dung",
    "S": "Trang được phục vụ",
    "P": "Phát hành tự động",
    "L": "Tải",
    "G": "Vận hành",
}
HEAD: Final = """\
# Độ tin cậy

Do `inv reliability` viết ra từ kết quả của `inv verify`; yêu cầu ở `do-tin-cay.csv`. «Còn thiếu»
là phần của yêu cầu mà chưa phép thử nào giữ. «Số đo» là điều
phép thử đo được; của những lệnh đo lâu thì ghi ở `so-do.csv`, kèm lệnh và ngày.

Lần thử gần nhất: {day}, {count} phép thử.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What is to hold, the tests named for it, and what no test holds yet (yêu cầu)."""

    id: str
    text: str
    tests: tuple[str, ...]
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a test said the last time: `tests/…py::test_name`, whether it held, what it measured."""

    test: str
    passed: bool
    figure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a long task measured for a requirement: the figure, the command, the day (số đo)."""

    id: str
    said: str
    command: str
    day: str


def run(root: Path) -> int:
    """Write the page; 1 when there are no results, or a requirement's tests are not there."""
    results = root / RESULTS
    if not results.is_file():
        print(f"lỗi: không có {RESULTS} – chưa thử lần nào – chạy inv verify", file=sys.stderr)
        return 1
    tree = ET.parse(results)  # noqa: S314 - written by pytest a moment ago
    day = next((suite.get("timestamp", "")[:10] for suite in tree.iter("testsuite")), "")
    found = list(read_results(tree.getroot()))
    wanted = list(read_requirements((root / REQUIREMENTS).read_text(encoding="utf-8")))
    figures = read_figures(root / FIGURES)
    (root / PAGE).write_text(page(wanted, found, figures, day), encoding="utf-8")
    lost = [f"{one.id}: {name}" for one in wanted for name in one.tests if not _named(name, found)]
    for line in lost:
        print(f"lỗi: {line}: không có phép thử ấy – sửa {REQUIREMENTS}", file=sys.stderr)
    print(f"Đã viết {PAGE}.")
    return 1 if lost else 0


def read_requirements(text: str) -> Iterator[Requirement]:
    """Read the requirements."""
    for row in csv.DictReader(text.splitlines()):
        tests = tuple(row["kiem-thu"].split())
        yield Requirement(id=row["ma"], text=row["yeu-cau"], tests=tests, missing=row["con-thieu"])


def read_figures(file: Path) -> dict[str, Figure]:
    """Read what was measured, by the requirement's number."""
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines()) if file.is_file() else ()
    return {
        row["ma"]: Figure(id=row["ma"], said=row["so-do"], command=row["lenh"], day=row["ngay"])
        for row in rows
    }


def note_figure(root: Path, number: str, said: str, command: str) -> None:
    """Write down what was measured today, in place of the requirement's former figure."""
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    figure = Figure(id=number, said=said, command=command, day=day)
    known = {**read_figures(root / FIGURES), figure.id: figure}
    with (root / FIGURES).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("ma", "so-do", "lenh", "ngay"))
        for one in sorted(known.values(), key=lambda one: (one.id[0], int(one.id[1:]))):
            writer.writerow((one.id, one.said, one.command, one.day))


def read_results(root: ET.Element) -> Iterator[Result]:
    """Read pytest's report (JUnit XML)."""
    for case in root.iter("testcase"):
        bad = any(case.find(kind) is not None for kind in ("failure", "error", "skipped"))
        file = case.get("classname", "").replace(".", "/")
        said = case.find("properties/property[@name='figure']")
        yield Result(
            test=f"{file}.py::{case.get('name', '')}",
            passed=not bad,
            figure="" if said is None else said.get("value", ""),
        )


def page(
    wanted: Sequence[Requirement],
    found: Sequence[Result],
    figures: Mapping[str, Figure],
    day: str,
) -> str:
    """Write the table of each group."""
    parts = [HEAD.format(day=_day(day), count=len(found))]
    for letter, name in GROUPS.items():
        parts.append(
            f"## {name}\n\n| Mã | Yêu cầu | Phép thử | Kết quả | Số đo | Còn thiếu |\n"
            "|---|---|---|---|---|---|"
        )
        parts += [
            _row(one, found, figures.get(one.id)) for one in wanted if one.id.startswith(letter)
        ]
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _row(one: Requirement, found: Sequence[Result], figure: Figure | None) -> str:
    held = held_by(one, found)
    files = sorted({result.test.split("::")[0] for result in held})
    failed = sum(not result.passed for result in held)
    said = f"{len(held) - failed} đạt" + (f", {failed} hỏng" if failed else "") if held else "–"
    names = ", ".join(f"`{file}`" for file in files) or "–"
    told = [result.figure for result in held if result.figure]
    measured = (
        f"{figure.said} (`{figure.command}`, {_day(figure.day)})" if figure else "; ".join(told)
    )
    return f"| {one.id} | {one.text} | {names} | {said} | {measured} | {one.missing} |"


def _day(written: str) -> str:
    return "/".join(reversed(written.split("-")))


def held_by(one: Requirement, found: Sequence[Result]) -> list[Result]:
    """Give the results of the tests that hold a requirement."""
    named = [result for name in one.tests for result in _named(name, found)]
    numbered = [result for result in found if number_of(result.test) == one.id]
    return list(dict.fromkeys((*named, *numbered)))


def _named(name: str, found: Sequence[Result]) -> list[Result]:
    return [result for result in found if result.test.startswith(name)]


def number_of(test: str) -> str:
    """Give the number of the requirement that a test bears in its name, `D7`, or nothing."""
    match = NUMBER.search(test)
    return f"{match[1].upper()}{match[2]}" if match else ""
