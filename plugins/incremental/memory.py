"""What both memories of a build are: records of named files, and the groups that they stand in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Generic, TypeVar

from plugins.incremental.database import Database
from plugins.incremental.kept import Kept, key_of
from plugins.incremental.records import read_back, written
from plugins.incremental.schemas import records_place
from plugins.incremental.tables import Groups, Looks, Values
from plugins.newsroom.catalogue import Catalogue, Filed

R = TypeVar("R", bound=Filed)

MANY = 500
"""From so many names on, to load all is less work than to look for each."""


class Memory(Generic[R]):
    """Files by name, their records, groups of them, and what units looked up: a catalogue's stock.

    A memory says where its files stand (`FILES`, by `NAME`) and where the keys of their records
    (`RECORDS`); it has a table `unit` with the facts of each unit, packed.
    """

    FILES: str
    NAME: str
    RECORDS: str

    def __init__(self, place: Path, schema: Sequence[str], fingerprint: str) -> None:
        """Open the memory at a place of the cache, or begin it anew."""
        self._database = Database(place, schema, fingerprint)
        self._records = Kept(records_place(place), fingerprint)
        self.values = Values(self._database)
        self.looks = Looks(self._database)
        self._names: dict[int, str] = {}
        self._groups = Groups(self._database, self._names_of)
        self._one_name = f"SELECT {self.NAME} FROM {self.FILES} WHERE number = ?"  # noqa: S608 - our own words
        self._one_number = f"SELECT number FROM {self.FILES} WHERE {self.NAME} = ?"  # noqa: S608 - here too
        self._all_names = f"SELECT {self.NAME}, number FROM {self.FILES}"  # noqa: S608 - here too
        self._one_record = (
            f"SELECT record FROM {self.FILES} JOIN {self.RECORDS} USING (number)"  # noqa: S608
            f" WHERE {self.NAME} = ?"
        )

    @property
    def is_new(self) -> bool:
        """Say whether nothing is known yet."""
        return self._database.is_new

    def record(self, name: str) -> R | None:
        """Load the record of a file."""
        row = self._database.row(self._one_record, name)
        found: R | None = read_back(self._records.take_out(row[0])) if row else None
        return found

    def holds(self, name: str, record: R) -> bool:
        """Say whether a file's record is known to be this very one, without a look into it."""
        row = self._database.row(self._one_record, name)
        return row is not None and row[0] == key_of(written(record))

    def members(self, group: str) -> list[str]:
        """Load the names of a group's members."""
        return self._groups.members(group)

    def size(self, group: str) -> int:
        """Count a group's members."""
        return self._groups.size(group)

    def group_ids(self, kind: str) -> Iterator[str]:
        """Give the ids of all groups of a kind that have members."""
        return self._groups.ids(kind)

    def name_of(self, number: int) -> str:
        """Give the name of a file by its number, empty for none."""
        row = self._database.row(self._one_name, number)
        return str(row[0]) if row else ""

    def close(self) -> None:
        """Leave the memory."""
        self._records.close()
        self._database.close()

    def _save_records(self, catalogue: Catalogue[R]) -> dict[str, int]:
        """Write the records and groups that changed; give the number of each changed file."""
        changed = {name: catalogue.records[name] for name in sorted(catalogue.changed_names)}
        groups = {group: catalogue.members(group) for group in catalogue.changed_groups}
        numbers = self._numbers_of({*changed, *chain.from_iterable(groups.values())})
        records = {name: written(record) for name, record in changed.items() if record}
        self._records.put_in(records.values())
        self._database.run(
            f"INSERT OR REPLACE INTO {self.RECORDS} VALUES (?, ?)",  # noqa: S608 - our own words
            ((numbers[name], key_of(record)) for name, record in records.items()),
        )
        gone = [numbers[name] for name in changed.keys() - records.keys() if name in numbers]
        self._database.run(
            f"DELETE FROM {self.RECORDS} WHERE number = ?",  # noqa: S608 - our own words
            ((number,) for number in sorted(gone)),
        )
        self._groups.save({g: [numbers[n] for n in members] for g, members in groups.items()})
        return {name: numbers[name] for name in changed if name in numbers}

    def _facts(self, unit: int) -> bytes:
        """Give what a unit looked up, packed."""
        row = self._database.row("SELECT facts FROM unit WHERE number = ?", unit)
        return bytes(row[0]) if row else b""

    def _numbers_of(self, names: Collection[str]) -> dict[str, int]:
        """Give the numbers of those of some files that are known; more when they are many."""
        if len(names) > MANY:
            return dict(self._database.rows(self._all_names))
        found = ((name, self._database.row(self._one_number, name)) for name in names)
        return {name: int(row[0]) for name, row in found if row}

    def _names_of(self, numbers: Sequence[int]) -> list[str]:
        """Give the names of a group's members; those of many are loaded with all others."""
        if len(numbers) > MANY and len(self._names) < MANY:
            rows = self._database.rows(self._all_names)
            self._names |= {number: name for name, number in rows}
        return list(map(self._name_of, numbers))

    def _name_of(self, number: int) -> str:
        if number not in self._names:
            self._names[number] = self.name_of(number)
        return self._names[number]
