"""Work begun in another process while this one goes on, for the second core (làm trước)."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Ahead(Generic[T]):
    """The result of some work, which is made at once in a process that was forked off."""

    def __init__(self, work: Callable[[], T]) -> None:
        """Begin."""
        self._pipe, into = os.pipe()
        self._process = os.fork()
        if self._process:
            os.close(into)
            return
        try:
            with os.fdopen(into, "wb") as pipe:
                pickle.dump(work(), pipe, protocol=5)
        finally:
            os._exit(0)  # nothing of this process may be tidied up twice

    def result(self) -> T | None:
        """Wait for the end; None when the work failed, and whoever wants it must do it again."""
        with os.fdopen(self._pipe, "rb") as pipe:
            data = pipe.read()
        os.waitpid(self._process, 0)
        try:
            found: T = pickle.loads(data)  # noqa: S301 - our own process wrote it
        except (EOFError, pickle.UnpicklingError):
            return None
        return found
