"""The tiny site, built by Pelican's own command together with plugins that are not ours."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.tiny import NOW, ROOT, TinySite, tiny_site

from plugins.workshop.running import run

SETTINGS = "khachconf.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class HostedSite:
    """A tiny site and the folder of the packages that Pelican finds there."""

    site: TinySite
    packages: Path

    def build(self, *plugins: str, **settings: object) -> list[list[Any]]:
        """Call `pelican`; give every signal that was heard, if `hearing` is among the plugins."""
        heard = self.site.folder / "heard.json"
        lines = (
            "import runpy",
            f"globals().update(runpy.run_path({str(self.site.folder / 'mauconf.py')!r}))",
            f"PLUGINS = [*PLUGINS, *{plugins!r}]",
            f"PLUGIN_PATHS = [{str(ROOT / 'tests' / 'support')!r}]",
            f"HEARD = {str(heard)!r}",
            f"CACHE_PATH = {str(self.site.cache)!r}",
            *(f"{name} = {value!r}" for name, value in settings.items()),
        )
        (self.site.folder / SETTINGS).write_text("\n".join([*lines, ""]), encoding="utf-8")
        self._run("-m", "pelican", "content", "-s", SETTINGS, "-o", "output")
        found: list[list[Any]] = json.loads(heard.read_text("utf-8")) if heard.is_file() else []
        return found

    def build_by_our_command(self) -> None:
        """Call `inv build` with the settings of the last build."""
        folders = ("--content", "content", "--output", "output", "--cache", str(self.site.cache))
        program = ("-m", "invoke", "-r", str(ROOT))
        self._run(*program, "build", *folders, "--settings", SETTINGS)

    def _run(self, *words: str) -> None:
        run(
            sys.executable,
            *words,
            cwd=self.site.folder,
            env={
                "PYTHONPATH": os.pathsep.join((str(ROOT), str(self.packages))),
                "SOURCE_DATE_EPOCH": str(int(NOW.timestamp())),
            },
        )


def hosted_site(folder: Path, packages: Path) -> HostedSite:
    """Copy the tiny site into a folder."""
    return HostedSite(site=tiny_site(folder, folder / "cache"), packages=packages)
