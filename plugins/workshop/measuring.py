"""How long a program takes, and how much memory it and all that it starts need at most."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from plugins.workshop.running import run

PROCESSES = Path("/proc")
PACE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One run of a program (lần đo): seconds by the wall's clock, and the peak in bytes.

    Memory is the proportional set size (PSS) summed over the program's whole tree: pages that
    several processes share count once. It is looked at twenty times a second.
    """

    seconds: float
    peak: int


def measured(*command: str, cwd: Path) -> Measured:
    """Run a program to its end; a failure raises with its last lines."""
    with ThreadPoolExecutor(1) as pool:
        started = time.perf_counter()
        running = pool.submit(run, *command, cwd=cwd)
        peak = 0
        while not running.done():
            peak = max(peak, sum(map(_share, _descendants(os.getpid()))))
            time.sleep(PACE)
        running.result()
        return Measured(seconds=time.perf_counter() - started, peak=peak)


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
