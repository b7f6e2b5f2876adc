"""A process that has imported all that a build needs and never built: each build is a fork of it.

So a build starts as one of a new program, without its 0.4 seconds of imports. It can be told to
die by SIGKILL at the N-th time that it touches the disk, which is the same moment in each run.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import runpy
import signal
import subprocess
import sys
import traceback
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]
TOUCHING = frozenset(
    (
        *("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.symlink"),
        *("os.truncate", "os.chmod", "os.utime", "shutil.copyfile", "sqlite3.connect"),
    )
)

PATIENCE = 60
SKEW = {"FAKETIME": "+10s", "NO_FAKE_STAT": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A build that is asked for; `dies_at` is the touch of the disk at which it is killed."""

    content: str
    settings: str
    output: str
    cache: str
    now: str
    workers: int = 1
    dies_at: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a build: whether the gate let it through, its errors, or how it failed.

    `made` are the files of the output that it had to make; `touches` counts how often it touched
    the disk, where a new process built.
    """

    built: bool = False
    errors: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    failure: str = ""
    killed: bool = False
    touches: int = 0


def carry_out(order: Order) -> Outcome:
    """Build here and now."""
    from plugins.pelican_bridge.building import build  # noqa: PLC0415 - the parent never needs it
    from plugins.pelican_bridge.options import BuildOptions  # noqa: PLC0415

    try:
        with contextlib.redirect_stderr(io.StringIO()):
            report = build(
                BuildOptions(
                    content=Path(order.content),
                    output=Path(order.output),
                    cache=Path(order.cache),
                    settings=Path(order.settings),
                    workers=order.workers,
                    now=datetime.fromisoformat(order.now),
                )
            )
    except Exception:  # noqa: BLE001 - whatever it is, the judge reads it
        return Outcome(failure=traceback.format_exc())
    errors = tuple(str(problem) for problem in report.problems if problem.is_error)
    return Outcome(built=report.is_built, errors=errors, made=report.made)


class Builder:
    """The other end: send orders, get outcomes (thợ dựng); end it by leaving `with`."""

    def __init__(self, *code: Path, later: bool = False) -> None:
        """Start the process, which imports while the caller goes on, first from `code`.

        One that is `later` takes the time to be some seconds on: it builds as if an editor had
        waited, so that what lies on the disk is no longer fresh.
        """
        paths = os.pathsep.join(map(str, (*code, ROOT, ROOT / "tests")))
        self._process = subprocess.Popen(
            [sys.executable, "-B", "-P", str(Path(__file__))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths, **(_ahead() if later else {})},
            text=True,
            encoding="utf-8",
        )

    def start(self, order: Order) -> None:
        """Begin a build; `outcome` waits for it."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(asdict(order)) + "\n")
        self._process.stdin.flush()

    def outcome(self) -> Outcome:
        """Wait for the build that was begun."""
        assert self._process.stdout
        told = json.loads(self._process.stdout.readline())
        return Outcome(**{**told, "errors": tuple(told["errors"]), "made": tuple(told["made"])})

    def build(self, order: Order) -> Outcome:
        """Build and wait for the end."""
        self.start(order)
        return self.outcome()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._process.communicate(timeout=PATIENCE)  # it ends when nobody can give it orders
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()


def _ahead() -> dict[str, str]:
    """Set the clock forward, where libfaketime is there, and leave the times of files alone."""
    found = sorted(map(str, Path("/usr/lib").glob("*/faketime/libfaketime.so.1")))
    return {"LD_PRELOAD": found[0], **SKEW} if found else {}


def serve() -> None:
    """Read an order a line, build each in a fork, and answer a line."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for name in runpy.run_path(str(ROOT / "pelicanconf.py"))["PLUGINS"]:
        importlib.import_module(name)
    importlib.import_module("plugins.pelican_bridge.building")
    for line in sys.stdin:
        answers.write(json.dumps(asdict(_in_a_fork(Order(**json.loads(line))))) + "\n")
        answers.flush()


def _in_a_fork(order: Order) -> Outcome:
    answer = os.memfd_create("answer")
    child = os.fork()
    if not child:
        os.setsid()
        touches = Touches(order.dies_at)
        sys.addaudithook(touches.watch)
        outcome = replace(carry_out(order), touches=touches.count)
        os.write(answer, json.dumps(asdict(outcome)).encode())
        os._exit(0)
    _, status = os.waitpid(child, 0)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # the processes that a killed build has left
    os.lseek(answer, 0, os.SEEK_SET)
    with os.fdopen(answer, encoding="utf-8") as told:
        text = told.read()
    if os.WIFSIGNALED(status):
        return Outcome(killed=os.WTERMSIG(status) == signal.SIGKILL, failure=f"signal {status}")
    return Outcome(**json.loads(text))


class Touches:
    """Counts how often this process touches the disk, and may kill it before it does so again."""

    def __init__(self, last: int) -> None:
        """Count from now on; `last` is the touch that does not come to pass, 0 for none."""
        self.count = 0
        self._last = last
        self._process = os.getpid()

    def watch(self, event: str, given: tuple[object, ...]) -> None:
        """Look at an event of Python's audit hooks; processes that this one starts go free."""
        touching = event in TOUCHING or (event == "open" and _writes(given))
        if touching and os.getpid() == self._process:
            self.count += 1
            if self.count == self._last:
                os.kill(self._process, signal.SIGKILL)


def _writes(given: tuple[object, ...]) -> bool:
    mode, flags = given[1:3]
    if isinstance(mode, str):
        return not set(mode).isdisjoint("wax+")
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


if __name__ == "__main__":
    serve()
