"""The comparable site of each generator, as it is laid out before its first build."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from plugins.workshop.benchmark import tools
from plugins.workshop.benchmark.dialects import for_hugo, for_pelican, for_us
from plugins.workshop.benchmark.sites import HUGO, OURS, Site
from plugins.workshop.running import run

WHOLE = "ours-whole"
#: What a clone of the project has and a build needs.
PROGRAM = ("plugins", "theme", "tasks.py", "pelicanconf.py", "publishconf.py", "package-lock.json")
REPORT = "report.json"
PICTURES = (".jpg", ".jpeg", ".png", ".webp")
PICTURE_KEYS = re.compile(r"^image\w*:.*\n", re.MULTILINE)
FOLDERS = ("--content", "content", "--output", "output", "--cache", ".cache")


def ours(root: Path, folder: Path, _columns: Sequence[str]) -> Site:
    """Copy the project as it stands, with its registers and standing pages.

    Its own few articles lose their pictures, and the site its scorecards, which the comparison
    leaves out.
    """
    site = _project(root, folder, OURS, "benchmarkconf.py")
    shutil.rmtree(folder / "content" / "chi-so", ignore_errors=True)
    for file in sorted((folder / "content").rglob("*")):
        if file.suffix in PICTURES:
            file.unlink()
        elif file.suffix == ".md":
            file.write_text(PICTURE_KEYS.sub("", file.read_text("utf-8")), encoding="utf-8")
    return site


def whole(root: Path, folder: Path, _columns: Sequence[str]) -> Site:
    """Copy the project, to be built with all that production makes."""
    return _project(root, folder, WHOLE, "publishconf.py")


def hugo(root: Path, folder: Path, columns: Sequence[str]) -> Site:
    """Lay out Hugo's site; a folder is a section there when it has a page of its own."""
    shutil.copytree(root / tools.SITES / HUGO, folder)
    for column in columns:
        for name in (column.partition("/")[0], column):
            page = folder / "content" / "tin-bai" / name / "_index.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(f"---\ntitle: {name}\n---\n", encoding="utf-8")
    program = tools.hugo(root)
    return Site(
        name=HUGO,
        folder=folder,
        command=(program,),
        serve=(program, "server", "--bind", "127.0.0.1", "--port", "{port}"),
        made=("public", "resources"),
        dialect=for_hugo,
        template="layouts/page.html",
        stylesheet="assets/style.css",
    )


def pelican(root: Path, folder: Path, _columns: Sequence[str]) -> Site:
    """Lay out a plain Pelican's site, which the project's own Pelican builds."""
    shutil.copytree(root / tools.SITES / "pelican", folder)
    return Site(
        name="pelican",
        folder=folder,
        command=(tools.of_the_venv("pelican"), "content", "-o", "output", "-s", "pelicanconf.py"),
        serve=(),
        made=("output", "cache"),
        dialect=for_pelican,
        template="theme/templates/article.html",
        stylesheet="theme/static/style.css",
    )


def eleventy(root: Path, folder: Path, _columns: Sequence[str]) -> Site:
    """Lay out Eleventy's site."""
    shutil.copytree(root / tools.SITES / "eleventy", folder)
    (folder / "site").rename(folder / "content")
    (folder / "node_modules").symlink_to(tools.eleventy(root) / "node_modules")
    program = (tools.node(root), str(tools.ELEVENTY / "cmd.cjs"), "--quiet")
    return Site(
        name="eleventy",
        folder=folder,
        command=program,
        serve=(*program, "--serve", "--port={port}"),
        made=("_site",),
        dialect=for_hugo,
        template="_includes/article.njk",
        stylesheet="style.css",
    )


LAYOUTS: dict[str, Callable[[Path, Path, Sequence[str]], Site]] = {
    OURS: ours,
    WHOLE: whole,
    HUGO: hugo,
    "pelican": pelican,
    "eleventy": eleventy,
}


def _project(root: Path, folder: Path, name: str, settings: str) -> Site:
    folder.mkdir(parents=True)
    for part in (*PROGRAM, "content"):
        _copy(root / part, folder / part)
    _copy(root / tools.SITES / OURS / "benchmarkconf.py", folder / "benchmarkconf.py")
    (folder / "node_modules").symlink_to((root / "node_modules").resolve())
    run(sys.executable, "-m", "compileall", "-q", "plugins", "tasks.py", cwd=folder)
    inv, rest = tools.of_the_venv("inv"), (*FOLDERS, "--settings", settings)
    return Site(
        name=name,
        folder=folder,
        command=(inv, "build", *rest, "--report", REPORT),
        serve=(inv, "preview", *rest, "--port", "{port}"),
        made=("output", ".cache"),
        dialect=for_us,
        template="theme/templates/article.html",
        stylesheet="theme/styles/elements.css",
    )


def _copy(source: Path, place: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, place, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copyfile(source, place)
