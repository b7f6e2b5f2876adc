"""A build with Pelican as its host, for plugins that are not ours."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican
from pelican.log import console
from pelican.settings import read_settings


def build_in_pelican(settings: Path, overrides: dict[str, object]) -> None:
    """Let Pelican read the settings, load every plugin and call our generator."""
    console.quiet = True  # it would count «0 articles», those of the idle generators
    Pelican(read_settings(str(settings), override=overrides)).run()
