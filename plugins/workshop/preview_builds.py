"""Builds for the preview, each in a process of its own.

So the preview's memory stays flat over any number of builds, a build that dies does not take the
preview with it, and changed code is used from the next build on. The next process is started
ahead and has already imported what a build needs, so that a save does not wait for it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Event
from types import TracebackType
from typing import Self

from plugins.pelican_bridge.options import BuildOptions, BuildReport

PROCESSES = multiprocessing.get_context("spawn")
BLINK = 0.05
DIED = "Tiến trình dựng trang dừng giữa chừng."


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a build: its report, or how the program itself failed."""

    report: BuildReport | None = None
    failure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Worker:
    """A process that waits for the word to build, and the pipe to it."""

    process: BaseProcess
    pipe: Connection

    def end(self) -> None:
        """End the process and all that it started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid or 0, signal.SIGTERM)
        self.process.terminate()
        self.process.join()
        self.pipe.close()


class Builder:
    """Builds whenever it is asked to (thợ dựng); leave its `with` block to end what still runs."""

    def __init__(self, options: BuildOptions) -> None:
        """Start the first process ahead."""
        self._options = options
        self._ready = self._started()

    def __enter__(self) -> Self:
        """Be ready."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ready.end()

    def build(self, stopping: Event) -> Outcome | None:
        """Build once; None when the preview is being stopped, and the output is as it was."""
        worker = self._ready
        worker.pipe.send(None)
        while not worker.pipe.poll(BLINK):
            if stopping.is_set():
                return None
        try:
            outcome: Outcome = worker.pipe.recv()
        except EOFError:
            outcome = Outcome(failure=DIED)
        worker.end()
        self._ready = self._started()
        return outcome

    def renew(self) -> None:
        """Forget the code that the waiting process has imported."""
        self._ready.end()
        self._ready = self._started()

    def _started(self) -> _Worker:
        ours, theirs = PROCESSES.Pipe()
        process = PROCESSES.Process(target=_work, args=(self._options, theirs))
        process.start()
        theirs.close()
        return _Worker(process=process, pipe=ours)


def _work(options: BuildOptions, pipe: Connection) -> None:
    """Get ready, wait for the word, build once; end without it when the preview is gone."""
    os.setsid()
    from plugins.pelican_bridge.building import build, get_ready  # noqa: PLC0415 - in time

    with contextlib.suppress(Exception):  # whatever is wrong, the build itself will say
        get_ready(options)
    try:
        pipe.recv()
    except EOFError:
        return
    try:
        outcome = Outcome(report=build(options))
    except BaseException:  # noqa: BLE001 - whatever it is, the preview shows it and goes on
        traceback.print_exc()
        outcome = Outcome(failure=traceback.format_exc())
    pipe.send(outcome)
