"""Which units run: those whose facts changed, new ones, all when there is a reason for all."""

from __future__ import annotations

from plugins.incremental.planning import NEW, changed_marks, plan_family

NOTHING: frozenset[str] = frozenset()
CHANGED = frozenset(("text a",))


def test_a_unit_runs_for_the_facts_that_it_looked_up() -> None:
    """One article's edit makes one article's page."""
    plan = plan_family(
        known={"a": 1, "b": 2}, wanted=["a", "b"], reasons={1: CHANGED, 9: CHANGED},
        everything=NOTHING,
    )  # fmt: skip
    assert plan.run == {"a": CHANGED}
    assert plan.gone == ()


def test_a_new_key_runs_and_one_that_nobody_wants_is_gone() -> None:
    """A renamed article's old page must not stay on the site."""
    plan = plan_family(known={"a": 1}, wanted=["b"], reasons={}, everything=NOTHING)
    assert (plan.run, plan.gone) == ({"b": NEW}, (1,))


def test_keys_that_have_not_changed_are_not_asked_for() -> None:
    """Ten thousand keys are not compared for one edit."""
    plan = plan_family(known={"a": 1}, wanted=None, reasons={1: CHANGED}, everything=NOTHING)
    assert (plan.run, plan.gone) == ({"a": CHANGED}, ())


def test_one_reason_for_all_runs_all() -> None:
    """Another version of the program may write every page otherwise."""
    every = frozenset(("khác",))
    plan = plan_family(known={"a": 1, "b": 2}, wanted=["a", "b"], reasons={}, everything=every)
    assert plan.run == {"a": every, "b": every}


def test_marks_that_differ_come_or_go_are_changes() -> None:
    """An agency that was struck off the register is a change like any other."""
    assert changed_marks({"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "2", "d": "1"}) == {
        "b", "c", "d",
    }  # fmt: skip
