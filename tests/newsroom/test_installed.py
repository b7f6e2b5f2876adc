"""Which libraries a kept reading was made with is known without importing them."""

from __future__ import annotations

from importlib.metadata import version

import pytest

from plugins.newsroom.installed import installed_version

LIBRARIES = (("markdown", "markdown"), ("nh3", "nh3"), ("pyyaml", "yaml"))


@pytest.mark.parametrize(("library", "package"), LIBRARIES)
def test_an_installed_version_is_the_one_that_python_names(library: str, package: str) -> None:
    """The quick way and the official way never disagree."""
    assert installed_version(library, package) == version(library)


def test_a_library_that_is_not_there_has_no_version() -> None:
    """A build without its libraries ends with their name, not with a guess."""
    with pytest.raises(LookupError, match=r"^khong-co is not installed$"):
        installed_version("khong-co")
