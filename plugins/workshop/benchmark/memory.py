"""How much memory a program and all that it starts have at one moment, and at their peak."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Self

PROCESSES = Path("/proc")
#: Looking costs the program some of its own time: at most a fiftieth of it is spent so.
PACE, SHARE = 0.02, 50


def memory_of(process: int) -> int:
    """Sum the proportional set size (PSS) of a process and of all below it, in bytes.

    What several processes share counts once.
    """
    return sum(map(_share, (process, *_descendants(process))))


class PeakOf:
    """Watches the memory of a process while its block runs (đỉnh bộ nhớ)."""

    def __init__(self, process: int) -> None:
        """Watch this process and all that it starts."""
        self.peak = 0
        self._process = process
        self._ended = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        pause = 0.0
        while not self._ended.wait(pause):
            started = time.perf_counter()
            self.peak = max(self.peak, memory_of(self._process))
            pause = max(PACE, SHARE * (time.perf_counter() - started))


def _descendants(process: int) -> Iterator[int]:
    """Yield every process below one; a process that ends meanwhile is left out."""
    for children in sorted(PROCESSES.glob(f"{process}/task/*/children")):
        for child in map(int, _read(children).split()):
            yield child
            yield from _descendants(child)


def _share(process: int) -> int:
    lines = _read(PROCESSES / str(process) / "smaps_rollup").splitlines()
    kilobytes = (int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return sum(kilobytes) * 1024


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return ""
