"""The build as people start it: `inv build` in a process of its own, in any surroundings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from support.builder import ROOT
from support.desk import Desk
from support.law_site import LawSite

INV = Path(sys.executable).with_name("inv")
#: A build that wrote compiled modules would touch the disk more often the first time.
QUIET = {"PYTHONDONTWRITEBYTECODE": "1"}


def inv_build(site: LawSite, desk: Desk, *, workers: int = 1) -> tuple[str, ...]:
    """Give the command that builds a site warm."""
    return (
        *(sys.executable, str(INV), "-r", str(ROOT), "build"),
        *("--content", str(site.folder / "content"), "--output", str(site.output)),
        *("--cache", str(site.cache), "--settings", str(site.folder / "mauconf.py")),
        *("--date", f"{desk.now:%Y-%m-%dT%H:%M}", "--workers", str(workers)),
    )


def started(
    command: tuple[str, ...], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """Start a program; what it prints is kept."""
    return subprocess.Popen(
        command,
        cwd=cwd,
        env={**os.environ, **QUIET, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for a program's end and give its exit code and what it printed."""
    printed, _ = process.communicate(timeout=300)
    return process.returncode, printed
