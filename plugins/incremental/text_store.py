"""What reading each text gave, kept by content: what has not changed is not read again."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any

from plugins.incremental.database import Database
from plugins.incremental.records import WRONG, read_back
from plugins.incremental.schemas import META
from plugins.newsroom.reading import Reading

NAME = "ban-doc.sqlite"
SCHEMA = (
    META,
    "CREATE TABLE text(key BLOB PRIMARY KEY, seal BLOB, reading BLOB)",
)
KEY_LENGTH = 20


class TextStore:
    """Readings by path and digest. Each has a seal of its own, so that the file is opened at once.

    A damaged reading is as good as none: `recall` gives None, and the text is read again.
    """

    def __init__(self, cache: Path, fingerprint: str) -> None:
        """Open the store of readings that were made by this reader."""
        self._database = Database(cache / NAME, SCHEMA, fingerprint, sealed=False)

    def recall(self, path: str, digest: str) -> Reading[Any] | None:
        """Give the reading of exactly these bytes at this path, if it is known."""
        row = self._database.row("SELECT seal, reading FROM text WHERE key = ?", _key(path, digest))
        if row is None or _seal(path, row[1]) != row[0]:
            return None
        try:
            reading = read_back(row[1])
        except WRONG:
            return None
        return reading if isinstance(reading, Reading) else None

    def keep(self, readings: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep some readings, each written down, by path and digest; they hold at once."""
        rows = ((_key(path, digest), _seal(path, data), data) for path, digest, data in readings)
        self._database.run("INSERT OR REPLACE INTO text VALUES (?, ?, ?)", rows)
        self._database.commit()

    def forget(self, texts: Iterable[tuple[str, str]]) -> None:
        """Throw away readings that no text needs any more."""
        self._database.run("DELETE FROM text WHERE key = ?", [(_key(*text),) for text in texts])
        self._database.commit()

    def close(self) -> None:
        """Leave the store."""
        self._database.close()


def _key(path: str, digest: str) -> bytes:
    return blake2b(f"{path}\0{digest}".encode(), digest_size=KEY_LENGTH).digest()


def _seal(path: str, data: bytes) -> bytes:
    return blake2b(data, digest_size=KEY_LENGTH, key=path.encode()[:64]).digest()
