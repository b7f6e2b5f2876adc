"""What an everyday reading never imports, so that it is over before anybody waits."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from plugins.workshop.running import run

ROOT = Path(__file__).parents[2]
HEAVY = {"markdown", "nh3", "yaml", "importlib.metadata", "concurrent.futures"}
PROGRAM = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from plugins.checking.table import CHECKS
from plugins.incremental.crew import Crew
from plugins.incremental.desk import Desk
from plugins.incremental.marks import Marks

content, cache = map(Path, sys.argv[1:])
desk = Desk(
    content, cache, now=datetime.now(UTC), crew=Crew(workers=1), checks=CHECKS, marks=Marks(cache)
)
desk.work()
assert desk.catalogue.members("published")
print(*sys.modules)
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a copy of the site's content."""
    return shutil.copytree(ROOT / "content", tmp_path / "content")


def imported(content: Path) -> set[str]:
    """Read a content folder in a process of its own, and name the modules that it imported."""
    cache = content.parent / "cache"
    return set(run(sys.executable, "-c", PROGRAM, str(content), str(cache), cwd=ROOT).split())


def test_plain_texts_are_read_without_markdown(content: Path) -> None:
    """A check of ordinary articles waits for nothing that it does not use."""
    assert imported(content) & HEAVY == set()


def test_a_text_that_needs_markdown_gets_it(content: Path) -> None:
    """The short way is no way round the sanitiser."""
    article = next(content.rglob("2*.md"))
    article.write_text(f"{article.read_text('utf-8')}\n\n> Trích\n", encoding="utf-8")
    assert imported(content) & HEAVY == {"markdown", "nh3"}


def test_what_is_known_is_read_without_a_reader(content: Path) -> None:
    """A build in which no text has changed does not even load what reads texts."""
    assert "plugins.newsroom.text_reading" in imported(content)
    again = imported(content)
    assert not {name for name in again if name.endswith(("_rules", "_text", ".text_reading"))}
