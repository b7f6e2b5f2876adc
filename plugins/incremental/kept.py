"""Records kept by their own digest, outside the sealed memories, which stay small.

A record's key is the digest of its bytes, so that a damaged one is noticed when it is taken out.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from plugins.incremental.database import Database
from plugins.incremental.schemas import META

SCHEMA = (META, "CREATE TABLE kept(key BLOB PRIMARY KEY, data BLOB)")
KEY_LENGTH = 16


class Damaged(Exception):  # noqa: N818 - it is a fact about the cache, not a failure of ours
    """A record that the memory speaks of is not there as it was; all must be begun anew."""


class Kept:
    """Records by their digests."""

    def __init__(self, place: Path, fingerprint: str) -> None:
        """Open the records that were written in this form, or begin anew."""
        self._database = Database(place, SCHEMA, fingerprint, sealed=False)

    def take_out(self, key: bytes) -> bytes:
        """Give a record; raises `Damaged` when it is not what was put in."""
        row = self._database.row("SELECT data FROM kept WHERE key = ?", key)
        if row is None or key_of(row[0]) != key:
            raise Damaged
        return bytes(row[0])

    def put_in(self, records: Iterable[bytes]) -> None:
        """Keep some records; they hold at once."""
        rows = ((key_of(data), data) for data in records)
        self._database.run("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
        self._database.commit()

    def close(self) -> None:
        """Leave the records."""
        self._database.close()


def key_of(data: bytes) -> bytes:
    """Give the digest under which a record is kept."""
    return blake2b(data, digest_size=KEY_LENGTH).digest()
