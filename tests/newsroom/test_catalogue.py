"""Groups that are kept up to date one record at a time are those that are made anew."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.catalogue import Catalogue, EmptyStock

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
