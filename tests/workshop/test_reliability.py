"""The page of evidence says what the tests said, and what no test holds."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from plugins.workshop.ordeal import RESULTS, keep_figures, run
from plugins.workshop.reliability import (
    Figure,
    held_by,
    note_figure,
    page,
    read_figures,
    read_requirements,
    read_results,
)

ROOT = Path(__file__).parents[2]
CSV = """\
ma,yeu-cau,kiem-thu,con-thieu
D7,Không lùi lén,,
B1,Giống từng byte,tests/test_reproducible.py,bản nén
C7,Cờ bạc,,chưa làm
"""
REPORT = """\
<testsuites><testsuite timestamp="2026-11-29T01:00:00">
<testcase classname="tests.publishing.test_store" name="test_d07_an_older_release_is_refused"/>
<testcase classname="tests.publishing.test_store" name="test_d07_another[x]"><failure/></testcase>
<testcase classname="tests.test_reproducible" name="test_bytes">
<properties><property name="figure" value="2 bản"/></properties></testcase>
</testsuite></testsuites>
"""


def test_g04_a_requirement_is_held_by_the_tests_that_bear_its_number() -> None:
    """An inspector finds the proof of each line, and the lines without one."""
    wanted = list(read_requirements(CSV))
    found = list(read_results(ET.fromstring(REPORT)))  # noqa: S314 - written above
    assert [len(held_by(one, found)) for one in wanted] == [2, 1, 0]
    figure = Figure(id="D7", said="100 lần, 0 lỗi", command="inv thu", day="2026-11-28")
    said = page(wanted, found, {"D7": figure}, "2026-11-29")
    assert "Lần thử gần nhất: 29/11/2026, 3 phép thử." in said
    measured = "100 lần, 0 lỗi (`inv thu`, 28/11/2026)"
    tested = "`tests/publishing/test_store.py` | 1 đạt, 1 hỏng"
    assert f"| D7 | Không lùi lén | {tested} | {measured} |  |" in said
    assert "| C7 | Cờ bạc | – | – |  | chưa làm |" in said
    assert (
        "| B1 | Giống từng byte | `tests/test_reproducible.py` | 1 đạt | 2 bản | bản nén |" in said
    )


def test_g04_what_a_long_run_measured_is_written_down(tmp_path: Path) -> None:
    """A failed test's figure is no figure; those of one requirement stand together."""
    (tmp_path / "docs").mkdir()
    (tmp_path / ".report").mkdir()
    cases = "".join(
        f'<testcase classname="tests.a" name="{name}"><properties>'
        f'<property name="figure" value="{said}"/></properties>{bad}</testcase>'
        for name, said, bad in (
            ("test_d03_a", "một", ""),
            ("test_d03_b", "hai", ""),
            ("test_d04_a", "ba", "<failure/>"),
        )
    )
    report = f"<testsuites><testsuite>{cases}</testsuite></testsuites>"
    (tmp_path / RESULTS).write_text(report, encoding="utf-8")
    assert keep_figures(tmp_path, "inv ordeal") == 2
    kept = read_figures(tmp_path / "docs" / "so-do.csv")
    assert [(one.id, one.said) for one in kept.values()] == [("D3", "một; hai")]


def test_g04_a_figure_takes_the_place_of_the_former_one(tmp_path: Path) -> None:
    """The table says what was measured last, and keeps what other tasks measured."""
    (tmp_path / "docs").mkdir()
    for id_, said in (("D7", "một"), ("B1", "hai"), ("D7", "ba, bốn")):
        note_figure(tmp_path, id_, said, "inv thu")
    found = read_figures(tmp_path / "docs" / "so-do.csv")
    assert [(one.id, one.said) for one in found.values()] == [("B1", "hai"), ("D7", "ba, bốn")]


def test_g04_what_no_test_holds_is_said_to_be_missing() -> None:
    """A requirement without a test and without a word would look as if it were met."""
    text = (ROOT / "docs" / "do-tin-cay.csv").read_text(encoding="utf-8")
    names = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in (ROOT / "tests").rglob("test_*.py")
    }
    for one in read_requirements(text):
        number = f"def test_{one.id[0].lower()}{int(one.id[1:]):02}_"
        held = one.tests or any(number in source for source in names.values())
        assert held or one.missing, one.id


def test_g04_a_requirement_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever mistypes a number learns which there are."""
    assert run(ROOT, "X9") == 1
    assert "không có yêu cầu «X9»" in capsys.readouterr().err
