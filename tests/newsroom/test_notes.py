"""Every look at a register is noted, and nothing else."""

from __future__ import annotations

import pytest

from plugins.newsroom.notes import Noted, Notes


def test_a_look_notes_what_was_looked_up_alone() -> None:
    """A page that names one agency is not made anew for another one's sake."""
    notes = Notes()
    agencies = Noted("agencies", {"so-noi-vu": 1, "so-y-te": 2}, notes)
    with notes.fresh() as facts:
        assert agencies["so-noi-vu"] == 1
    assert facts == {"agencies so-noi-vu"}


def test_what_is_missing_is_a_fact_too() -> None:
    """A page that did without a record changes on the day on which the record comes."""
    notes = Notes()
    columns = Noted("columns", {("a", "b"): 1}, notes)
    with notes.fresh() as facts:
        assert columns.get(("a", "c")) is None
        with pytest.raises(KeyError):
            columns["x", "y"]
    assert facts == {"columns a/c", "columns x/y"}


def test_going_through_all_notes_the_whole() -> None:
    """A directory changes with every line of its register."""
    notes = Notes()
    tags = Noted("tags", {"a": 1, "b": 2}, notes)
    with notes.fresh() as facts:
        assert sorted(tags) == ["a", "b"]
        assert list(tags.values()) == [1, 2]
        assert dict(tags.items()) == {"a": 1, "b": 2}
    assert facts == {"tags"}


def test_a_page_of_its_own_leaves_the_outer_page_alone() -> None:
    """What a unit looks up inside another's work is its own."""
    notes = Notes()
    with notes.fresh() as outer:
        notes.facts.add("a")
        with notes.fresh() as inner:
            notes.facts.add("b")
        notes.facts.add("c")
    assert (outer, inner) == ({"a", "c"}, {"b"})
