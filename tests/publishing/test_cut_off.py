"""Whoever publishes is killed, git, ssh and rsync with it: readers see the old or the new site."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from publishing.conftest import Published, committed
from support.publishing import ROOT, publishing
from support.tracing import CHANGING, spread, steps_in, watching

from plugins.publishing import operating
from plugins.publishing.publishing import Wish

ANY, SAYING = ("all",), ("write",)
SPEAKING = "(2, "
"""A publication says what it does next, or that it is done."""
ALONE = "-DD"
"""Whoever watches is not waited for: it stays as long as a shared connection does."""


class Publisher:
    """A published site, and the command that publishes its next edit."""

    def __init__(self, site: Published, log: Path, own: str) -> None:
        """Publish an edit, so that a former release is there; `own` is for temporary files."""
        self._site, self.log, self._own = site, log, own
        self.texts, self.said = ("", ""), ""
        assert self.attempt() == 0

    def attempt(self, *before: str) -> int:
        """Edit the article and publish that from a process of its own; gives the exit code."""
        self._site.minutes += 1
        address = self._site.edit()
        self.texts = (self.texts[1], f"Sửa ở phút {self._site.minutes}.")
        self._address = address
        return self.again(*before)

    def again(self, *before: str) -> int:
        """Publish what is committed."""
        root, options = self._site.site.folder, self._site.options
        command = (*before, *publishing(root, options, Wish(target="nginx")))
        surroundings = {**os.environ, "TMPDIR": self._own}
        with (self.log.parent / "said").open("w+", encoding="utf-8") as said:
            done = subprocess.run(
                command, cwd=ROOT, env=surroundings, stdout=said, stderr=said, check=False
            )
            said.seek(0)
            self.said = said.read()
        return done.returncode

    @property
    def shows_one_of_both(self) -> bool:
        """Say whether readers see a whole release, with the text before the edit or after it."""
        shown = self._site.ask(self._address).body.decode()
        is_whole = operating.verify_live(self._site.settings, "nginx") == 0
        return is_whole and any(text in shown for text in self.texts)

    @property
    def shows_the_edit(self) -> bool:
        """Say whether readers see what was written last."""
        return self.texts[1] in self._site.ask(self._address).body.decode()


@pytest.fixture(scope="module")
def publisher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Publisher]:
    """Give a published site."""
    folder = tmp_path_factory.mktemp("cut-off")
    with committed(folder / "bed") as site:
        assert site.publish() == 0
        with tempfile.TemporaryDirectory(prefix="cut-") as own:
            yield Publisher(site, folder / "calls", own)
            subprocess.run(("pkill", "-KILL", "-f", own), check=False)  # shared connections


@pytest.mark.ordeal
@pytest.mark.parametrize("calls", [SAYING, CHANGING, ANY], ids=["steps", "changing", "any"])
def test_d03_whoever_publishes_may_be_killed_at_any_moment(
    publisher: Publisher,
    calls: tuple[str, ...],
    rounds: Callable[[int, int], int],
    figure: Callable[[str], None],
) -> None:
    """SIGKILL between two steps, at a write, anywhere; the same command then does the rest."""
    assert publisher.attempt(*watching(publisher.log, calls=calls)) == 0
    steps = steps_in(publisher.log, only=SPEAKING if calls == SAYING else "")
    full = 200 if calls == ANY else 60
    chosen, killed = spread(steps, rounds(2, full)), 0
    for step in chosen:
        killed += publisher.attempt(*watching(publisher.log, ALONE, step.kill, calls=calls)) != 0
        try:
            assert publisher.shows_one_of_both
            assert publisher.again() == 0
            assert publisher.shows_the_edit
        except AssertionError as found:
            found.add_note(f"bị ngắt ở {step.call} thứ {step.number}: {publisher.said}")
            raise
    assert killed > len(chosen) // 2
    kinds = {SAYING: "chỗ giữa hai bước", CHANGING: "lệnh đụng tới đĩa"}
    figure(f"inv publish: ngắt {killed} {kinds.get(calls, 'lệnh bất kỳ')}, luôn cũ hoặc mới")
