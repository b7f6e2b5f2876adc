"""What a developer reads after `inv verify`."""

from __future__ import annotations

from plugins.workshop.running import Ended
from plugins.workshop.verifying import STEPS, Verdict, table


def test_the_table_names_every_check_with_its_verdict() -> None:
    """A developer sees at a glance which check to look at."""
    verdicts = (
        Verdict(name="mypy", ended=Ended(code=1, last_line="Found 2 errors"), seconds=12.34),
        Verdict(name="import-linter", ended=Ended(code=0, last_line=""), seconds=0.5),
    )
    assert table(verdicts) == ("mypy           HỎNG    12,3 giây\nimport-linter  đạt      0,5 giây")


def test_the_tests_come_last() -> None:
    """CI reads the tests' own summary on the last line."""
    assert [name for name, _ in STEPS] == [
        "ruff check",
        "ruff format",
        "mypy",
        "import-linter",
        "pytest",
    ]
