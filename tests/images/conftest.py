"""The theme's faces, merged once for all tests of the cards."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plugins.images.exports.fonts import FOLDER, Lettering, lettering

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def faces(tmp_path_factory: pytest.TempPathFactory) -> Lettering:
    """Merge the theme's faces."""
    return lettering(ROOT, tmp_path_factory.mktemp("cache"))


@pytest.fixture
def cache(faces: Lettering, tmp_path: Path) -> Path:
    """Give a cache that has the faces and nothing else."""
    shutil.copytree(faces.title.parent, tmp_path / "cache" / FOLDER)
    return tmp_path / "cache"
