"""What a page, a file or a check has looked at: the facts that it depends on, and no others.

Everything that comes from content or registers is looked up through objects that note each look.
Whatever was noted is what the result depends on, by construction and not by discipline. A fact is
a short line: `text tin-bai/…md`, `headline …`, `order column the-che`, `agencies so-noi-vu`.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from contextlib import contextmanager
from typing import TypeVar

K = TypeVar("K", bound="str | tuple[str, ...]")
V = TypeVar("V")


class Notes:
    """The facts that were looked at since a fresh page was opened (sổ ghi)."""

    __slots__ = ("facts",)

    def __init__(self) -> None:
        """Begin with an empty page."""
        self.facts: set[str] = set()

    @contextmanager
    def fresh(self) -> Iterator[set[str]]:
        """Note on a page of its own what is looked at inside, and give that page."""
        outer, self.facts = self.facts, set()
        try:
            yield self.facts
        finally:
            self.facts = outer


class Noted(Mapping[K, V]):
    """Records by their ids; looking one up notes it, going through all notes the whole (sổ)."""

    __slots__ = ("_name", "_notes", "_records")

    def __init__(self, name: str, records: Mapping[K, V], notes: Notes) -> None:
        """Wrap the records of the register `name`."""
        self._name, self._records, self._notes = name, records, notes

    def __getitem__(self, key: K) -> V:
        """Look one up; that it is missing is a fact, too."""
        self._notes.facts.add(fact_of(self._name, key))
        return self._records[key]

    def __iter__(self) -> Iterator[K]:
        """Go through all of them."""
        self._notes.facts.add(self._name)
        return iter(self._records)

    def values(self) -> ValuesView[V]:
        """Go through all of them; that is one look, at the whole."""
        self._notes.facts.add(self._name)
        return self._records.values()

    def items(self) -> ItemsView[K, V]:
        """Go through all of them with their keys; that is one look, at the whole."""
        self._notes.facts.add(self._name)
        return self._records.items()

    def __len__(self) -> int:
        """Count them."""
        self._notes.facts.add(self._name)
        return len(self._records)


def fact_of(name: str, key: str | tuple[str, ...]) -> str:
    """Name the fact that a register says this of a key."""
    return f"{name} {key if isinstance(key, str) else '/'.join(key)}"
