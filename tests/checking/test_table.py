"""The table of rules is whole: every id that is emitted is known, documented and its own."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.checking.table import RULE_IDS, RULES

ROOT = Path(__file__).parents[2]
EMITTED = re.compile(r'(?:\brule=|RULE = )"([a-z0-9_]+)"')
HEADING = re.compile(r"^### `([a-z0-9_]+)`$", re.MULTILINE)


def test_every_emitted_id_is_in_the_table() -> None:
    """An editor may waive a warning only by an id that the table knows."""
    sources = [
        path
        for path in sorted((ROOT / "plugins").rglob("*.py"))
        if "workshop" not in path.parts  # its commands answer what was typed, not what is written
    ]
    emitted = {rule for path in sources for rule in EMITTED.findall(path.read_text("utf-8"))}
    assert emitted == RULE_IDS


def test_every_rule_has_an_entry_in_the_handbook() -> None:
    """An editor who does not understand a message finds its rule in the handbook."""
    headings = HEADING.findall((ROOT / "docs/bien-tap/sua-loi.md").read_text(encoding="utf-8"))
    assert sorted(headings) == sorted(RULE_IDS)


def test_a_rule_reports_under_its_own_name() -> None:
    """A developer finds the rule of a message by searching for its name."""
    for rule in RULES:
        if rule.__module__.startswith("plugins.newsroom.rules"):
            source = Path(rule.__code__.co_filename).read_text(encoding="utf-8")
            assert f'rule="{rule.__name__}"' in source
