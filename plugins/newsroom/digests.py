"""Digests of files that have not been touched, so that ten thousand files are not read each time.

A file's size, times and inode are an accelerator only: on another machine, or when in doubt, its
bytes are read. A file that was changed within the last moments before it was looked at is always
read again, since it may change once more within one tick of the clock.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from pathlib import Path

SETTLED = 2_000_000_000  # nanoseconds; file systems tick in up to two seconds

Note = tuple[int, int, int, int]


class Digests:
    """The digests of the last look at a content folder, and those of this one."""

    def __init__(self, folder: Path | None, content: Path) -> None:
        """Load what is there; without a folder, or when it is damaged, nothing is known."""
        name = hashlib.sha256(os.fsencode(content.resolve())).hexdigest()[:16]
        self._path = folder / "tom-tat" / f"{name}.json" if folder else None
        self._old = self._load()
        self._new: dict[str, tuple[Note, str]] = {}

    def of(self, path: str, location: Path) -> tuple[str, bytes]:
        """Give a file's SHA-256 in hex, and its bytes where they had to be read for it."""
        found = location.stat()
        note = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        known = self._old.get(path)
        if known and known[0] == note:
            self._new[path] = known
            return known[1], b""
        data = location.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        if time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) > SETTLED:
            self._new[path] = (note, digest)
        return digest, data

    def save(self) -> None:
        """Write the digests whole or not at all, when they are not those that are there."""
        if self._path is None or self._new == self._old:
            return
        body = json.dumps(self._new).encode()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".moi")
        fresh.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        fresh.replace(self._path)

    def _load(self) -> dict[str, tuple[Note, str]]:
        try:
            whole = self._path.read_bytes() if self._path else b""
            seal, _, body = whole.partition(b"\n")
            if hashlib.sha256(body).hexdigest().encode() != seal:
                return {}
            records = json.loads(body).items()
            return {path: ((a, b, c, d), digest) for path, ((a, b, c, d), digest) in records}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}
