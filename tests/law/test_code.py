"""The program is an input too: another version of our code or of a library makes another site.

A developer's build and a cache that CI restores after a commit must never mix two versions.
"""

from __future__ import annotations

import importlib.metadata
import shutil
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from support.builder import ROOT, Builder
from support.desk_seed import seeded
from support.law_bench import Bench
from support.law_site import Judge, assert_built, assert_clean, taken_along
from support.trees import changed, tree

pytestmark = pytest.mark.slow


def replaced(file: Path, old: str, new: str) -> None:
    """Change a line of code that must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file.name} không còn «{old}»"
    file.write_text(text.replace(old, new), encoding="utf-8")


def a_word_of_every_list(code: Path) -> None:
    """Say otherwise how many articles there are."""
    replaced(code / "plugins/newsroom/listing_pages.py", ' tin, bài"', ' bài viết"')


def what_articles_are_related(code: Path) -> None:
    """Show fewer related articles."""
    replaced(code / "plugins/articles/kinship.py", "RELATED = 3", "RELATED = 1")


def a_name_of_the_calendar(code: Path) -> None:
    """Write months otherwise, which pages and feeds take from the ground."""
    replaced(code / "plugins/vietnamese/dates.py", '"Tháng {', '"Th. {')


def another_markdown(code: Path) -> None:
    """Install another version of Markdown, which sets strong words otherwise."""
    there = Path(markdown.__file__).parent
    shutil.copytree(there, code / "markdown")
    replaced(code / "markdown/__meta__.py", "__version_info__ = (", "__version_info__ = (9")
    replaced(code / "markdown/inlinepatterns.py", "'*', 'strong,em'", "'*', 'em,em'")
    name = f"markdown-{importlib.metadata.version('markdown')}.dist-info"
    shutil.copytree(there.parent / name, code / name)
    replaced(code / name / "METADATA", "\nVersion: ", "\nVersion: 99.")


CHANGES: tuple[Callable[[Path], None], ...] = (
    a_word_of_every_list,
    what_articles_are_related,
    a_name_of_the_calendar,
    another_markdown,
)


def a_copy_of_the_program(folder: Path) -> Path:
    """Copy our code, so that it can be changed."""
    shutil.copytree(ROOT / "plugins", folder / "plugins", ignore=shutil.ignore_patterns("*.pyc"))
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    return folder


@pytest.mark.parametrize("change", CHANGES)
def test_another_version_leaves_nothing_of_the_old_one(
    change: Callable[[Path], None], shared: Bench, tmp_path: Path
) -> None:
    """Nobody has to delete a cache by hand after an update."""
    desk, code = seeded(), a_copy_of_the_program(tmp_path / "code")
    site = taken_along(shared.seed, tmp_path / "site")
    with Builder(code) as builder:
        assert_built(builder.build(site.order(desk)))
    before = tree(site.output)
    change(code)
    judge = Judge(shared.folder / "judge", code)
    try:
        with Builder(code) as builder:
            outcome = builder.build(site.order(desk))
        assert_clean(site.output, outcome, judge.clean(site, desk))
    finally:
        judge.close()
    assert changed(before, tree(site.output))
