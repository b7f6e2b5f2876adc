"""A publication in a process of its own, as whoever publishes starts it."""

from __future__ import annotations

import sys
from pathlib import Path

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


def publishing(root: Path, options: BuildOptions, wish: Wish) -> tuple[str, ...]:
    """Give the command that publishes what a repository holds; it is run in `ROOT`."""
    return (sys.executable, "-c", PROGRAM.format(root=root, options=options, wish=wish))
