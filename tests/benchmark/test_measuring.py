"""A program's cost is its own and that of all that it starts, each page of memory counted once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from plugins.workshop.benchmark.measuring import measured
from plugins.workshop.running import CommandFailed

MEGABYTE = 1_000_000
#: Holds 100 MB, which its fork shares, and works for a while.
PARENT = """
import os, time
held = bytearray(os.urandom(1_000_000)) * 100
child = os.fork()
time.sleep(4)
if child:
    os.waitpid(child, 0)
"""


def test_memory_that_processes_share_counts_once(tmp_path: Path) -> None:
    """Workers that are forks of one build do not make it look as large as many builds."""
    found = measured(sys.executable, "-c", PARENT, cwd=tmp_path)
    assert 100 * MEGABYTE < found.peak < 180 * MEGABYTE
    assert found.largest > 100 * MEGABYTE


def test_time_is_that_of_the_wall_and_of_the_processors(tmp_path: Path) -> None:
    """Who waits for a disk and who computes can be told apart."""
    found = measured(sys.executable, "-c", "import time; time.sleep(1)", cwd=tmp_path)
    assert found.seconds > 1
    assert found.processor < 1


def test_a_program_that_fails_has_no_time(tmp_path: Path) -> None:
    """A number of a failed build would be worse than none."""
    with pytest.raises(CommandFailed, match="thoát với mã 3"):
        measured(sys.executable, "-c", "raise SystemExit(3)", cwd=tmp_path)
