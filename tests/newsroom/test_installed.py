"""Which libraries a kept reading was made with is known without importing them."""

from __future__ import annotations

import re
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from plugins.newsroom.installed import installed_version
from plugins.newsroom.newsroom_reading import LIBRARIES, fingerprint


def test_another_markdown_makes_another_fingerprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever upgrades Markdown gets no text that the old one has read."""
    before = fingerprint()
    (tmp_path / "markdown").mkdir()
    (tmp_path / "markdown" / "__init__.py").touch()
    (tmp_path / "Markdown-99.dist-info").mkdir()
    (tmp_path / "Markdown-99.dist-info" / "METADATA").write_text("Name: Markdown\nVersion: 99\n")
    assert fingerprint() == before
    monkeypatch.delitem(sys.modules, "markdown", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    assert installed_version("markdown") == "99"
    assert fingerprint() != before
    assert re.fullmatch(r"[0-9a-f]{64}", fingerprint())


@pytest.mark.parametrize(("library", "package"), LIBRARIES)
def test_an_installed_version_is_the_one_that_python_names(library: str, package: str) -> None:
    """The quick way and the official way never disagree."""
    assert installed_version(library, package) == version(library)


def test_a_library_that_is_not_there_has_no_version() -> None:
    """A build without its libraries ends with their name, not with a guess."""
    with pytest.raises(LookupError, match=r"^khong-co is not installed$"):
        installed_version("khong-co")
