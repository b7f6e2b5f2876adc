"""Records in ordered groups, loaded only as they are asked for, and what changes when one does."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Generic, Protocol, TypeVar

Order = tuple[float, str]
NEWER, OLDER = 1, 12
"""How far a member of a group sees: those just before it, and those after it."""
SPAN = 4
"""So far from the place of the last member that was looked up the next is looked for first."""
BLOCK = 4
"""So many members, counted from the last, are one fact: what is added in front leaves it alone."""


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
    whose order changed, `block G B` for those of its blocks that did, `size G` when the number of
    members did, `least G C` when it passed C, `near G N` when somebody else comes to stand among
    the `NEWER` before or the `OLDER` after N, `keys K` when a group of kind K begins or ends, and
    what `facts` says of the record before and after. Of a group that was empty before, no parts
    are told: whoever looks for some in an empty one looks at its order.
    """

    def __init__(
        self,
        stock: Stock[R],
        facts: Callable[[R | None, R | None], Iterable[str]],
        neighbourly: Collection[str] = (),
        *,
        is_new: bool = False,
    ) -> None:
        """Stand on what is in stock; who stands near whom is noted in groups of some kinds.

        Nobody has seen anything of a new catalogue, and no facts of it are collected.
        """
        self._stock, self._facts, self._is_new = stock, facts, is_new
        self._neighbourly = frozenset(neighbourly)
        self._groups: dict[str, list[str]] = {}
        self.records: dict[str, R | None] = {}
        self._changed: set[str] = set()
        self._sizes: dict[str, int] = {}
        self._blocks: dict[str, range] = {}
        self.changed_names: set[str] = set()
        self.changed_groups: set[str] = set()
        self._alike: dict[str, set[str]] = {}
        self._last_found: dict[str, int] = {}

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

    def near(self, group: str, name: str) -> tuple[list[str], list[str]]:
        """Give the names just before a member of a group, and those after it, in order."""
        members = self.members(group)
        place = self._found(group, members, name)
        return members[max(0, place - NEWER) : place], members[place + 1 : place + 1 + OLDER]

    def _found(self, group: str, members: list[str], name: str) -> int:
        """Find a member: close to the one that was asked for last, as a rule, or by its order."""
        start = max(0, self._last_found.get(group, 0) - SPAN)
        if name in members[start : start + 2 * SPAN]:
            place = members.index(name, start)
        else:
            place = bisect_left(members, self._order(name), key=self._order)
            if members[place : place + 1] != [name]:
                raise LookupError(f"{name} is not in {group}")
        self._last_found[group] = place
        return place

    def keys(self, kind: str) -> tuple[str, ...]:
        """Give the keys of all groups `kind KEY` that have members, sorted."""
        prefix = f"{kind} "
        known = {i for i in self._stock.group_ids(kind) if i not in self.changed_groups}
        alike = self._alike.get(kind.partition(" ")[0], ())
        touched = (i for i in alike if i.startswith(prefix) and self.members(i))
        keys = (group.removeprefix(prefix) for group in (*known, *touched))
        return tuple(sorted(key for key in keys if " " not in key))

    def put(self, name: str, record: R | None) -> None:
        """File a record under a name, or take away what is there."""
        before = self.get(name)
        if before == record:
            return
        if not self._is_new:
            self._changed.update(self._facts(before, record))
        self._regroup(name, before, record)
        self.records[name] = record
        self.changed_names.add(name)

    @property
    def changed(self) -> set[str]:
        """Give every fact that has changed since the stock was filed."""
        return {*self._changed, *self._changed_sizes(), *self._changed_blocks()}

    def _changed_sizes(self) -> Iterator[str]:
        for group, before in self._sizes.items():
            now = len(self._groups[group])
            if now != before:
                yield f"size {group}"
                few, many = sorted((before, now))
                if not few:
                    yield f"keys {group.rpartition(' ')[0]}"
                if before:
                    yield from (f"least {group} {count}" for count in range(few + 1, many + 1))

    def _changed_blocks(self) -> Iterator[str]:
        for group, blocks in self._blocks.items():
            yield from (f"block {group} {block}" for block in blocks)

    def _regroup(self, name: str, before: R | None, after: R | None) -> None:
        old = dict.fromkeys(before.groups) if before else {}
        new = dict.fromkeys(after.groups) if after else {}
        moved = before and after and before.order != after.order
        for group in old:
            if moved or group not in new:
                place = self.members(group).index(name)
                self._note(group, place)
                del self._groups[group][place]
        self.records[name] = after
        for group in new:
            if moved or group not in old:
                assert after is not None  # noqa: S101 - it has groups
                place = self._place(group, after.order)
                self._groups[group].insert(place, name)
                self._note(group, place)

    def _place(self, group: str, order: Order) -> int:
        members = self.members(group)
        if not self._is_new:
            self._sizes.setdefault(group, len(members))
        if members and self._order(members[-1]) < order:
            return len(members)  # what comes in order needs no search
        return bisect_left(members, order, key=self._order)

    def _note(self, group: str, place: int) -> None:
        """Note what changes with the member at a place, which is there now."""
        if group not in self.changed_groups:
            self.changed_groups.add(group)
            self._alike.setdefault(group.partition(" ")[0], set()).add(group)
        if self._is_new:
            return
        members = self._groups[group]
        self._sizes.setdefault(group, len(members))
        self._changed.add(f"order {group}")
        if not self._sizes[group]:
            return  # nobody can have looked at a part of what was empty
        self._note_blocks(group, len(members) - 1 - place, len(members) - 1)
        if group.partition(" ")[0] in self._neighbourly:
            near = members[max(0, place - OLDER) : place + NEWER + 1]
            self._changed.update([f"near {group} {other}" for other in near])

    def _note_blocks(self, group: str, first: int, last: int) -> None:
        """Note the blocks of some places, counted from the last member, beside those noted."""
        lowest, end = first // BLOCK, last // BLOCK + 1
        noted = self._blocks.get(group, range(lowest, end))
        self._blocks[group] = range(min(lowest, noted.start), max(end, noted.stop))

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
