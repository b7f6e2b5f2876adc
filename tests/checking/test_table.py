"""The table of rules is whole: every id that is emitted is known, documented and its own."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from support.newsrooms import abbreviation, newsroom
from support.records import article

from plugins.checking.table import CHECKS, FILE_RULES, REGISTER_RULES, RULE_IDS, TEXT_RULES
from plugins.newsroom.model import Waiver
from plugins.newsroom.notes import Notes
from plugins.newsroom.rules.names import every_series_exists

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
    folder = ROOT / "plugins/newsroom/rules"
    emitted = {i for f in folder.glob("*.py") for i in EMITTED.findall(f.read_text("utf-8"))}
    rules = (*TEXT_RULES, *REGISTER_RULES, *(one for some in FILE_RULES.values() for one in some))
    ours = {r.__name__ for r in rules if r.__module__.startswith("plugins.newsroom.rules")}
    assert ours - emitted == set()


def test_what_is_wrong_with_a_text_is_told_once_by_line_without_what_it_waives() -> None:
    """An editor reads the problems of an article in the order in which they stand in it."""
    waiver = Waiver(rule="no_title_has_a_bare_abbreviation", reason="Tên chính thức.")
    lines = {"title": 2, "tags": 3, "series": 4}
    text = article(title="Họp về TTHC", tags=("la", "la"), waivers=(waiver,), lines=lines)
    whole = newsroom(text, abbreviations=(abbreviation("TTHC", "Thủ tục hành chính"),))
    (found,) = every_series_exists(newsroom(replace(text, series="la")))
    told = list(CHECKS.of_text(whole, (found, found)))
    assert [(p.line, p.rule) for p in told] == [
        (3, "every_tag_exists"),
        (3, "nothing_is_named_twice"),
        (4, "every_series_exists"),
    ]


def test_names_of_a_register_that_could_not_be_read_are_not_called_missing() -> None:
    """An editor who broke the list of tags is not told that every article names a wrong one."""
    whole = newsroom(article(tags=("la",)), unread=frozenset(("the.csv",)))
    assert list(CHECKS.of_text(whole, ())) == []


def test_of_an_ordinary_article_neither_today_nor_other_texts_matter() -> None:
    """A morning's first build does not check ten thousand articles again."""
    notes = Notes()
    text = article()
    whole = newsroom(text, article(number=1), notes=notes).about(text)
    assert list(CHECKS.of_text(whole, ())) == []
    assert notes.facts == {f"landing {text.path}", f"order claim {text.url}"}
