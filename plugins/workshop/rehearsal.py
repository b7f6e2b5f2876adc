"""A site built for the very address that serves it, so that every address in it is true."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from plugins.pelican_bridge.building import build
from plugins.pelican_bridge.options import BuildOptions
from plugins.workshop.serving import served

SETTINGS = """\
import runpy

globals().update(runpy.run_path({settings!r}))
SITEURL = {address!r}
THEME = {theme!r}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """A site on loopback (buổi diễn tập): its address, and the folder that it is served from."""

    address: str
    output: Path


@contextmanager
def rehearsed(
    root: Path, folder: Path, *, content: Path, settings: Path, workers: int = 2
) -> Iterator[Rehearsal]:
    """Build content into a folder and serve it while the block runs."""
    output = folder / "output"
    with served(output) as address:
        own_settings = folder / "rehearsalconf.py"
        text = SETTINGS.format(settings=str(settings), address=address, theme=str(root / "theme"))
        own_settings.write_text(text, encoding="utf-8")
        report = build(
            BuildOptions(
                content=content,
                output=output,
                cache=folder / "cache",
                settings=own_settings,
                workers=workers,
            )
        )
        if not report.is_built:
            raise RuntimeError("\n".join(str(problem) for problem in report.problems))
        yield Rehearsal(address=address, output=output)
