"""wrk asks for one page as fast as it is answered, and counts every answer (tạo tải)."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from plugins.workshop.running import CommandFailed, start

PROGRAM: Final = "wrk"
PATIENCE: Final = "10s"
"""So long an answer may take before it counts as none."""
TELL: Final = """\
function done(summary, latency)
  local e = summary.errors
  io.write(string.format(
    '{"answers": %d, "seconds": %f, "half": %f, "slowest": %f, "refused": %d, "broken": %d}\\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, e.status, e.connect + e.read + e.write + e.timeout))
end
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What wrk counted (kết quả đo): answers, and milliseconds that half and 99 % of them took.

    `refused` had a status of 400 or more; `broken` are connections that failed or were too slow.
    """

    answers: int
    seconds: float
    half: float
    slowest: float
    refused: int
    broken: int

    @property
    def rate(self) -> float:
        """Give answers in a second."""
        return self.answers / self.seconds

    @property
    def faults(self) -> int:
        """Count what a reader would have noticed."""
        return self.refused + self.broken


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A load: which address, for how long, by how many connections, kept open or not (tải)."""

    url: str
    seconds: int
    connections: int
    is_kept_open: bool = True

    @property
    def command(self) -> tuple[str, ...]:
        """Give wrk's command, but for the script and the address."""
        closing = () if self.is_kept_open else ("-H", "Connection: close")
        sizes = ("-t1", f"-c{self.connections}", f"-d{self.seconds}s", "--timeout", PATIENCE)
        return (PROGRAM, *sizes, "-H", "Accept-Encoding: br", *closing)


def measured(
    load: Load, folder: Path, meanwhile: Callable[[], object] | None = None, every: float = 0
) -> Measured:
    """Load a server; `meanwhile` is done at once and again every so many seconds till the end."""
    if not shutil.which(PROGRAM):
        raise CommandFailed((PROGRAM,), "máy không có «wrk». Cài: apt-get install wrk")
    script, said = folder / "ke.lua", folder / "wrk.txt"
    script.write_text(TELL, encoding="ascii")
    with said.open("wb") as output:
        running = start(*load.command, "-s", str(script), load.url, cwd=folder, output=output)
    while meanwhile and running.poll() is None:
        began = time.monotonic()
        meanwhile()
        time.sleep(max(0.0, began + every - time.monotonic()))
    code, printed = running.wait(), said.read_text(encoding="utf-8")
    if code:
        raise CommandFailed(load.command, f"thoát với mã {code}.", printed)
    return Measured(**json.loads(printed.splitlines()[-1]))
