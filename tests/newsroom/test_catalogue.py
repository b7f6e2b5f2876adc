"""Groups that are kept up to date one record at a time are those that are made anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.catalogue import BLOCK, NEWER, OLDER, Catalogue, EmptyStock

NAMES = st.sampled_from("abcdefgh")
GROUPS = st.lists(st.sampled_from(("all", "year 1", "year 2", "tag x", "tag y")), max_size=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A record that is nothing but its place."""

    name: str
    time: int
    groups: tuple[str, ...]

    @property
    def order(self) -> tuple[float, str]:
        """Sort by time, then by name."""
        return (float(self.time), self.name)


def no_facts(_before: Card | None, _after: Card | None) -> tuple[str, ...]:
    """Say nothing of the record itself."""
    return ()


def made_anew(cards: dict[str, Card | None]) -> dict[str, list[str]]:
    """Sort out the groups from the records alone."""
    found: dict[str, list[str]] = {}
    for card in sorted((c for c in cards.values() if c), key=lambda c: c.order):
        for group in dict.fromkeys(card.groups):
            found.setdefault(group, []).append(card.name)
    return found


@given(st.lists(st.tuples(NAMES, st.integers(0, 3), GROUPS, st.booleans()), max_size=30))
def test_groups_are_in_order_after_any_changes(
    changes: list[tuple[str, int, list[str], bool]],
) -> None:
    """A list that missed an article, or showed one twice, would stay wrong for ever."""
    catalogue: Catalogue[Card] = Catalogue(EmptyStock(), no_facts)
    cards: dict[str, Card | None] = {}
    for name, time, groups, is_gone in changes:
        card = None if is_gone else Card(name=name, time=time, groups=tuple(groups))
        before = made_anew(cards)
        catalogue.put(name, card)
        cards[name] = card
        after = made_anew(cards)
        differing = {g for g in before.keys() | after.keys() if before.get(g) != after.get(g)}
        assert {f"order {group}" for group in differing} <= catalogue.changed
    after = made_anew(cards)
    assert {fact for fact in catalogue.changed if fact.startswith("size")} == {
        f"size {group}" for group in after
    }
    assert {fact for fact in catalogue.changed if fact.startswith("keys")} == {
        f"keys {group.rpartition(' ')[0]}" for group in after
    }
    for group in ("all", "year 1", "year 2", "tag x", "tag y"):
        assert catalogue.members(group) == made_anew(cards).get(group, [])
    years = tuple(g.removeprefix("year ") for g in sorted(made_anew(cards)) if "year" in g)
    assert catalogue.keys("year") == years


def test_what_is_filed_as_it_was_changes_nothing() -> None:
    """An edit that leaves a record as it was must not make a single page anew."""
    card = Card(name="a", time=1, groups=("all",))
    catalogue: Catalogue[Card] = Catalogue(EmptyStock(), no_facts)
    catalogue.put("a", card)
    before = catalogue.changed
    catalogue.put("a", Card(name="a", time=1, groups=("all",)))
    assert catalogue.changed == before


class Shelf:
    """What an earlier build left."""

    def __init__(self, cards: Mapping[str, Card]) -> None:
        """Keep some records."""
        self._cards, self._groups = cards, made_anew(dict(cards))

    def record(self, name: str) -> Card | None:
        """Load a record."""
        return self._cards.get(name)

    def members(self, group: str) -> list[str]:
        """Load the names of a group."""
        return list(self._groups.get(group, ()))

    def size(self, group: str) -> int:
        """Count a group's members."""
        return len(self._groups.get(group, ()))

    def group_ids(self, kind: str) -> Iterator[str]:
        """Give the groups of a kind."""
        return (group for group in self._groups if group.startswith(f"{kind} "))


GROUP = "tag x"
SIZES = st.sampled_from((0, 1, 14, 19, 39, 41))
EDITS = st.lists(st.tuples(st.integers(0, 64), st.none() | st.integers(0, 99)), max_size=9)


def tagged(name: int, time: int) -> Card:
    """Make a record of the one group."""
    return Card(name=f"{name:02}", time=time, groups=(GROUP,))


def shelf_of(size: int) -> Shelf:
    """Keep records of the one group, not in the order of their names."""
    return Shelf({f"{name:02}": tagged(name, time=name * 37 % 100) for name in range(size)})


def looks(catalogue: Catalogue[Card]) -> dict[str, object]:
    """Look at every part of the group, and for some more, each under the name of its fact."""
    members = catalogue.members(GROUP)
    found: dict[str, object] = {f"size {GROUP}": len(members), f"order {GROUP}": tuple(members)}
    found |= {f"near {GROUP} {name}": catalogue.near(GROUP, name) for name in members}
    for block in range(25):
        start = block * BLOCK
        found[f"block {GROUP} {block}"] = members[::-1][start : start + BLOCK]
    return found | {f"least {GROUP} {n}": len(members) >= n for n in range(80)}


@given(SIZES, EDITS)
def test_whoever_looked_at_a_part_of_a_group_learns_of_each_change_there(
    size: int, edits: list[tuple[int, int | None]]
) -> None:
    """An article would go on showing a neighbour that is gone, an old list page a lost article."""
    shelf = shelf_of(size)
    before = looks(Catalogue(shelf, no_facts, ("tag",)))
    catalogue: Catalogue[Card] = Catalogue(shelf, no_facts, ("tag",))
    for name, time in edits:
        catalogue.put(f"{name:02}", None if time is None else tagged(name, time))
    after = looks(catalogue)
    changed = {fact for fact, seen in before.items() if after.get(fact) != seen}
    wholes = {f"size {GROUP}", f"order {GROUP}"}
    assert (changed if size else changed & wholes) <= catalogue.changed


def test_a_newer_member_concerns_its_neighbour_and_the_last_block_alone() -> None:
    """A new article may not let every article of its column be made again."""
    catalogue: Catalogue[Card] = Catalogue(shelf_of(41), no_facts, ("tag",))
    catalogue.put("99", tagged(99, time=-1))
    assert catalogue.changed == {
        f"order {GROUP}",
        f"size {GROUP}",
        f"least {GROUP} 42",
        f"near {GROUP} 99",
        f"near {GROUP} 00",
        f"block {GROUP} 10",
    }


def test_a_group_that_begins_tells_of_itself_as_a_whole() -> None:
    """A first build would tell of each part of everything, and nobody has looked at any."""
    catalogue: Catalogue[Card] = Catalogue(EmptyStock(), no_facts, ("tag",))
    for name in range(50):
        catalogue.put(f"{name:02}", tagged(name, time=name))
    assert catalogue.changed == {f"order {GROUP}", f"size {GROUP}", "keys tag"}


@given(st.permutations(range(41)))
def test_neighbours_are_the_same_in_whatever_order_they_are_asked_for(order: list[int]) -> None:
    """Where the last one was found is only where the next is looked for first."""
    catalogue = Catalogue(shelf_of(41), no_facts, ("tag",))
    members = catalogue.members(GROUP)
    for place in order:
        near = members[max(0, place - NEWER) : place], members[place + 1 : place + 1 + OLDER]
        assert catalogue.near(GROUP, members[place]) == near


def test_nobody_stands_near_one_that_is_not_there() -> None:
    """A place in a group that a record left would be a place beside strangers."""
    catalogue: Catalogue[Card] = Catalogue(EmptyStock(), no_facts, ("tag",))
    catalogue.put("00", tagged(0, time=1))
    with pytest.raises(LookupError, match="00 is not in tag y"):
        catalogue.near("tag y", "00")
