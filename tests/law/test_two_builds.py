"""Two builds at once: one waits for the other, and the output is that of the last one, whole."""

from __future__ import annotations

import fcntl
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.builder import Outcome
from support.desk import Desk
from support.desk_files import files
from support.desk_seed import seeded
from support.edits import edit_surely
from support.law_bench import Bench
from support.law_site import Judge, LawSite, assert_clean, taken_along
from support.whole_program import ended, inv_build, started

from plugins.incremental.alone import LOCK

pytestmark = pytest.mark.slow

DONE = Outcome(built=True)
PATIENCE = 60.0
BLINK = 0.05


@dataclass(slots=True, kw_only=True)
class Shop:
    """A site that was built, the desk that it is edited on, and the judge."""

    site: LawSite
    desk: Desk
    judge: Judge

    def change(self, *kinds: str) -> None:
        """Edit the site."""
        edit_surely(self.desk, *kinds)
        self.site.sync(files(self.desk))

    def assert_right(self) -> None:
        """Require that the output is the clean one."""
        assert_clean(self.site.output, DONE, self.judge.clean(self.site, self.desk))


@pytest.fixture
def shop(shared: Bench, tmp_path: Path) -> Shop:
    """Take a built site."""
    return Shop(site=taken_along(shared.seed, tmp_path / "site"), desk=seeded(), judge=shared.judge)


def waits_for_a_lock(pid: int) -> bool:
    """Say whether the kernel lets a process wait for a lock."""
    lines = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    return any("->" in line and str(pid) in line.split() for line in lines)


def test_a_build_waits_for_another_one(shop: Shop) -> None:
    """A timer's build that comes during an editor's neither fails nor mixes with it."""
    shop.change("retitle")
    with (shop.site.cache / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        other = started(inv_build(shop.site, shop.desk))
        deadline = time.monotonic() + PATIENCE
        while not waits_for_a_lock(other.pid) and time.monotonic() < deadline:
            assert other.poll() is None, other.communicate()[0]
            time.sleep(BLINK)
        assert waits_for_a_lock(other.pid)
    code, printed = ended(other)
    assert code == 0, printed
    shop.assert_right()


def test_two_builds_that_start_together_both_end_well(shop: Shop) -> None:
    """Two people who save at the same time both get the whole site."""
    shop.change("retitle", "add", "delete")
    both = [started(inv_build(shop.site, shop.desk, workers=workers)) for workers in (1, 2)]
    for one in both:
        code, printed = ended(one)
        assert code == 0, printed
    shop.assert_right()


def test_an_edit_during_a_build_is_in_the_next_one(shop: Shop) -> None:
    """What was saved while a build ran is not taken for built."""
    shop.change("edit_base", "retitle")
    first = started(inv_build(shop.site, shop.desk))
    shop.change("edit_text", "rename_part")
    second = started(inv_build(shop.site, shop.desk))
    ended(first)  # it may have met a file half written, and closed its gate
    code, printed = ended(second)
    assert code == 0, printed
    shop.assert_right()
