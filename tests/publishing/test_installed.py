"""The receiver as it lies on a server: one file, which the deploy key runs and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from support.stores import FIRST, SECOND, arrive, name_of, shown

from plugins.publishing.receiver.release import MANIFEST
from plugins.publishing.receiver.store import Store
from plugins.publishing.server_config import receiver

ONE, TWO, THREE = name_of(1), name_of(2), name_of(3)


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the receiver as it lies on a server: one file."""
    file = tmp_path_factory.mktemp("receiver") / "phat-hanh.pyz"
    file.write_bytes(receiver())
    return file


def strace(injected: str) -> tuple[str, ...]:
    """Give the words that let a system call fail or kill."""
    return ("strace", "-qq", "-o", "/dev/null", "-e", f"inject={injected}")


def words_of(program: Path, root: Path) -> tuple[str, ...]:
    """Give the command that runs the receiver, as the deploy key does."""
    return (sys.executable, "-I", "-S", str(program), str(root))


def environment(words: str) -> dict[str, str]:
    """Give what sshd tells the receiver, and nothing else."""
    return {"PATH": os.environ["PATH"], "SSH_CONNECTION": "x", "SSH_ORIGINAL_COMMAND": words}


def asked(program: Path, root: Path, words: str, *before: str) -> subprocess.CompletedProcess[str]:
    """Ask the receiver as the deploy key does."""
    return subprocess.run(
        [*before, *words_of(program, root)],
        env=environment(words),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("call", ["rename", "symlink", "fsync", "openat"])
def test_d04_a_disk_that_fails_leaves_the_old_release(
    store: Store, program: Path, call: str
) -> None:
    """No space is left, whatever was to be written; the answer says so."""
    arrive(store, TWO, SECOND)
    injected = f"{call}:error=ENOSPC:when={40 if call == 'openat' else 1}+"
    done = asked(program, store.root, f"activate {TWO} {ONE}", *strace(injected))
    if call != "openat":
        assert "No space left" in done.stdout
    assert done.returncode != 0
    assert shown(store.root) == (SECOND if store.live == TWO else FIRST)
    assert asked(program, store.root, f"activate {TWO}").returncode == 0
    assert shown(store.root) == SECOND


@pytest.mark.ordeal
@pytest.mark.parametrize("crowd", [2, 5])
def test_d06_many_at_once_are_one_after_the_other_and_the_newest_stays(
    store: Store,
    program: Path,
    crowd: int,
    rounds: Callable[[int, int], int],
    figure: Callable[[str], None],
) -> None:
    """Five merges in a minute: what one found live is live until it has made its own so."""
    times = rounds(2, 100)
    for turn in range(times):
        names = [name_of(2 + turn * crowd + number) for number in range(crowd)]
        for name in names:
            arrive(store, name, {**SECOND, "index.html": name})
        with ThreadPoolExecutor(crowd) as crew:
            words = [f"activate {name}" for name in names]
            done = list(crew.map(lambda one: asked(program, store.root, one), words))
        told = [json.loads(one.stdout) for one in done]
        answers = {one["live"]: one["before"] for one in told if "live" in one}
        noted = [line for line in store.status()["log"] if line["release"] in answers]
        assert {line["release"]: line["before"] for line in noted} == answers
        chain = [noted[0]["before"], *(line["release"] for line in noted)]
        assert [line["before"] for line in noted] == chain[:-1] == sorted(chain[:-1])
        assert store.live == chain[-1] == names[-1]
        assert shown(store.root)["index.html"] == names[-1]
    figure(f"{crowd} lần cùng lúc × {times} lượt, bản mới nhất thắng cả {times}")


def test_d06_a_killed_holder_holds_nothing(store: Store, program: Path) -> None:
    """A publication that was interrupted needs nobody to unlock anything."""
    stuck = store.releases / THREE / MANIFEST
    stuck.parent.mkdir(parents=True)
    os.mkfifo(stuck)
    held = subprocess.Popen(words_of(program, store.root), env=environment(f"activate {THREE}"))
    while is_free(store):
        assert held.poll() is None
    held.kill()
    began = time.monotonic()
    while not is_free(store):
        assert time.monotonic() < began + 1
    held.wait()
    arrive(store, TWO, SECOND)
    again = asked(program, store.root, f"activate {TWO}")
    assert (again.returncode, shown(store.root)) == (0, SECOND)


def is_free(store: Store) -> bool:
    """Say whether nobody holds the store alone."""
    told = subprocess.run(["flock", "-n", str(store.root / "lock"), "true"], check=False)
    return told.returncode == 0


@pytest.mark.parametrize(
    "words",
    [
        *("", "sh", "cat /etc/passwd", "begin ../../etc", "activate a b", "manifest ../../../etc"),
        *("rsync --server --sender -e. . /etc/", "rsync --server -e. . ../../etc"),
        f"activate {TWO}; id",
    ],
)
def test_d14_the_deploy_key_opens_nothing_else(store: Store, program: Path, words: str) -> None:
    """A stolen key reads nothing, runs nothing and writes nowhere but into what arrives."""
    done = asked(program, store.root, words)
    assert done.returncode != 0
    assert "root:" not in done.stdout


def test_d16_whatever_the_umask_files_can_be_read(store: Store, program: Path) -> None:
    """A server whose administrator is careful still shows the site."""
    old = os.umask(0o077)
    try:
        arrive(store, TWO, SECOND)
        asked(program, store.root, f"activate {TWO}")
    finally:
        os.umask(old)
    live = (store.root / "current").resolve()
    assert {path.stat().st_mode & 0o777 for path in live.rglob("*") if path.is_file()} == {0o644}
    assert {path.stat().st_mode & 0o777 for path in live.rglob("*") if path.is_dir()} == {0o755}


def test_only_what_arrived_is_read(store: Store, program: Path) -> None:
    """A release of a hundred thousand files of which three are new goes live in a second or two."""
    place = arrive(store, TWO, {**FIRST, "index.html": "hai"})
    (place / "tin/index.html").unlink()
    trace = store.root.parent / "trace"
    strace = ("strace", "-f", "-e", "openat", "-o", str(trace))
    done = asked(program, store.root, f"activate {TWO} {ONE}", *strace)
    assert done.returncode == 0, done.stdout
    opened = trace.read_text(encoding="utf-8")
    assert f"incoming/{TWO}/index.html" in opened
    assert f"incoming/{TWO}/tin/index.html" not in opened
    assert f"building/{TWO}/tin/index.html" not in opened
    assert shown(store.root) == {**FIRST, "index.html": "hai"}
