"""Every kind of mistake is named, with its file and line, its reason and its remedy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.defects import FOLDER, NAMES, lay, problems_of

from plugins.checking.report import as_text
from plugins.checking.table import RULE_IDS

#: Defects that take away what the others stand on.
ALONE = (
    "048-register-gone",
    "112-register-with-a-wrong-header",
    "113-toml-that-does-not-read",
    "114-nothing-to-publish",
)
#: Rows of several defects in one register stand on other lines than each alone.
ROW = re.compile(r"(?<=\.csv:)\d+|(?<=\.toml:)\d+")


def test_the_base_is_sound(tmp_path: Path) -> None:
    """Whoever reads an expected text may trust that the defect alone brought it about."""
    assert as_text(problems_of(lay((), tmp_path / "content"))) == ""


@pytest.mark.golden
@pytest.mark.parametrize("name", NAMES)
def test_a_defect_is_named_with_its_place_and_remedy(
    name: str, tmp_path: Path, *, bless: bool
) -> None:
    """An editor learns what is wrong, where, why, and what to do about it."""
    said = as_text(problems_of(lay((name,), tmp_path / "content")))
    expected = FOLDER / name / "expected.txt"
    if bless:
        expected.write_text(said, encoding="utf-8")
    assert said
    assert said == expected.read_text(encoding="utf-8")


def test_no_defect_hides_another(tmp_path: Path) -> None:
    """An editor who made every mistake sees every message in one run."""
    together = tuple(name for name in NAMES if name not in ALONE)
    said = ROW.sub("", as_text(problems_of(lay(together, tmp_path / "content")))).splitlines()
    expected = [
        ROW.sub("", line)
        for name in together
        for line in (FOLDER / name / "expected.txt").read_text(encoding="utf-8").splitlines()
    ]
    assert [line for line in expected if line not in said] == []


def test_every_rule_is_met_by_a_defect() -> None:
    """A rule that no example breaks could be broken itself, and nobody would know."""
    said = "".join((FOLDER / name / "expected.txt").read_text(encoding="utf-8") for name in NAMES)
    met = set(re.findall(r"\[(\w+)\]$", said, re.MULTILINE))
    assert sorted(RULE_IDS - met) == ["the_site_is_who_it_says"]
