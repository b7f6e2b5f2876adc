"""A generator's site of the corpus: its folder, its command, what to edit in it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.workshop.benchmark.corpus import Sample
from plugins.workshop.benchmark.dialects import Dialect

OURS, HUGO = "ours", "hugo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One generator's site of the corpus (trang để đo), whole in a folder that can be moved.

    `command` builds it and `serve` previews it, both run in its folder; `{port}` stands for the
    port's number. `made` are the folders that a cold build does not find, the output first.
    `template` shows an article and holds `</article>`; it and `stylesheet` are to be edited.
    """

    name: str
    folder: Path
    command: tuple[str, ...]
    serve: tuple[str, ...]
    made: tuple[str, ...]
    dialect: Dialect
    template: str
    stylesheet: str

    @property
    def output(self) -> Path:
        """Give the folder of what was built."""
        return self.folder / self.made[0]

    def write(self, sample: Sample) -> None:
        """Write an article as this generator wants it."""
        path = self.folder / "content" / sample.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.dialect(sample), encoding="utf-8")

    def forget(self) -> None:
        """Throw away all that was ever built, so that the next build is a cold one."""
        for name in self.made:
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def cloned(self, folder: Path, *left_out: str) -> Site:
        """Copy the site elsewhere with new times, as a fresh clone has them."""
        top = str(self.folder)

        def ignored(at: str, names: list[str]) -> list[str]:
            return [n for n in names if n == "__pycache__" or (at == top and n in left_out)]

        shutil.copytree(top, folder, symlinks=True, ignore=ignored, copy_function=shutil.copyfile)
        return replace(self, folder=folder)
