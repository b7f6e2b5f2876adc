"""A memory is whole and ours, or begun anew."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from plugins.incremental.database import Database

SCHEMA = (
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "CREATE TABLE thing(name TEXT)",
)


def opened(place: Path, fingerprint: str = "1") -> Database:
    """Open the memory."""
    return Database(place, SCHEMA, fingerprint)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Leave a memory of one thing."""
    place = tmp_path / "nho.sqlite"
    database = opened(place)
    database.run("INSERT INTO thing VALUES (?)", [("điều",)])
    database.commit()
    database.close()
    return place


def things(database: Database) -> list[str]:
    """Read what is remembered."""
    return [name for (name,) in database.rows("SELECT name FROM thing")]


def test_what_was_committed_is_there_again(place: Path) -> None:
    """Otherwise every build would be a first one."""
    database = opened(place)
    assert not database.is_new
    assert things(database) == ["điều"]


def test_what_was_not_committed_makes_it_new(place: Path) -> None:
    """A build that was killed leaves a memory that fits neither the old nor the new output."""
    database = opened(place)
    database.run("INSERT INTO thing VALUES (?)", [("nửa chừng",)])
    database.flush()
    database.close()
    assert opened(place).is_new


@pytest.mark.parametrize("at", [0, 100, 5000, -1])
def test_one_turned_bit_makes_it_new(place: Path, at: int) -> None:
    """A bad disk costs a slow build, never a wrong page."""
    data = bytearray(place.read_bytes())
    data[at] ^= 1
    place.write_bytes(data)
    database = opened(place)
    assert database.is_new
    assert things(database) == []


@pytest.mark.parametrize("rest", [b"", b"SQLite format 3\0", b"khac"])
def test_rubbish_makes_it_new(place: Path, rest: bytes) -> None:
    """So does a full disk."""
    place.write_bytes(rest)
    assert opened(place).is_new


def test_another_fingerprint_makes_it_new(place: Path) -> None:
    """Another version of the reader must not trust this one's readings."""
    assert opened(place, "2").is_new


def test_a_foreign_table_is_not_trusted_even_with_a_seal(place: Path) -> None:
    """Whoever can write the cache could add a trigger that writes more."""
    database = opened(place)
    database.close()
    connection = sqlite3.connect(place)
    connection.execute("CREATE TRIGGER t AFTER INSERT ON thing BEGIN DELETE FROM thing; END")
    connection.commit()
    connection.close()
    place.with_suffix(".dau").write_bytes(hashlib.sha256(place.read_bytes()).digest())
    assert opened(place).is_new
