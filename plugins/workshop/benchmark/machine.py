"""On what a measurement was made: the machine, the versions, the state of our own code."""

from __future__ import annotations

import os
import platform
from datetime import datetime
from pathlib import Path

from plugins.vietnamese.dates import ZONE
from plugins.workshop.benchmark import tools
from plugins.workshop.running import CommandFailed, run


def machine() -> dict[str, str | int | float]:
    """Describe the machine and how busy it is."""
    return {
        "processor": _line("/proc/cpuinfo", "model name"),
        "cores": os.cpu_count() or 1,
        "memory_kilobytes": int(_line("/proc/meminfo", "MemTotal").split()[0]),
        "system": platform.freedesktop_os_release()["PRETTY_NAME"],
        "kernel": platform.release(),
        "load": round(os.getloadavg()[0], 2),
    }


def versions(root: Path, names: tuple[str, ...]) -> dict[str, str]:
    """Say what is measured: Python, our commit, the other generators."""
    return {"python": platform.python_version(), "ours": _commit(root)} | tools.versions(
        root, names
    )


def today() -> str:
    """Give the day of the measurement."""
    return datetime.now(ZONE).date().isoformat()


def _commit(root: Path) -> str:
    try:
        return run("git", "describe", "--always", "--dirty", cwd=root).strip()
    except CommandFailed:
        return ""


def _line(file: str, name: str) -> str:
    for line in Path(file).read_text("utf-8").splitlines():
        head, _, value = line.partition(":")
        if head.strip() == name:
            return value.strip()
    return ""
