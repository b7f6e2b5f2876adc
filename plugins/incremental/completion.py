"""What says that an output is whole: a marker in it, with a digest of all its files."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

MARKER = ".ban-dung.json"
MODULUS = 1 << 256


class Sum:
    """A digest of all files of an output that changes with each file alone (tổng kiểm).

    It is the sum of the digests of all lines «name digest», so that one line can be taken away and
    another added without a look at the rest.
    """

    def __init__(self, total: str = "") -> None:
        """Go on from a total that was given before."""
        self._total = int(total or "0", 16)

    def add(self, name: str, digest: bytes) -> None:
        """Count a file in."""
        self._total = (self._total + _line(name, digest)) % MODULUS

    def take(self, name: str, digest: bytes) -> None:
        """Count a file out."""
        self._total = (self._total - _line(name, digest)) % MODULUS

    @property
    def total(self) -> str:
        """Give the digest in hex."""
        return f"{self._total:064x}"


def _line(name: str, digest: bytes) -> int:
    return int.from_bytes(hashlib.sha256(f"{name} {digest.hex()}\n".encode()).digest(), "big")


def mark_of_completion(files: int, total: Sum) -> bytes:
    """Write what the marker of a finished output says: how many files, and a digest of them all."""
    return (json.dumps({"files": files, "sha256": total.total}) + "\n").encode()


def total_in(output: Path) -> str:
    """Give the digest of all its files that a finished output bears; nothing for any other."""
    try:
        return str(json.loads((output / MARKER).read_text(encoding="utf-8"))["sha256"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
