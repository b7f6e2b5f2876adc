"""Which units are run in a build, and why: pure, from what they looked up and what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Reasons = frozenset[str]
NEW: Reasons = frozenset(("mới có",))
LOST: Reasons = frozenset(("tệp trong output bị sửa hoặc bị mất",))


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPlan:
    """What is to do for one family.

    `run` are the keys to run with their reasons, `gone` the numbers of units that nobody wants any
    more, `numbers` those of the units that were there before.
    """

    run: Mapping[str, Reasons]
    gone: tuple[int, ...]
    numbers: Mapping[str, int]


def plan_family(
    *,
    known: Mapping[str, int],
    wanted: Iterable[str] | None,
    reasons: Mapping[int, Reasons],
    everything: Reasons,
) -> FamilyPlan:
    """Plan one family's units.

    `known` are the units of the last build, number by key; all of them, or, when the family's keys
    have not changed and `wanted` is None, those that have reasons. `reasons` say by number which
    facts that a unit looked up have changed, or what happened to its files; `everything` is not
    empty when there is a reason to run every unit.
    """
    keys = dict.fromkeys(known if wanted is None else wanted)
    run = {}
    for key in keys:
        why = NEW if key not in known else everything | reasons.get(known[key], frozenset())
        if why:
            run[key] = why
    gone = tuple(number for key, number in known.items() if key not in keys)
    return FamilyPlan(run=run, gone=gone, numbers=known)


def changed_marks(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    """Give the facts whose marks differ, come or go."""
    names = before.keys() | after.keys()
    return {name for name in names if before.get(name) != after.get(name)}
