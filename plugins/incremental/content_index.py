"""The memory of reading: what every file of the content said, and what has changed since when.

Each build that finds a change counts on; a fact notes at which count it last changed. Whoever
built from this index before asks for everything that changed after its own count.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from plugins.incremental.memory import Memory
from plugins.incremental.records import read_back, written
from plugins.incremental.schemas import CONTENT
from plugins.incremental.shelf import DataShelf
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.filing import PUBLISHED, SCHEDULED, FiledText
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Registers
from plugins.newsroom.source_file import SourceFile
from plugins.newsroom.walking import Known

REGISTERS = 0
"""The number under which the registers are filed and checked; files count from 1."""


class ContentIndex(Memory[FiledText]):
    """Files, filed texts, problems and facts of one content folder."""

    FILES, NAME, RECORDS = "file", "path", "filed"

    def __init__(self, place: Path, fingerprint: str) -> None:
        """Open the index at a place of the cache, or begin it anew."""
        super().__init__(place, CONTENT, fingerprint)
        self.shelf = DataShelf(self._database, self._records)
        if self.is_new:
            self.values.set({"identity": uuid.uuid4().hex, "count": "0"})

    @property
    def identity(self) -> str:
        """Give what tells this index from one that was begun anew."""
        return self.values.get("identity")

    @property
    def count(self) -> int:
        """Give the number of builds that found a change."""
        return int(self.values.get("count"))

    def known(self) -> dict[str, Known]:
        """Give what is known of each file's place, by its path."""
        query = "SELECT path, number, size, mtime, ctime, inode FROM file"
        found = {row[0]: row[1:] for row in self._database.rows(query)}
        self._names = {row[0]: path for path, row in found.items()}
        return found

    def file(self, path: str) -> SourceFile | None:
        """Give what is known of a file, but for its bytes and its place on this machine."""
        row = self._database.row("SELECT kind, digest FROM file WHERE path = ?", path)
        if row is None:
            return None
        return SourceFile(path=path, kind=row[0], digest=row[1], data=b"", location=Path())

    def files(self, kind: str, content: Path) -> Iterator[SourceFile]:
        """Give all known files of a kind, by path, where they lie below a content folder."""
        query = "SELECT path, digest FROM file WHERE kind = ? ORDER BY path"
        for path, digest in self._database.rows(query, kind):
            yield SourceFile(path=path, kind=kind, digest=digest, data=b"", location=content / path)

    def file_numbered(self, number: int) -> SourceFile | None:
        """Give what is known of a file by its number."""
        return self.file(self.name_of(number))

    def numbers(self) -> list[int]:
        """Give the number of every file, in the order of their paths."""
        return [n for (n,) in self._database.rows("SELECT number FROM file ORDER BY path")]

    def registers(self) -> tuple[Registers, tuple[Problem, ...]]:
        """Give the registers as they were last read, and what was wrong in reading them."""
        row = self._database.row("SELECT record FROM filed WHERE number = ?", REGISTERS)
        if row is None:
            return Registers(), ()
        found: tuple[Registers, tuple[Problem, ...]] = read_back(row[0])
        return found

    def sizes(self, groups: Iterable[str]) -> list[int]:
        """Count the members of some groups, as they were saved."""
        return [self._groups.size(group) for group in groups]

    def due_between(self, first: int, last: int) -> list[str]:
        """Give the texts whose minute lies after `first` and not after `last`, in seconds."""
        query = "SELECT path FROM file WHERE due > ? AND due <= ?"
        return [path for (path,) in self._database.rows(query, first, last)]

    def problems(self) -> Iterator[Problem]:
        """Give every problem that is known."""
        for (found,) in self._database.rows("SELECT found FROM problem"):
            yield from read_back(found)
        yield from self.shelf.problems()

    def number(self, path: str) -> int:
        """Give the number of a file."""
        row = self._database.row("SELECT number FROM file WHERE path = ?", path)
        return int(row[0]) if row else 0

    def save_files(self, files: Iterable[tuple[SourceFile, Sequence[int]]]) -> None:
        """Note files and where they lay: size, two times and inode."""
        self._database.run(
            "INSERT INTO file(path, kind, digest, size, mtime, ctime, inode)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT(path) DO UPDATE SET kind = excluded.kind,"
            " digest = excluded.digest, size = excluded.size, mtime = excluded.mtime,"
            " ctime = excluded.ctime, inode = excluded.inode",
            ((f.path, f.kind, f.digest, *note) for f, note in files),
        )

    def save_registers(self, registers: Registers, problems: Sequence[Problem]) -> None:
        """Keep the registers as they were read."""
        record = written((registers, tuple(problems)))
        self._database.run("INSERT OR REPLACE INTO filed VALUES (?, ?)", [(REGISTERS, record)])

    def flush(self) -> None:
        """Let other processes of this build see all changes; they hold only after `count_on`."""
        self._database.flush()

    def remove_files(self, paths: Iterable[str]) -> None:
        """Forget files; the catalogue's changes must have been saved before."""
        gone = [(path,) for path in paths]
        for table in ("filed", "problem", "unit"):
            number = "subject" if table == "problem" else "number"
            self._database.run(
                f"DELETE FROM {table} WHERE {number} ="  # noqa: S608 - our own two words
                " (SELECT number FROM file WHERE path = ?)",
                gone,
            )
        self._database.run("DELETE FROM file WHERE path = ?", gone)

    def save_catalogue(self, catalogue: Catalogue[FiledText]) -> None:
        """Write what was filed anew, and the groups that changed with it."""
        numbers = self._save_records(catalogue)
        self._database.run(
            "UPDATE file SET due = ? WHERE number = ?",
            ((_due(catalogue.records[name]), number) for name, number in numbers.items()),
        )

    def save_checks(self, checks: Sequence[tuple[int, Sequence[Problem], bytes]]) -> None:
        """Note what is wrong with files, by number, and what was looked up to say so, packed."""
        before = {} if self.is_new else {n: self._facts(n) for n, _, _ in checks}
        self.looks.save((n, before.get(n, b""), facts) for n, _, facts in checks)
        self._database.run(
            "INSERT OR REPLACE INTO unit VALUES (?, ?)",
            ((n, facts) for n, _, facts in checks if facts != before.get(n)),
        )
        self._database.run("DELETE FROM problem WHERE subject = ?", ((n,) for n, _, _ in checks))
        self._database.run(
            "INSERT INTO problem VALUES (?, ?)",
            ((n, written(tuple(found))) for n, found, _ in checks if found),
        )

    def count_on(self, facts: Iterable[str], values: Mapping[str, str]) -> None:
        """Note that some facts have changed now, and make everything hold."""
        changed = sorted(facts)
        if changed and not self.is_new:  # whoever built before knows another index
            count = self.count + 1
            self.values.set({"count": str(count)})
            self._database.run(
                "INSERT OR REPLACE INTO fact VALUES (?, ?)", [(fact, count) for fact in changed]
            )
        self.values.set(values)
        self._database.commit()

    def changed_after(self, count: int) -> set[str]:
        """Give every fact that changed after a count."""
        rows = self._database.rows("SELECT name FROM fact WHERE at > ?", count)
        return {name for (name,) in rows}


def _due(record: FiledText | None) -> int | None:
    if record is None or record.state not in (PUBLISHED, SCHEDULED):
        return None
    shown_from = record.landing.shown_from
    return int(shown_from.timestamp()) if shown_from else None
