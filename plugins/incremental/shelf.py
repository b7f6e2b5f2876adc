"""The records of datasets, kept by their own digests, and what was wrong in reading them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plugins.incremental.database import Database
from plugins.incremental.kept import Kept, key_of
from plugins.incremental.records import read_back
from plugins.newsroom.dataset import names_fact, record_fact
from plugins.newsroom.problem import Problem

MOST_OPEN = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A dataset as it goes on the shelf: its records and its problems, written down."""

    name: str
    records: Mapping[str, bytes]
    problems: bytes


class DataShelf:
    """All datasets of one content folder (kệ dữ liệu)."""

    def __init__(self, database: Database, kept: Kept) -> None:
        """Stand on the tables of a memory, and on the records that it speaks of."""
        self._database, self._kept = database, kept
        self._opened = lru_cache(MOST_OPEN)(lambda key: read_back(self._kept.take_out(key)))

    def record(self, dataset: str, name: str) -> object | None:
        """Load a record of a dataset; raises `Damaged` when it is not as it was put in."""
        query = "SELECT key FROM entry WHERE dataset = ? AND name = ?"
        row = self._database.row(query, dataset, name)
        found: object | None = self._opened(bytes(row[0])) if row else None
        return found

    def datasets(self, folder: str) -> tuple[str, ...]:
        """Name the datasets of a folder, sorted."""
        found = self._database.rows("SELECT name FROM dataset ORDER BY name")
        start = f"{folder}/"
        return tuple(name.removeprefix(start) for (name,) in found if name.startswith(start))

    def problems(self) -> Iterator[Problem]:
        """Give every problem of reading a dataset."""
        for (found,) in self._database.rows("SELECT problems FROM dataset"):
            yield from read_back(found)

    def bring_up(self, filled: Iterable[Filled], wanted: Collection[str]) -> Iterator[str]:
        """Put some datasets, take away those not wanted, and name the facts that change."""
        for one in filled:
            yield from self.put(one)
        for (name,) in list(self._database.rows("SELECT name FROM dataset")):
            if name not in wanted:
                yield from self.remove(name)

    def put(self, filled: Filled) -> Iterator[str]:
        """Put a dataset in the place of what was there before, and name the facts that change."""
        before = dict(self._entries(filled.name))
        after = {name: key_of(data) for name, data in filled.records.items()}
        changed = [name for name, key in after.items() if before.get(name) != key]
        self._kept.put_in(filled.records[name] for name in changed)
        yield from self._note(filled.name, sorted(before.keys() - after.keys()), ())
        yield from self._note(filled.name, changed, [after[name] for name in changed])
        if not self._database.row("SELECT 1 FROM dataset WHERE name = ?", filled.name):
            yield names_fact(filled.name.partition("/")[0])
        row = (filled.name, filled.problems)
        self._database.run("INSERT OR REPLACE INTO dataset VALUES (?, ?)", [row])

    def remove(self, dataset: str) -> Iterator[str]:
        """Take a dataset away, and name the facts that change."""
        yield from self._note(dataset, [name for name, _ in self._entries(dataset)], ())
        self._database.run("DELETE FROM dataset WHERE name = ?", [(dataset,)])
        yield names_fact(dataset.partition("/")[0])

    def _entries(self, dataset: str) -> Iterator[tuple[str, bytes]]:
        query = "SELECT name, key FROM entry WHERE dataset = ?"
        for name, key in self._database.rows(query, dataset):
            yield name, bytes(key)

    def _note(self, dataset: str, names: Sequence[str], keys: Iterable[bytes]) -> Iterator[str]:
        """Replace entries by others of the same names, or by none."""
        gone = ((dataset, name) for name in names)
        self._database.run("DELETE FROM entry WHERE dataset = ? AND name = ?", gone)
        rows = ((dataset, name, key) for name, key in zip(names, keys, strict=False))
        self._database.run("INSERT INTO entry VALUES (?, ?, ?)", rows)
        return (record_fact(dataset, name) for name in names)
