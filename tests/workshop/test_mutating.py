"""What is counted as noticed, and for which part."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plugins.workshop.mutating import GROUPS, Score, run, scores

ROOT = Path(__file__).parents[2]
IMPORT = "from plugins.vietnamese.dates import next_year\n\ndef test_next_year():\n"


def test_b11_a_mutant_that_no_test_killed_or_reached_lived(tmp_path: Path) -> None:
    """A part that nobody tests is not a good one: 0 is survived, 33 without a test, 36 too slow."""
    folder = tmp_path / "plugins" / "vietnamese"
    folder.mkdir(parents=True)
    codes = {"a": 1, "b": 0, "c": 33, "d": 36, "e": None, "f": 34}
    told = json.dumps({"exit_code_by_key": codes})
    (folder / "dates.py.meta").write_text(told, encoding="utf-8")
    (folder / "numbers.py.meta").write_text(told, encoding="utf-8")
    (found,) = scores(tmp_path)
    assert found == Score(name="ngày", made=4, noticed=2)
    assert found.percent == pytest.approx(50)
    assert Score(name="ngày", made=0, noticed=0).percent == 0


@pytest.mark.slow
def test_b11_a_test_that_was_mended_is_asked_again(tmp_path: Path) -> None:
    """The score is that of the tests of today; what they notice may have changed both ways."""
    for path, text in {
        "pyproject.toml": '[tool.mutmut]\nsource_paths = ["plugins"]\n',
        "docs/so-do.csv": "",
        "plugins/vietnamese/dates.py": "def next_year(year):\n    return year + 1\n",
        "tests/test_dates.py": f"{IMPORT}    next_year(2026)\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert run(tmp_path, only="") == 1
    test = tmp_path / "tests" / "test_dates.py"
    test.write_text(f"{IMPORT}    assert next_year(2026) == 2027\n", encoding="utf-8")
    assert run(tmp_path, only="") == 0
    assert "ngày 100 %" in (tmp_path / "docs" / "so-do.csv").read_text(encoding="utf-8")


def test_b11_every_part_that_is_scored_is_there() -> None:
    """A module that was renamed does not leave the score in silence."""
    places = [place for group in GROUPS.values() for place in group]
    assert [place for place in places if not (ROOT / "plugins" / place).exists()] == []
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert [place for place in places if f'"plugins/{place}' not in settings] == []
