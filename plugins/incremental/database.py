"""A sealed SQLite file: whole and ours, or begun anew.

Beside the file lies the digest of its bytes. Whatever does not fit it (damaged, truncated, put
there by somebody else, left by a build that was killed) is thrown away and begun anew, which costs
time and never truth. Nothing in it is ever run: the schema is compared with ours before any use.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from plugins.incremental.schemas import seal_of

Row = tuple[Any, ...]
CHUNK = 1 << 20

Seen = tuple[int, ...]
"""How a file and its seal lie: sizes, times and inodes."""

_found_whole: dict[Path, Seen] = {}


class Database:
    """One file of tables; `is_new` when there was none that could be trusted.

    A process that was forked off reads through a connection of its own. A file whose rows bear
    seals of their own need not be `sealed` as a whole.
    """

    def __init__(
        self, path: Path, schema: Sequence[str], fingerprint: str, *, sealed: bool = True
    ) -> None:
        """Open the file if it is whole, has this schema and belongs to this fingerprint."""
        self._path, self._schema, self._fingerprint = path, tuple(schema), fingerprint
        self._sealed = sealed
        self._connection: sqlite3.Connection | None = None
        self._process = 0
        self._inherited: list[sqlite3.Connection] = []
        self.is_new = not self._is_trusted()
        if self.is_new:
            self._begin_anew()

    def rows(self, query: str, *arguments: object) -> Iterator[Row]:
        """Give the rows that a query finds."""
        yield from self._open().execute(query, arguments)

    def row(self, query: str, *arguments: object) -> Row | None:
        """Give the first row that a query finds."""
        found: Row | None = self._open().execute(query, arguments).fetchone()
        return found

    def run(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Carry out a change for each row of arguments; it holds after `commit`."""
        self._open().executemany(statement, rows)

    def commit(self) -> None:
        """Make all changes hold, and seal the file."""
        self._open().commit()
        if not self._sealed:
            return
        seal = self._seal_path()
        fresh = seal.with_suffix(".moi")
        fresh.write_bytes(_digest(self._path))
        fresh.replace(seal)
        vouch(self._path, _lies(self._path))

    def flush(self) -> None:
        """Let other processes of this program see all changes; they hold only after `commit`.

        Until then the seal does not fit, and whoever opens the file begins anew.
        """
        self._open().commit()

    def close(self) -> None:
        """Leave the file; changes that were not committed are lost."""
        if self._connection and self._process == os.getpid():
            self._connection.close()
        self._connection = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None or self._process != os.getpid():
            if self._connection:  # the other process's: closing it here would undo its work
                self._inherited.append(self._connection)
            self._process = os.getpid()
            self._connection = sqlite3.connect(self._path, isolation_level="DEFERRED")
            self._connection.execute("PRAGMA synchronous=OFF")
            self._connection.execute("PRAGMA trusted_schema=OFF")
        return self._connection

    def _is_trusted(self) -> bool:
        try:
            if not self._path.is_file():
                return False
            if self._journal_path().exists():
                self.row("SELECT count(*) FROM sqlite_master")  # undoes what a killed build began
            if self._sealed and not is_whole(self._path):
                return False
            tables = {sql for (sql,) in self.rows("SELECT sql FROM sqlite_master WHERE sql > ''")}
            named = self.row("SELECT value FROM meta WHERE name = 'fingerprint'")
        except (OSError, sqlite3.Error):
            return False
        return tables == set(self._schema) and named == (self._fingerprint,)

    def _begin_anew(self) -> None:
        self.close()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        for leftover in (self._path, self._seal_path(), self._journal_path()):
            leftover.unlink(missing_ok=True)
        for statement in self._schema:
            self._open().execute(statement)
        self.run("INSERT INTO meta VALUES ('fingerprint', ?)", [(self._fingerprint,)])
        self.flush()

    def _seal_path(self) -> Path:
        return seal_of(self._path)

    def _journal_path(self) -> Path:
        return self._path.with_name(f"{self._path.name}-journal")


def is_whole(path: Path) -> bool:
    """Compare a file with its seal, unless this process has done so and it lies as it did."""
    lies = _lies(path)
    if _found_whole.get(path) != lies:
        if _digest(path) != seal_of(path).read_bytes():
            return False
        vouch(path, lies)
    return True


def vouch(path: Path, seen: Seen) -> None:
    """Take a file for whole as long as it lies as it was `seen`, here or by a process of ours."""
    _found_whole[path] = seen


def vouched(path: Path) -> Seen:
    """Give how a file lay when it was found whole; nothing if it was not."""
    return _found_whole.get(path, ())


def _lies(path: Path) -> Seen:
    stat, seal = path.stat(), seal_of(path).stat()
    return (stat.st_size, stat.st_mtime_ns, stat.st_ino, seal.st_mtime_ns, seal.st_ino)


def _digest(path: Path) -> bytes:
    whole = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            whole.update(chunk)
    return whole.digest()
