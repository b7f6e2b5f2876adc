"""Whatever somebody did in the output, the next build leaves it as a new one, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.tiny import COLUMN, TinySite, article, tiny_site

WAY = "tin-bai/2026"


def put_an_empty_folder(place: Path, _elsewhere: Path) -> None:
    """Leave folders that hold nothing, as a build does that could not go on."""
    (place / "rong/trong").mkdir(parents=True)


def put_a_file(place: Path, _elsewhere: Path) -> None:
    """Let a file lie where a folder of ours belongs."""
    shutil.rmtree(place)
    place.write_text("chiếm chỗ", encoding="utf-8")


def put_a_folder(place: Path, _elsewhere: Path) -> None:
    """Let a folder lie where a file of ours belongs."""
    (place / "index.html").unlink()
    (place / "index.html/la").mkdir(parents=True)
    (place / "index.html/la/tep.html").write_text("lạ", encoding="utf-8")


def link_to_others(place: Path, elsewhere: Path) -> None:
    """Let a link to somebody's folder lie where a folder of ours belongs."""
    shutil.rmtree(place)
    place.symlink_to(elsewhere)


def link_to_the_same(place: Path, elsewhere: Path) -> None:
    """Move a folder of ours away, to a larger disk perhaps, and let a link lead there."""
    shutil.copytree(place, elsewhere, dirs_exist_ok=True)
    shutil.rmtree(place)
    place.symlink_to(elsewhere)


def link_to_nothing(place: Path, elsewhere: Path) -> None:
    """Let a link that leads nowhere lie where a folder of ours belongs."""
    shutil.rmtree(place)
    place.symlink_to(elsewhere / "khong-co")


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """Give a site that is built."""
    found = tiny_site(tmp_path / "site", tmp_path / "cache")
    found.write(f"{COLUMN}/2026-11-20-bai.md", article("Bài", "2026-11-20"))
    assert found.build().is_built
    return found


@pytest.mark.parametrize(
    "disturb",
    [
        *(put_an_empty_folder, put_a_file, put_a_folder),
        *(link_to_others, link_to_the_same, link_to_nothing),
    ],
)
def test_the_next_build_makes_the_output_whole_and_touches_nothing_else(
    site: TinySite, tmp_path: Path, disturb: Callable[[Path, Path], None]
) -> None:
    """Nobody has to clear anything by hand, and no file that is not ours is written or removed."""
    clean = site.tree()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "quy.txt").write_text("quý", encoding="utf-8")
    disturb(site.output / WAY, elsewhere)
    theirs = {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()}
    for _ in range(2):
        assert site.build().is_built
        assert site.tree() == clean
        places = list(site.output.rglob("*"))
        assert [path for path in places if path.is_symlink()] == []
        assert [path for path in places if path.is_dir() and not any(path.iterdir())] == []
    assert {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()} == theirs
