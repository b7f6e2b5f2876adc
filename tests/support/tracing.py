"""What a program asks of the kernel, told by strace, and which of it is made to fail or to kill."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

T = TypeVar("T")

#: The calls that change what lies on the disk.
CHANGING = (
    *("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat"),
    *("unlink", "unlinkat", "rmdir", "mkdir", "mkdirat", "fsync", "fdatasync", "sync", "syncfs"),
    *("write", "pwrite64", "writev", "ftruncate", "copy_file_range", "sendfile"),
    *("chmod", "fchmod", "fchmodat", "utimensat"),
)
LINE = re.compile(r"^(\d+) +([a-z0-9_]+)\(")
KILLED = "killed by SIGKILL"


class Step(NamedTuple):
    """The N-th time that one process or thread makes a call; `strace` counts each by itself."""

    call: str
    number: int

    @property
    def kill(self) -> str:
        """Give strace's word for a SIGKILL at this step."""
        return f"-einject={self.call}:signal=SIGKILL:when={self.number}"

    def fail(self, error: str, *, forever: bool = False) -> str:
        """Give strace's word for an error at this step, or at it and all that follow."""
        return f"-einject={self.call}:error={error}:when={self.number}{'+' if forever else ''}"


def watching(log: Path, *options: str, calls: Sequence[str] = CHANGING) -> tuple[str, ...]:
    """Give the words that go before a command to have it watched with all that it starts."""
    return ("strace", "-f", "-qq", "-o", str(log), f"-etrace={','.join(calls)}", *options)


def steps_in(log: Path, since: str = "", but: str = "\0", only: str = "") -> list[Step]:
    """Give each step that was taken, once, from the first line that holds `since` on.

    Lines that hold `but`, or do not hold `only`, are counted and not given.
    """
    counts: Counter[tuple[str, str]] = Counter()
    found: dict[Step, None] = {}
    begun = not since
    for line in log.read_text("utf-8", "replace").splitlines():
        begun = begun or since in line
        if told := LINE.match(line):
            counts[told[1], told[2]] += 1
            if begun and only in line and but not in line:
                found[Step(told[2], counts[told[1], told[2]])] = None
    return list(found)


def was_killed(log: Path) -> bool:
    """Say whether the step came to pass at which the program was to be killed."""
    return KILLED in log.read_text("utf-8", "replace")


def spread(things: Sequence[T], count: int) -> list[T]:
    """Choose a few of many, evenly, the first and the last among them."""
    if len(things) <= count:
        return list(things)
    return [things[place * (len(things) - 1) // (count - 1)] for place in range(count)]
