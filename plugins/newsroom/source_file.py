"""A file that an editor committed, as it was found on the disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

TEXTS = frozenset(("article", "standing_page"))
"""The kinds that are texts of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One file below `content/`.

    `path` is posix, relative to the content folder (`tin-bai/a/b/2023-03-23-x.md`); `kind` is one
    of `article`, `standing_page`, `register`, `picture`; `digest` is the SHA-256 of the bytes in
    hex; `data` holds the bytes of a text where they had to be read; `location` is where the file
    lies on this machine and must never reach the output.
    """

    path: str
    kind: str
    digest: str
    data: bytes
    location: Path

    def read(self) -> bytes:
        """Give the file's bytes."""
        return self.data or self.location.read_bytes()
