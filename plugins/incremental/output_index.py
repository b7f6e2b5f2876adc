"""The memory of writing: which unit made which file, what it looked up, how the file was left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from plugins.incremental.lines import Line, line_in
from plugins.incremental.memory import Memory
from plugins.incremental.records import read_back, written
from plugins.incremental.schemas import OUTPUT
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.publication import PageCard


class OutputIndex(Memory[PageCard]):
    """Units, files and cards of one output folder."""

    FILES, NAME, RECORDS = "line", "save_as", "card"

    def __init__(self, place: Path, fingerprint: str) -> None:
        """Open the index at a place of the cache, or begin it anew."""
        super().__init__(place, OUTPUT, fingerprint)

    # Units.

    def units(self, family: str) -> dict[str, int]:
        """Give every unit of a family, number by key."""
        return dict(self._database.rows("SELECT key, number FROM unit WHERE family = ?", family))

    def families(self) -> set[str]:
        """Give the names of all families that have units."""
        return {name for (name,) in self._database.rows("SELECT DISTINCT family FROM unit")}

    def unit(self, number: int) -> tuple[str, str] | None:
        """Give a unit's family and key."""
        row = self._database.row("SELECT family, key FROM unit WHERE number = ?", number)
        return (row[0], row[1]) if row else None

    def by_family(self, numbers: Iterable[int]) -> dict[str, dict[str, int]]:
        """Sort some units by their families: number by key."""
        found: dict[str, dict[str, int]] = {}
        for number in numbers:
            if unit := self.unit(number):
                found.setdefault(unit[0], {})[unit[1]] = number
        return found

    def next_unit(self) -> int:
        """Give the first number that no unit has."""
        row = self._database.row("SELECT max(number) FROM unit")
        return int(row[0] or 0) + 1 if row else 1

    def save_units(self, units: Sequence[tuple[int, str, str, bytes]]) -> None:
        """Note units that were run: number, family, key, and what they looked up, packed."""
        before = {} if self.is_new else {n: self._facts(n) for n, _, _, _ in units}
        self.looks.save((n, before.get(n, b""), facts) for n, _, _, facts in units)
        self._database.run("INSERT OR REPLACE INTO unit VALUES (?, ?, ?, ?)", units)

    def remove_units(self, numbers: Iterable[int]) -> None:
        """Forget units; their lines must have been removed before."""
        gone = list(numbers)
        self.looks.save((number, self._facts(number), b"") for number in gone)
        self._database.run("DELETE FROM unit WHERE number = ?", ((n,) for n in gone))

    # Files of the output.

    def places(self) -> Iterator[tuple[int, str, int, int]]:
        """Give every file as it was left: number, place, size and time."""
        for row in self._database.rows("SELECT number, save_as, size, time FROM line"):
            self._names[row[0]] = row[1]
            yield row[0], row[1], row[2], row[3]

    def line(self, save_as: str) -> Line | None:
        """Give what is known of a file of the output."""
        return line_in(self._database, save_as)

    def lines_of(self, unit: int) -> list[str]:
        """Give the files that a unit made."""
        query = "SELECT save_as FROM line WHERE unit = ? ORDER BY save_as"
        return [save_as for (save_as,) in self._database.rows(query, unit)]

    def unit_of_line(self, number: int) -> int:
        """Give the unit that made a file, by the file's number."""
        row = self._database.row("SELECT unit FROM line WHERE number = ?", number)
        return int(row[0]) if row else 0

    def save_lines(self, lines: Mapping[str, Line]) -> None:
        """Note files as they are left now."""
        self._database.run(
            "INSERT INTO line(save_as, digest, size, time, unit) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT(save_as) DO UPDATE SET digest = excluded.digest, size = excluded.size,"
            " time = excluded.time, unit = excluded.unit",
            ((save_as, *line) for save_as, line in sorted(lines.items())),
        )

    def remove_lines(self, names: Iterable[str]) -> None:
        """Forget files; the cards' changes must have been saved before."""
        self._database.run("DELETE FROM line WHERE save_as = ?", ((name,) for name in names))

    def folders(self) -> Iterator[tuple[str, int]]:
        """Give every folder of the output and its time as it was left."""
        return ((row[0], row[1]) for row in self._database.rows("SELECT path, time FROM folder"))

    def save_folders(self, folders: Mapping[str, int | None]) -> None:
        """Note how folders are left; None for one that is gone."""
        self._database.run(
            "INSERT OR REPLACE INTO folder VALUES (?, ?)",
            ((path, time) for path, time in sorted(folders.items()) if time is not None),
        )
        self._database.run(
            "DELETE FROM folder WHERE path = ?",
            ((path,) for path, time in folders.items() if time is None),
        )

    def save_cards(self, cards: Catalogue[PageCard]) -> None:
        """Write the cards that changed, and the groups that changed with them."""
        self._save_records(cards)

    # Marks of what is no content, and pictures and attachments as they are served.

    def marks(self) -> dict[str, str]:
        """Give the facts that the last build knew beside those of the content."""
        return dict(self._database.rows("SELECT fact, mark FROM mark"))

    def save_marks(self, marks: Mapping[str, str]) -> None:
        """Note such facts, and forget all others."""
        before = self.marks()
        gone = sorted(before.keys() - marks.keys())
        self._database.run("DELETE FROM mark WHERE fact = ?", ((fact,) for fact in gone))
        new = sorted(marks.items() - before.items())
        self._database.run("INSERT OR REPLACE INTO mark VALUES (?, ?)", new)

    def rendition(self, path: str) -> tuple[str, object] | None:
        """Give the digest of a picture or an attachment and how it is served."""
        row = self._database.row("SELECT digest, record FROM rendition WHERE path = ?", path)
        return (row[0], read_back(row[1])) if row else None

    def save_renditions(self, renditions: Mapping[str, tuple[str, object]]) -> None:
        """Note how pictures and attachments are served."""
        self._database.run(
            "INSERT OR REPLACE INTO rendition VALUES (?, ?, ?)",
            ((path, d, written(record)) for path, (d, record) in sorted(renditions.items())),
        )

    def count(self, table: str) -> int:
        """Count the rows of `line`, `card` or `unit`."""
        row = self._database.row(f"SELECT count(*) FROM {table}")  # noqa: S608 - our own words
        return int(row[0]) if row else 0

    def commit(self, values: Mapping[str, str]) -> None:
        """Make everything hold."""
        self.values.set(values)
        self._database.commit()
