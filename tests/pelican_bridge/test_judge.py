"""Pelican's own tests have the last word on what stands in for Pelican's parts."""

from __future__ import annotations

import re
import tarfile
from pathlib import Path

import pytest

from plugins.workshop.judging import FOLDER, STAND_INS, fetch, judge

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache"


def rows() -> dict[str, set[str]]:
    """Give the stand-ins of every module that the document lists."""
    text = (ROOT / "docs" / "pelican.md").read_text(encoding="utf-8")
    found = re.findall(r"^\| `([\w/]+\.py)` \|([^|]*)\|", text, re.MULTILINE)
    return {module: set(re.findall(r"`(\w+)`", names)) for module, names in found}


@pytest.mark.slow
def test_pelicans_tests_pass_beside_our_plugins_and_in_their_place() -> None:
    """Whoever builds another site in the same process, or uses our parts, gets Pelican's."""
    assert judge(ROOT, CACHE) == 0


def test_the_list_of_pelicans_tests_is_whole() -> None:
    """Whoever wonders why a test does not apply finds it, whatever Pelican adds."""
    with tarfile.open(fetch(ROOT, CACHE / FOLDER)) as packed:
        modules = re.findall(
            r"^[^/]+/pelican/tests/([\w/]*test_\w+\.py)$",
            "\n".join(packed.getnames()),
            re.MULTILINE,
        )
    assert set(rows()) == set(modules)


def test_the_list_says_what_stands_in_where() -> None:
    """The document and the command cannot drift apart."""
    judged = {
        module: {name for name, one in STAND_INS.items() if module in one.modules}
        for module in rows()
    }
    assert rows() == judged
