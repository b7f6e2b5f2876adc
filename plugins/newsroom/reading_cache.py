"""Readings kept from the last build: what has not changed is not read again.

One file holds, for each source path, the digest of its bytes and what reading it gave. It is tied
to the reader's own code and to Markdown's version; a damaged, foreign or older file is an empty
cache. It is unpickled with an allow-list, so a cache that somebody else wrote can hold wrong
values at worst, never code.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import tempfile
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plugins.newsroom.problem import Severity
from plugins.newsroom.reading import Reading
from plugins.newsroom.source_file import SourceFile

NAME = "ban-doc.pickle"
OURS = ("plugins.newsroom.", "plugins.vietnamese.")
FOREIGN = {("datetime", "date"), ("datetime", "datetime"), ("zoneinfo", "ZoneInfo")}
DIGEST_LENGTH = 32

#: What unpickling bytes that nobody vouches for may raise.
WRONG = (pickle.UnpicklingError, EOFError, AttributeError, ImportError, TypeError, ValueError)

Kept = dict[str, tuple[str, bytes]]


class _OnlyRecords(pickle.Unpickler):
    """An unpickler that makes nothing but the newsroom's own frozen values."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - pickle's own signature
        """Give a record's class, or refuse."""
        if (module, name) == ("builtins", "getattr"):
            return _unpickle_of  # how a ZoneInfo is pickled
        if module.startswith(OURS) or (module, name) in FOREIGN:
            found = super().find_class(module, name)
            if is_dataclass(found) or (module, name) in FOREIGN or found is Severity:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is not a record")


def _unpickle_of(owner: object, name: str) -> object:
    if owner is ZoneInfo and name == "_unpickle":
        return ZoneInfo._unpickle  # type: ignore[attr-defined]  # noqa: SLF001 - ZoneInfo's own
    raise pickle.UnpicklingError(f"{name} is not a record")


class ReadingCache:
    """The readings of the last build, and those of this one."""

    def __init__(self, folder: Path | None, fingerprint: str) -> None:
        """Load what is there and fits `fingerprint`; without a folder nothing is kept."""
        self._path = folder / NAME if folder else None
        self._fingerprint = fingerprint.encode()
        self._old = self._load()
        self._new: Kept = {}

    def recall(self, file: SourceFile) -> Reading[Any] | None:
        """Give the reading of exactly these bytes at this path, if it is known."""
        kept = self._old.get(file.path)
        if kept is None or kept[0] != file.digest:
            return None
        reading = _record(kept[1])
        if reading is not None:
            self._new[file.path] = kept
        return reading

    def keep(self, file: SourceFile, reading: Reading[Any]) -> None:
        """Remember a new reading for the next build; what was recalled is remembered already."""
        if file.path not in self._new:
            self._new[file.path] = (file.digest, pickle.dumps(reading, protocol=5))

    def save(self) -> None:
        """Write the readings of this build whole or not at all; unchanged ones are not written."""
        unchanged = self._new.keys() == self._old.keys() and all(
            self._new[path][0] == self._old[path][0] for path in self._new
        )
        if self._path is None or unchanged:
            return
        body = self._fingerprint + b"\n" + pickle.dumps(self._new, protocol=5)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self._path.parent, delete=False) as file:
            file.write(hashlib.sha256(body).digest() + body)
        Path(file.name).replace(self._path)

    def _load(self) -> Kept:
        try:
            whole = self._path.read_bytes() if self._path else b""
        except OSError:
            return {}
        digest, body = whole[:DIGEST_LENGTH], whole[DIGEST_LENGTH:]
        fingerprint, _, records = body.partition(b"\n")
        if hashlib.sha256(body).digest() != digest or fingerprint != self._fingerprint:
            return {}
        try:
            kept = _OnlyRecords(io.BytesIO(records)).load()
        except WRONG:
            return {}
        return kept if isinstance(kept, dict) else {}


def _record(data: bytes) -> Reading[Any] | None:
    try:
        record = _OnlyRecords(io.BytesIO(data)).load()
    except WRONG:
        return None
    return record if isinstance(record, Reading) else None
