"""What stories share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give one cache for the builds of all stories of a file, since it is kept by content."""
    return tmp_path_factory.mktemp("cache")
