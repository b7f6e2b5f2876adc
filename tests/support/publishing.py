"""A publication in a process of its own, as whoever publishes starts it."""

from __future__ import annotations

import sys
from pathlib import Path

from support.servers import run

from plugins.pelican_bridge.options import BuildOptions
from plugins.publishing.publishing import Wish

ROOT = Path(__file__).parents[2]
PROGRAM = """
import datetime, zoneinfo
from pathlib import PosixPath
from plugins.pelican_bridge.options import BuildOptions
from plugins.publishing.publishing import Wish, publish
raise SystemExit(publish({root!r}, {options!r}, {wish!r}))
"""


def begin_repository(folder: Path) -> None:
    """Let a folder be a repository in which somebody can commit."""
    run("git", "init", "-q", "-b", "main", cwd=folder)
    for name, value in (("user.name", "Người thử"), ("user.email", "thu@mau.example")):
        run("git", "config", name, value, cwd=folder)


def publishing(root: Path, options: BuildOptions, wish: Wish) -> tuple[str, ...]:
    """Give the command that publishes what a repository holds; it is run in `ROOT`."""
    return (sys.executable, "-c", PROGRAM.format(root=root, options=options, wish=wish))
