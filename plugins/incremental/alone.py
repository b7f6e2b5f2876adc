"""One at a time: whoever reads or writes a cache waits until nobody else does."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = "dang-dung.khoa"


@contextmanager
def alone(cache: Path) -> Iterator[None]:
    """Wait until no other build uses this cache; a killed build's lock is gone with it."""
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
