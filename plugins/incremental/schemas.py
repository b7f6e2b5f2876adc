"""The tables of both memories, and where the memories lie in a cache."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

META = "CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID"
GROUPS = "CREATE TABLE grp(id TEXT PRIMARY KEY, members BLOB) WITHOUT ROWID"
LOOKS = "CREATE TABLE look(fact INTEGER, unit INTEGER, PRIMARY KEY(fact, unit)) WITHOUT ROWID"
FILE = (
    "CREATE TABLE file(number INTEGER PRIMARY KEY, path TEXT UNIQUE, kind TEXT, digest TEXT,"
    " size INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER, due INTEGER)"
)
CONTENT = (
    META,
    FILE,
    "CREATE TABLE filed(number INTEGER PRIMARY KEY, record BLOB)",
    GROUPS,
    "CREATE TABLE fact(name TEXT PRIMARY KEY, at INTEGER) WITHOUT ROWID",
    "CREATE TABLE problem(subject INTEGER PRIMARY KEY, found BLOB)",
    LOOKS,
    "CREATE TABLE unit(number INTEGER PRIMARY KEY, facts BLOB)",
    "CREATE TABLE dataset(name TEXT PRIMARY KEY, problems BLOB) WITHOUT ROWID",
    (
        "CREATE TABLE entry(dataset TEXT, name TEXT, key BLOB, PRIMARY KEY(dataset, name))"
        " WITHOUT ROWID"
    ),
)
OUTPUT = (
    META,
    "CREATE TABLE unit(number INTEGER PRIMARY KEY, family TEXT, key TEXT, facts BLOB)",
    "CREATE UNIQUE INDEX unit_by_key ON unit(family, key)",
    LOOKS,
    (
        "CREATE TABLE line(number INTEGER PRIMARY KEY, save_as TEXT UNIQUE, digest BLOB,"
        " size INTEGER, time INTEGER, unit INTEGER)"
    ),
    "CREATE INDEX line_by_unit ON line(unit)",
    "CREATE TABLE folder(path TEXT PRIMARY KEY, time INTEGER) WITHOUT ROWID",
    "CREATE TABLE card(number INTEGER PRIMARY KEY, record BLOB)",
    GROUPS,
    "CREATE TABLE mark(fact TEXT PRIMARY KEY, mark TEXT) WITHOUT ROWID",
    "CREATE TABLE rendition(path TEXT PRIMARY KEY, digest TEXT, record BLOB) WITHOUT ROWID",
)
SEAL = ".dau"
OUTPUT_FORMAT = "2"
"""Goes up when the same tables mean something else."""


def content_place(cache: Path, content: Path) -> Path:
    """Give the place of a content folder's memory."""
    return cache / "muc-luc" / f"{_name(content, cache)}.sqlite"


def output_place(cache: Path, output: Path) -> Path:
    """Give the place of an output folder's memory."""
    return cache / "so-cai" / f"{_name(output, cache)}.sqlite"


def forget(memory: Path) -> None:
    """Break a memory's seal, so that it is begun anew."""
    seal_of(memory).unlink(missing_ok=True)


def seal_of(memory: Path) -> Path:
    """Give the place of the digest that says whether a memory is whole."""
    return memory.with_suffix(SEAL)


def records_place(memory: Path) -> Path:
    """Give the place of the records that a memory speaks of."""
    return memory.with_name(f"{memory.stem}-the.sqlite")


def _name(folder: Path, cache: Path) -> str:
    """Name a folder by the way to it from the cache, so that both can be copied together."""
    way = os.path.relpath(folder.resolve(), cache.resolve())
    return hashlib.sha256(os.fsencode(way)).hexdigest()[:16]
