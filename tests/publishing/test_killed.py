"""Whoever is killed at whatever step leaves the old release or the new one, and no work."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
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
SAID = {"ENOSPC": "No space left on device", "EIO": "Input/output error"}


class Server:
    """A server's store that is full of releases, so that an activation also removes some."""

    def __init__(self, folder: Path) -> None:
        """Fill it; a copy of it is used up at each attempt."""
        self.folder, self.root, self.log = folder, folder / "srv", folder / "calls"
        self.program, self.said = folder / "phat-hanh.pyz", ""
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
        self.settle()
        shutil.rmtree(self.root, ignore_errors=True)
        subprocess.run(["cp", "-a", self._kept, self.root], check=True)
        arrive(Store(self.root), NEW, SECOND)
        return self.ask(f"activate {NEW} {OLD}", *before)

    def tidy(self, *before: str) -> int:
        """Tidy up once more, with no copy of the live release there; gives the exit code."""
        self.settle()
        shutil.rmtree(self.root / "spare")
        words = f"from pathlib import Path; from {Store.__module__} import Store"
        command = f"{words}; Store(Path({str(self.root)!r})).tidy()"
        done = subprocess.run(
            [*before, sys.executable, "-c", command],
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(self.program)},
            check=False,
        )
        return done.returncode

    def ask(self, words: str, *before: str) -> int:
        """Ask the receiver as the deploy key does; gives the exit code."""
        command = [*before, sys.executable, "-I", "-S", str(self.program), str(self.root)]
        asked = {"SSH_CONNECTION": "x", "SSH_ORIGINAL_COMMAND": words}
        done = subprocess.run(
            command,
            env={"PATH": os.environ["PATH"], **asked},
            capture_output=True,
            text=True,
            check=False,
        )
        self.said = done.stdout
        return done.returncode

    def settle(self) -> None:
        """Wait for the process that tidies up behind an answer."""
        own = str(self.root).encode()
        while any(own in command for command in _commands()):
            time.sleep(0.02)

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


def _commands() -> Iterator[bytes]:
    """Give the command line of every process that runs."""
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it has just ended
            yield place.read_bytes()


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


@pytest.mark.ordeal
def test_d03_a_server_killed_while_it_tidies_up_needs_nobody(
    server: Server, rounds: Callable[[int, int], int], figure: Callable[[str], None]
) -> None:
    """Nobody waits for the copy of the live release, and nobody clears what it leaves."""
    assert server.attempt() == 0
    assert server.tidy(*watching(server.log)) == 0
    steps, killed = steps_in(server.log), 0
    for step in spread(steps, rounds(4, len(steps))):
        server.attempt()
        server.tidy(*watching(server.log, step.kill))
        killed += was_killed(server.log)
        try:
            server.assert_nothing_is_to_be_done()
        except AssertionError as found:
            found.add_note(f"bị ngắt ở {step.call} thứ {step.number}: {server.said}")
            raise
    assert killed > 1
    figure(f"dọn, chép sẵn: ngắt {killed} lệnh đụng tới đĩa, lần sau vẫn xong cả {killed}")


@pytest.mark.ordeal
@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
@pytest.mark.parametrize("forever", [False, True], ids=["once", "from then on"])
def test_d04_a_disk_that_fails_at_any_step_changes_nothing_and_is_named(
    server: Server,
    error: str,
    forever: bool,  # noqa: FBT001 - a parameter of a test
    rounds: Callable[[int, int], int],
    figure: Callable[[str], None],
) -> None:
    """Whatever could not be written, the answer says so and the old release is live."""
    assert server.attempt(*watching(server.log)) == 0
    steps = steps_in(server.log, but="(1, ")
    failed, chosen = 0, spread(steps, rounds(9, len(steps)))
    for step in chosen:
        code = server.attempt(*watching(server.log, step.fail(error, forever=forever)))
        try:
            assert shown(server.root) == (FIRST if code else SECOND)
            assert not server.said.startswith('{"error"') or SAID[error] in server.said
            server.assert_nothing_is_to_be_done()
        except AssertionError as found:
            found.add_note(f"{error} ở {step.call} thứ {step.number}: {code} {server.said}")
            raise
        failed += bool(code)
    assert failed
    longer = " và mọi lệnh sau đó" if forever else ""
    figure(f"{error} ở {len(chosen)} lệnh{longer}: {failed} lần hỏng, đều còn bản cũ")
