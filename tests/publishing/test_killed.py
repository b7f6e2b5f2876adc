"""Whoever is killed at whatever step leaves the old release or the new one, and no work."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.stores import FIRST, SECOND, arrive, name_of, released, shown
from support.tracing import CHANGING, spread, steps_in, was_killed, watching

from plugins.publishing.receiver import keeping
from plugins.publishing.receiver.store import Store
from plugins.publishing.server_config import receiver

OLD, NEW, NEXT = name_of(20), name_of(21), name_of(22)
THIRD = {**FIRST, "index.html": "ba"}
ANY = ("all",)


class Server:
    """A server's store that is full of releases, so that an activation also removes some."""

    def __init__(self, folder: Path) -> None:
        """Fill it; a copy of it is used up at each attempt."""
        self.folder, self.root, self.log = folder, folder / "srv", folder / "calls"
        self.program = folder / "phat-hanh.pyz"
        self.program.write_bytes(receiver())
        self._kept = folder / "kept"
        store = Store(self._kept)
        for number in range(20 - keeping.RELEASES, 21):
            released(store, name_of(number), FIRST if number == 20 else {**FIRST, "a": f"{number}"})
        outlived = self._kept / "kept" / "anh" / "cu.0123.png"
        outlived.parent.mkdir()
        outlived.write_text("x", encoding="ascii")
        os.utime(outlived, (0, 0))

    def attempt(self, *before: str) -> int:
        """Let a release arrive at a server as it was, and ask for it; gives the exit code."""
        shutil.rmtree(self.root, ignore_errors=True)
        subprocess.run(["cp", "-a", self._kept, self.root], check=True)
        arrive(Store(self.root), NEW, SECOND)
        return self.ask(f"activate {NEW} {OLD}", *before)

    def ask(self, words: str, *before: str) -> int:
        """Ask the receiver as the deploy key does; gives the exit code."""
        command = [*before, sys.executable, "-I", "-S", str(self.program), str(self.root)]
        asked = {"SSH_CONNECTION": "x", "SSH_ORIGINAL_COMMAND": words}
        done = subprocess.run(
            command,
            env={"PATH": os.environ["PATH"], **asked},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        return done.returncode

    def assert_nothing_is_to_be_done(self) -> None:
        """Publish again as people do: the same release, then a newer one."""
        assert shown(self.root) in (FIRST, SECOND)
        assert self.ask(f"activate {NEW}") == 0
        assert shown(self.root) == SECOND
        arrive(Store(self.root), NEXT, THIRD)
        assert self.ask(f"activate {NEXT} {NEW}", *watching(self.log)) == 0
        assert shown(self.root) == THIRD
        assert [*(self.root / "trash").iterdir(), *(self.root / "building").iterdir()] == []
        assert len(Store(self.root).names()) == keeping.RELEASES


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Server:
    """Give a server that is full of releases."""
    return Server(tmp_path_factory.mktemp("server"))


@pytest.mark.ordeal
@pytest.mark.parametrize("calls", [CHANGING, ANY], ids=["changing", "any"])
def test_d03_a_server_killed_at_any_step_of_an_activation_needs_nobody(
    server: Server,
    calls: tuple[str, ...],
    rounds: Callable[[int, int], int],
    figure: Callable[[str], None],
) -> None:
    """SIGKILL while it puts together, switches, notes, prunes, and copies for the next."""
    assert server.attempt(*watching(server.log, calls=calls)) == 0
    steps = steps_in(server.log, since="log.jsonl" if calls == ANY else "")
    few = 5 if calls == CHANGING else 3
    chosen = spread(steps, rounds(few, len(steps) if calls == CHANGING else 200))
    killed = 0
    for step in chosen:
        server.attempt(*watching(server.log, step.kill, calls=calls))
        killed += was_killed(server.log)
        try:
            server.assert_nothing_is_to_be_done()
        except AssertionError as found:
            found.add_note(f"bị ngắt ở {step.call} thứ {step.number}")
            raise
    assert killed > len(chosen) // 2
    kind = "lệnh đụng tới đĩa" if calls == CHANGING else "lệnh bất kỳ"
    figure(f"đưa lên, dọn bản cũ: ngắt {killed} {kind}, cả {killed} lần cũ hoặc mới")
