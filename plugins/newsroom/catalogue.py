"""Records in ordered groups, loaded only as they are asked for, and what changes when one does."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, Protocol, TypeVar

Order = tuple[float, str]


class Filed(Protocol):
    """A record of a catalogue: its place in every group, and the groups that it belongs to."""

    @property
    def order(self) -> Order:
        """Sort the records of a group; no two are equal."""
        ...

    @property
    def groups(self) -> tuple[str, ...]:
        """Name the groups, as `kind key`: `column truyen-thong/ket-qua-chi-so`."""
        ...


R = TypeVar("R", bound=Filed)
R_co = TypeVar("R_co", bound=Filed, covariant=True)


class Stock(Protocol[R_co]):
    """What was filed by earlier builds; an empty one for the first."""

    def record(self, name: str) -> R_co | None:
        """Load a record."""
        ...

    def members(self, group: str) -> list[str]:
        """Load the names of a group in their order; a list that the caller may change."""
        ...

    def size(self, group: str) -> int:
        """Count a group's members."""
        ...

    def group_ids(self, kind: str) -> Iterable[str]:
        """Give the ids of all groups `kind …` that have members."""
        ...


class Catalogue(Generic[R]):
    """Records by name, and groups of them in order (danh mục).

    `changed` collects the facts that each `put` changes: `order G` for a group whose members or
    whose order changed, `keys K` when a group of kind K begins or ends, and what `facts` says of
    the record before and after.
    """

    def __init__(
        self, stock: Stock[R], facts: Callable[[R | None, R | None], Iterable[str]]
    ) -> None:
        """Stand on what is in stock."""
        self._stock, self._facts = stock, facts
        self._groups: dict[str, list[str]] = {}
        self.records: dict[str, R | None] = {}
        self.changed: set[str] = set()
        self.changed_names: set[str] = set()
        self.changed_groups: set[str] = set()

    def get(self, name: str) -> R | None:
        """Give a record, or None when there is none of that name."""
        if name not in self.records:
            self.records[name] = self._stock.record(name)
        return self.records[name]

    def members(self, group: str) -> list[str]:
        """Give the names of a group's records in order; not to be changed by the caller."""
        found = self._groups.get(group)
        if found is None:
            found = self._groups[group] = self._stock.members(group)
        return found

    def size(self, group: str) -> int:
        """Count a group's records."""
        loaded = self._groups.get(group)
        return self._stock.size(group) if loaded is None else len(loaded)

    def keys(self, kind: str) -> tuple[str, ...]:
        """Give the keys of all groups `kind KEY` that have members, sorted."""
        prefix = f"{kind} "
        known = {i for i in self._stock.group_ids(kind) if i not in self.changed_groups}
        touched = (i for i in self.changed_groups if i.startswith(prefix) and self.members(i))
        keys = (group.removeprefix(prefix) for group in (*known, *touched))
        return tuple(sorted(key for key in keys if " " not in key))

    def put(self, name: str, record: R | None) -> None:
        """File a record under a name, or take away what is there."""
        before = self.get(name)
        if before == record:
            return
        self.changed.update(self._facts(before, record))
        self._regroup(name, before, record)
        self.records[name] = record
        self.changed_names.add(name)

    def _regroup(self, name: str, before: R | None, after: R | None) -> None:
        old = dict.fromkeys(before.groups) if before else {}
        new = dict.fromkeys(after.groups) if after else {}
        moved = before and after and before.order != after.order
        for group in old:
            if moved or group not in new:
                self._leave(name, group)
        self.records[name] = after
        for group in new:
            if moved or group not in old:
                assert after is not None  # noqa: S101 - it has groups
                self._enter(name, group, after.order)

    def _leave(self, name: str, group: str) -> None:
        members = self.members(group)
        members.remove(name)
        self._note(group, one_kind=not members)

    def _enter(self, name: str, group: str, order: Order) -> None:
        members = self.members(group)
        if members and self._order(members[-1]) < order:
            members.append(name)  # what comes in order needs no search
        else:
            members.insert(bisect_left(members, order, key=self._order), name)
        self._note(group, one_kind=len(members) == 1)

    def _note(self, group: str, *, one_kind: bool) -> None:
        self.changed_groups.add(group)
        self.changed.add(f"order {group}")
        if one_kind:
            self.changed.add(f"keys {group.rpartition(' ')[0]}")

    def _order(self, name: str) -> Order:
        record = self.get(name)
        assert record is not None  # noqa: S101 - members of a group are filed
        return record.order


class EmptyStock(Generic[R]):
    """Nothing was filed before."""

    def record(self, name: str) -> R | None:
        """Give nothing."""
        del name
        return None

    def members(self, group: str) -> list[str]:
        """Give nobody."""
        del group
        return []

    def size(self, group: str) -> int:
        """Count nobody."""
        del group
        return 0

    def group_ids(self, kind: str) -> Iterator[str]:
        """Give none."""
        del kind
        return iter(())
