"""The one place that starts other programs."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from invoke.exceptions import Exit

OUR_FAULT = 3  # the exit code for what no editor can mend
TAIL_LINES = 30

Started = subprocess.Popen[bytes]


class CommandFailed(Exit):
    """A program failed (lệnh hỏng); its message has the last lines of `output`."""

    def __init__(self, command: tuple[str, ...], reason: str, output: str = "") -> None:
        self.output = output
        tail = "\n".join(output.splitlines()[-TAIL_LINES:])
        self.said = f"{shlex.join(command)}: {reason}\n{tail}".rstrip()
        super().__init__(f"lỗi: {self.said}", OUR_FAULT)

    def __str__(self) -> str:
        """Say what failed, as another message quotes it."""
        return self.said


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a streamed program ended: its exit code and the last line that it printed."""

    code: int
    last_line: str


def run(*command: str, cwd: Path, env: Mapping[str, str] | None = None, told: str = "") -> str:
    """Run a program to its end and give what it printed; a failure raises with its last lines.

    What it is `told` it reads from its input.
    """
    try:
        done = subprocess.run(  # noqa: S603 - a tuple of words, never a shell's line
            command,
            cwd=cwd,
            env=_environment(env),
            input=told,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError as missing:
        raise CommandFailed(command, f"máy không có «{command[0]}».") from missing
    if done.returncode:
        raise CommandFailed(command, f"thoát với mã {done.returncode}.", done.stdout + done.stderr)
    return done.stdout


def stream(*command: str, cwd: Path, env: Mapping[str, str] | None = None) -> Ended:
    """Run a program and show what it prints while it prints it."""
    last_line = ""
    with subprocess.Popen(  # noqa: S603 - a tuple of words, never a shell's line
        command,
        cwd=cwd,
        env=_environment(env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as running:
        for line in running.stdout or ():
            sys.stdout.write(line)
            sys.stdout.flush()
            last_line = line.strip() or last_line
    return Ended(code=running.returncode, last_line=last_line)


def start(
    *command: str, cwd: Path, output: BinaryIO, env: Mapping[str, str] | None = None
) -> Started:
    """Start a program at the head of a group of its own; what it prints goes into a file."""
    return subprocess.Popen(  # noqa: S603 - a tuple of words, never a shell's line
        command,
        cwd=cwd,
        env=_environment(env),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def stop(running: Started) -> None:
    """End a program that was started and all that it started; it may have ended by itself."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(running.pid, signal.SIGTERM)
    running.wait()


def _environment(more: Mapping[str, str] | None) -> dict[str, str]:
    return {**os.environ, **(more or {})}
