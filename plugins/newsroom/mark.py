"""Digests of frozen values: equal marks mean equal values (dấu)."""

from __future__ import annotations

from hashlib import blake2b

LENGTH = 16


def mark_of(value: object) -> str:
    """Give a digest of a value that is told whole by its repr: of frozen records, texts, tuples."""
    return blake2b(repr(value).encode(), digest_size=LENGTH).hexdigest()
