"""A file that an editor committed, as it was found on the disk."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path

TEXTS = frozenset(("article", "standing_page"))
"""The kinds that are texts of their own."""

BESIDE = ("picture", "attachment")
"""The kinds that texts use: only their digests are kept, their bytes are read where they lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One file below `content/`.

    `path` is posix, relative to the content folder (`tin-bai/a/b/2023-03-23-x.md`); `kind` is one
    of `article`, `standing_page`, `register`, `picture`, `attachment`, or that of a feature's own
    folder; `digest` is the SHA-256 of the bytes in hex; `data` holds the bytes of a text where they
    had to be read; `location` is where the file lies on this machine and must never reach the
    output.
    """

    path: str
    kind: str
    digest: str
    data: bytes
    location: Path

    def read(self) -> bytes:
        """Give the file's bytes."""
        return self.data or self.location.read_bytes()


def joined(path: str, from_path: str) -> str:
    """Give the path below `content/` that a relative link of the text at `from_path` names."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(from_path), path))
