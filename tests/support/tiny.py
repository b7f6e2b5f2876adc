"""A tiny site of a few files, built for real, for stories about edits."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.pelican_bridge.building import build
from plugins.pelican_bridge.options import BuildOptions, BuildReport
from plugins.vietnamese.dates import ZONE

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "defects" / "base" / "content"
COLUMN = "tin-bai/truyen-thong/ke-hoach"
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=ZONE)
SETTINGS = """\
import runpy

globals().update(runpy.run_path({conf!r}))
SITENAME = "Cải cách hành chính tỉnh Mẫu"
SITEURL = "https://mau.example"
PROVINCE = "tinh-mau"
OWNER = {owner!r}
LICENCE_URL = "/trang/lien-he/"
REVIEW_COMPONENTS = False
THEME = {theme!r}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TinySite:
    """A copy of the small sound base that a test edits and builds."""

    folder: Path
    cache: Path

    @property
    def content(self) -> Path:
        """Give the content folder."""
        return self.folder / "content"

    @property
    def output(self) -> Path:
        """Give the output folder."""
        return self.folder / "output"

    def write(self, path: str, text: str) -> None:
        """Write a file of the content."""
        place = self.content / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def build(self, *, now: datetime = NOW, why: str = "") -> BuildReport:
        """Build it for a minute, and explain the file `why` of the output."""
        return build(
            BuildOptions(
                content=self.content,
                output=self.output,
                cache=self.cache,
                settings=self.folder / "mauconf.py",
                workers=1,
                now=now,
                why=why,
            )
        )

    def read(self, address: str) -> str:
        """Give what is served at an address, or an empty text where there is nothing."""
        path = self.output / address.removeprefix("/")
        file = path / "index.html" if address.endswith("/") else path
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    def tree(self) -> dict[str, bytes]:
        """Give every file of the output with its bytes."""
        files = (path for path in sorted(self.output.rglob("*")) if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in files}


def tiny_site(folder: Path, cache: Path) -> TinySite:
    """Copy the base into a folder and name its settings; the cache may be shared."""
    shutil.copytree(BASE, folder / "content")
    text = SETTINGS.format(
        conf=str(ROOT / "pelicanconf.py"), owner="ubnd-tinh", theme=str(ROOT / "theme")
    )
    (folder / "mauconf.py").write_text(text, encoding="utf-8")
    return TinySite(folder=folder, cache=cache)


def article(title: str, date: str, *more: str, text: str = "Nội dung của bài mẫu.") -> str:
    """Write an article's file: its title, its date, further front matter lines, its text."""
    head = [f'title: "{title}"', f'date: "{date}"', f"summary: Tóm tắt của {title}.", *more]
    return "---\n" + "\n".join(head) + f"\n---\n\n{text}\n"
