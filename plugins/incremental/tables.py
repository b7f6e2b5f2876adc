"""What both memories of a build have in common: noted values, ordered groups, looked-up facts."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b

from plugins.incremental.database import Database

AFTER_A_SPACE = "!"
NUMBER_LENGTH = 8


@lru_cache(maxsize=1 << 16)
def number_of(fact: str) -> int:
    """Give a fact's number; two facts with one number would cost a needless look, no more."""
    return int.from_bytes(blake2b(fact.encode(), digest_size=8).digest(), "big", signed=True)


def packed(numbers: Iterable[int]) -> bytes:
    """Write numbers of 64 bits one after the other."""
    return array("q", numbers).tobytes()


def packed_facts(facts: Iterable[str]) -> bytes:
    """Write the numbers of facts, in order."""
    return packed(sorted(map(number_of, facts)))


def unpacked(data: bytes) -> array[int]:
    """Read what `packed` wrote."""
    return array("q", data)


class Values:
    """Named values of the table `meta`."""

    def __init__(self, database: Database) -> None:
        """Read and write in a database."""
        self._database = database

    def get(self, name: str) -> str:
        """Give a value, empty when it was never set."""
        row = self._database.row("SELECT value FROM meta WHERE name = ?", name)
        return str(row[0]) if row else ""

    def set(self, values: Mapping[str, str]) -> None:
        """Set some values."""
        self._database.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())


class Groups:
    """Ordered groups of records, kept as the numbers of their members."""

    def __init__(self, database: Database, names_of: Callable[[Sequence[int]], list[str]]) -> None:
        """Read and write in a database; `names_of` turns the numbers of records into names."""
        self._database, self._names_of = database, names_of

    def members(self, group: str) -> list[str]:
        """Give the names of a group's members in order."""
        row = self._database.row("SELECT members FROM grp WHERE id = ?", group)
        return self._names_of(unpacked(row[0])) if row else []

    def size(self, group: str) -> int:
        """Count a group's members."""
        row = self._database.row("SELECT length(members) FROM grp WHERE id = ?", group)
        return int(row[0]) // NUMBER_LENGTH if row else 0

    def ids(self, kind: str) -> Iterator[str]:
        """Give the ids of all groups of a kind that have members."""
        bounds = (f"{kind} ", f"{kind}{AFTER_A_SPACE}")
        rows = self._database.rows("SELECT id FROM grp WHERE id >= ? AND id < ?", *bounds)
        return (group for (group,) in rows)

    def save(self, groups: Mapping[str, Iterable[int]]) -> None:
        """Write groups anew; one without members is taken away."""
        kept = {group: data for group, members in groups.items() if (data := packed(members))}
        gone = [(group,) for group in groups if group not in kept]
        self._database.run("INSERT OR REPLACE INTO grp VALUES (?, ?)", sorted(kept.items()))
        self._database.run("DELETE FROM grp WHERE id = ?", gone)


class Looks:
    """Which units looked up which facts."""

    def __init__(self, database: Database) -> None:
        """Read and write in a database."""
        self._database = database

    def units_that_saw(self, facts: Iterable[str]) -> dict[int, set[str]]:
        """Give the units that looked up any of some facts, and which of them."""
        found: dict[int, set[str]] = {}
        query = "SELECT unit FROM look WHERE fact = ?"
        for fact in facts:
            for (unit,) in self._database.rows(query, number_of(fact)):
                found.setdefault(unit, set()).add(fact)
        return found

    def save(self, changes: Iterable[tuple[int, bytes, bytes]]) -> None:
        """Note for each unit what it looked up before and what it looks up now, both packed."""
        gone, come = [], []
        for unit, before, after in changes:
            if before != after:
                old, new = frozenset(unpacked(before)), frozenset(unpacked(after))
                gone += [(fact, unit) for fact in old - new]
                come += [(fact, unit) for fact in new - old]
        self._database.run("DELETE FROM look WHERE fact = ? AND unit = ?", gone)
        self._database.run("INSERT OR IGNORE INTO look VALUES (?, ?)", sorted(come))
