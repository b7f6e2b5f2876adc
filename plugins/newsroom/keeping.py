"""What a build made and keeps for the next one: whole and undamaged, or not there at all.

An entry belongs to a key that names everything its bytes depend on. Its record is sealed with a
digest, and holds the digest of each of its files; a file whose size and time are as noted is
trusted, any other is read and compared.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the cache: a few numbers about it, and the names of its files in their order."""

    facts: dict[str, int]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Note:
    """What the record knows of one file."""

    name: str
    size: int
    time: int
    digest: str


def key_of(*parts: str) -> str:
    """Give the key of everything that the parts name; their order and number count."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def kept(folder: Path, key: str) -> Entry | None:
    """Find an entry, or None when it is missing or damaged in any way."""
    try:
        seal, _, body = (folder / f"{key}.json").read_text("utf-8").partition("\n")
    except (OSError, ValueError):
        return None
    if seal != hashlib.sha256(body.encode()).hexdigest():
        return None
    record = json.loads(body)
    notes = [_Note(**note) for note in record["files"]]
    if not all(_is_whole(folder, note) for note in notes):
        return None
    if any(_time(folder / note.name) != note.time for note in notes):
        _write_record(folder, key, record["facts"], {note.name: note.digest for note in notes})
    return Entry(facts=record["facts"], names=tuple(note.name for note in notes))


def keep(folder: Path, key: str, files: Mapping[str, bytes], **facts: int) -> Entry:
    """Write an entry: each file whole or not at all, and the record last."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        _write(folder / name, data)
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    _write_record(folder, key, facts, digests)
    return Entry(facts=facts, names=tuple(files))


def _is_whole(folder: Path, note: _Note) -> bool:
    try:
        stat = (folder / note.name).stat()
        if stat.st_size != note.size:
            return False
        if stat.st_mtime_ns == note.time:
            return True
        return hashlib.sha256((folder / note.name).read_bytes()).hexdigest() == note.digest
    except OSError:
        return False


def _time(path: Path) -> int:
    return path.stat().st_mtime_ns


def _write_record(
    folder: Path, key: str, facts: dict[str, int], digests: Mapping[str, str]
) -> None:
    notes = [
        _Note(name=name, size=path.stat().st_size, time=_time(path), digest=digest)
        for name, digest in digests.items()
        for path in (folder / name,)
    ]
    body = json.dumps({"facts": facts, "files": [asdict(note) for note in notes]})
    seal = hashlib.sha256(body.encode()).hexdigest()
    _write(folder / f"{key}.json", f"{seal}\n{body}".encode())


def _write(path: Path, data: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(data)
    Path(file.name).replace(path)
