"""A warm cache says the same wherever it is used: by another user, elsewhere, in another year."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support.builder import Outcome
from support.desk_files import files
from support.desk_seed import seeded
from support.edits import edit_surely
from support.law_bench import Bench
from support.law_site import LawSite, assert_clean, taken_along
from support.whole_program import ended, inv_build, started

pytestmark = pytest.mark.slow

DONE = Outcome(built=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What differs from one who builds to the next."""

    env: dict[str, str] = field(default_factory=dict)
    umask: str = "022"
    year: int = 2026
    workers: int = 1


HERE = Surroundings(env={"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8"})
ELSEWHERE = Surroundings(
    env={"PYTHONHASHSEED": "4711", "TZ": "America/St_Johns", "LC_ALL": "C"},
    umask="077",
    year=2031,
    workers=3,
)


def build_as(somebody: Surroundings, command: tuple[str, ...], folder: Path) -> None:
    """Run a build as somebody would, standing in a folder that is also their home."""
    folder.mkdir(exist_ok=True)
    clock = ("faketime", f"{somebody.year}-06-07 08:09:10")
    shell = ("sh", "-c", f'umask {somebody.umask}; exec "$@"', "sh", *clock, *command)
    code, printed = ended(started(shell, cwd=folder, env={**somebody.env, "HOME": str(folder)}))
    assert code == 0, printed


@pytest.mark.skipif(shutil.which("faketime") is None, reason="needs Debian's faketime")
def test_somebody_elsewhere_goes_on_with_the_same_cache(shared: Bench, tmp_path: Path) -> None:
    """CI restores a cache that another machine has made, and developers take CI's."""
    desk = seeded()
    site = taken_along(shared.seed, tmp_path / "site")
    turns = (
        ("here", HERE, ("edit_base",)),
        ("elsewhere", ELSEWHERE, ("retitle", "delete", "rename_agency")),
    )
    for name, somebody, kinds in (*turns, ("here", HERE, ("edit_text", "edit_styles"))):
        edit_surely(desk, *kinds)
        site.sync(files(desk))
        command = inv_build(site, desk, workers=somebody.workers)
        build_as(somebody, command, tmp_path / name)
        assert_clean(site.output, DONE, shared.judge.clean(site, desk))


def test_a_cache_and_an_output_go_along_to_another_folder(shared: Bench, tmp_path: Path) -> None:
    """A checkout may be moved or renamed without a full build."""
    desk = seeded()
    site = taken_along(shared.seed, tmp_path / "site")
    code, printed = ended(started(inv_build(site, desk)))
    assert code == 0, printed
    (tmp_path / "mot").mkdir()
    moved = LawSite(folder=site.folder.rename(tmp_path / "mot" / "noi-khac"), written=site.written)
    edit_surely(desk, "retitle")
    moved.sync(files(desk))
    code, printed = ended(started(inv_build(moved, desk)))
    assert code == 0, printed
    assert_clean(moved.output, DONE, shared.judge.clean(moved, desk))
