"""A build that is killed or fails at any write leaves a whole output or none that claims to be.

The kernel does it: strace sends SIGKILL, or an error, in the place of the N-th write, rename or
removal. `LAW=full` tries every one of them, up to `LAW_POINTS` a scene; without it a few.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.desk import Desk
from support.desk_files import files
from support.desk_seed import seeded
from support.edits import edit_surely
from support.law_bench import FULL, Bench
from support.law_site import (
    KEPT_BY_CONTENT,
    LawSite,
    assert_clean,
    assert_whole_or_marked,
    taken_along,
)
from support.tracing import spread
from support.trees import Tree, difference, tree
from support.whole_program import ended, inv_build, started

pytestmark = pytest.mark.slow

CALLS = (
    *("write", "pwrite64", "writev", "rename", "renameat", "renameat2", "link", "linkat"),
    *("unlink", "unlinkat", "rmdir", "mkdir", "mkdirat", "ftruncate", "fchmod", "chmod"),
    *("copy_file_range", "sendfile", "utimensat", "symlink", "symlinkat"),
)
LINE = re.compile(r"^(\d+) +([a-z0-9]+)\(")
EDITS = ("retitle", "delete", "add", "change_picture", "rename")
MOST = int(os.environ.get("LAW_POINTS") or 400)
EVENLY, DECISIVE = 2, 2
FAILING = ("ENOSPC:when={}", "EIO:when={}+", "EIO:when={}", "ENOSPC:when={}+")
"""Once, or from then on: each place in turn fails in one of these ways."""
SEVERAL = 8
QUICKLY = "--seccomp-bpf"
"""Only what is watched is stopped; strace 6.1 then sends no signal, so what kills goes slowly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is killed: a site on the point of being built, and its output before and after."""

    site: LawSite
    desk: Desk
    before: tuple[Tree, ...]
    after: Tree
    folder: Path


def warm(site: LawSite, desk: Desk) -> None:
    """Edit a built site."""
    edit_surely(desk, *EDITS)
    site.sync(files(desk))


def forgotten(site: LawSite, desk: Desk) -> None:
    """Edit a built site and lose all memory of what was built; what is kept by content stays."""
    warm(site, desk)
    for place in site.cache.iterdir():
        if place.name not in KEPT_BY_CONTENT:
            shutil.rmtree(place) if place.is_dir() else place.unlink()


def cold(site: LawSite, desk: Desk) -> None:
    """Leave a site without memory and without output."""
    forgotten(site, desk)
    shutil.rmtree(site.output)


SCENES: dict[str, Callable[[LawSite, Desk], None]] = {
    "warm": warm,
    "forgotten": forgotten,
    "cold": cold,
}


@pytest.fixture(scope="module", params=SCENES)
def scene(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, shared: Bench
) -> Scene:
    """Take a built site, then edit it or forget what was built."""
    folder, desk = tmp_path_factory.mktemp(request.param), seeded()
    site = taken_along(shared.seed, folder / "site")
    before = shared.judge.clean(site, desk)
    assert_clean(site.output, shared.builder.build(site.order(desk)), before)
    SCENES[request.param](site, desk)
    after = shared.judge.clean(site, desk)
    shutil.copytree(site.folder, folder / "kept", symlinks=True)
    known = (before, after) if site.output.exists() else (after,)
    return Scene(site=site, desk=desk, before=known, after=after, folder=folder)


def traced(scene: Scene, *options: str) -> tuple[int, list[str]]:
    """Build the scene anew under strace; give the exit code and the calls that touch the disk."""
    log = scene.folder / "calls.txt"
    shutil.rmtree(scene.site.folder, ignore_errors=True)
    shutil.copytree(scene.folder / "kept", scene.site.folder, symlinks=True)
    watching = ("strace", "-f", "-qq", "-o", str(log), f"-etrace={','.join(CALLS)}", *options)
    code, _ = ended(started((*watching, *inv_build(scene.site, scene.desk))))
    found = [LINE.match(line) for line in log.read_text("utf-8", "replace").splitlines()]
    calls = [call for call in found if call]
    mine = calls[0][1] if calls else ""
    return code, [call[2] for call in calls if call[1] == mine]


def points(calls: list[str]) -> list[int]:
    """Choose calls to be killed at: among renames, which decide, and evenly over the whole."""
    every = list(range(len(calls)))
    if FULL:
        return spread(every, MOST)
    decisive = [place for place in every if calls[place].startswith("rename")]
    return sorted({*spread(decisive, DECISIVE + 2)[1:-1], *spread(every, EVENLY)})


@pytest.mark.ordeal
def test_d03_a_build_killed_at_any_write_is_made_good_by_the_next(
    scene: Scene, shared: Bench, figure: Callable[[str], None]
) -> None:
    """A power cut costs a build, never the site."""
    code, calls = traced(scene)
    assert code == 0
    killed = 0
    for place in points(calls):
        name, number = calls[place], calls[: place + 1].count(calls[place])
        at = f"{name} thứ {number}, lệnh {place + 1} trong {len(calls)}"
        code, _ = traced(scene, f"-einject={name}:signal=KILL:when={number}")
        killed += abs(code) == signal.SIGKILL  # a slow build also writes its progress
        try:
            assert_whole_or_marked(scene.site, scene.before)
            outcome = shared.builder.build(scene.site.order(scene.desk))
            assert_clean(scene.site.output, outcome, scene.after)
        except AssertionError as found:
            found.add_note(f"bị ngắt ở {at}")
            raise
    assert killed > len(points(calls)) // 2
    figure(f"dựng ({scene.folder.name}): ngắt {killed} trong {len(calls)} lệnh đụng tới đĩa")


@pytest.mark.ordeal
def test_b12_a_disk_that_fails_at_any_write_leaves_the_old_output_or_the_new_one(
    scene: Scene,
    shared: Bench,
    rounds: Callable[[int, int], int],
    figure: Callable[[str], None],
) -> None:
    """A build that failed says so; the next one, on a sound disk, makes all good."""
    _, calls = traced(scene)
    failed, places = 0, spread(range(len(calls)), rounds(2, MOST))
    for turn, place in enumerate(places):
        name, number = calls[place], calls[: place + 1].count(calls[place])
        how = FAILING[turn % len(FAILING)].format(number)
        code, _ = traced(scene, QUICKLY, f"-einject={name}:error={how}")
        failed += bool(code)
        try:
            if code:
                assert_whole_or_marked(scene.site, scene.before)
            else:
                assert difference(tree(scene.site.output), scene.after) == ""
            outcome = shared.builder.build(scene.site.order(scene.desk))
            assert_clean(scene.site.output, outcome, scene.after)
        except AssertionError as found:
            found.add_note(f"{name}:{how}, lệnh {place + 1} trong {len(calls)}, mã {code}")
            raise
    figure(
        f"{scene.folder.name}: {len(places)} trong {len(calls)} lệnh hỏng, {failed} lần báo lỗi, "
        "luôn cũ hoặc mới"
    )


def test_a_build_killed_while_it_clears_up_is_made_good_by_the_next(
    shared: Bench, tmp_path: Path
) -> None:
    """Nobody has to remove by hand what an earlier killed build has left."""
    desk = seeded()
    begun = taken_along(shared.seed, tmp_path / "begun")
    edit_surely(desk, "edit_base")
    begun.sync(files(desk))
    assert shared.builder.build(begun.order(desk, dies_at=400)).killed
    left = sum(1 for _ in begun.output.with_name("output.moi").rglob("*"))
    assert left > SEVERAL
    kept = begun.folder.rename(tmp_path / "kept")
    for touch in range(left - SEVERAL, left + SEVERAL, 2):
        shutil.rmtree(begun.folder, ignore_errors=True)
        shutil.copytree(kept, begun.folder, symlinks=True)
        assert shared.builder.build(begun.order(desk, dies_at=touch)).killed
        outcome = shared.builder.build(begun.order(desk))
        assert_clean(begun.output, outcome, shared.judge.clean(begun, desk))
