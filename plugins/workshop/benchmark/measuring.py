"""How long a program takes, and how much memory it and all that it starts need at most."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from plugins.workshop.benchmark.memory import PeakOf
from plugins.workshop.running import CommandFailed, start, stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One run of a program (lần đo).

    `seconds` by the wall's clock; `processor` the seconds that all processors worked for it and
    for what it started and waited for; `peak` the largest PSS of its whole tree that was seen, in
    bytes; `largest` the peak of the resident size of its largest process, which the kernel keeps.
    """

    seconds: float
    processor: float
    peak: int
    largest: int


def measured(*command: str, cwd: Path, env: Mapping[str, str] | None = None) -> Measured:
    """Run a program to its end; a failure raises with its last lines."""
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        running = start(*command, cwd=cwd, output=output, env=env)
        try:
            with PeakOf(running.pid) as memory:
                _, status, used = os.wait4(running.pid, 0)
                seconds = time.perf_counter() - started
        except BaseException:
            stop(running)
            raise
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            raise CommandFailed(command, f"thoát với mã {running.returncode}.", _said(output))
    return Measured(
        seconds=seconds,
        processor=used.ru_utime + used.ru_stime,
        peak=memory.peak,
        largest=used.ru_maxrss * 1024,
    )


def _said(output: BinaryIO) -> str:
    output.seek(0)
    return output.read().decode("utf-8", "replace")
