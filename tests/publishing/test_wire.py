"""Files on their way to a server: what is cut, killed or finds no room is sent again, no more."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from support.counting import Sent
from support.servers import Servers, receiving_server, run
from support.stores import name_of, shown, written
from support.tracing import spread, steps_in, was_killed, watching

from plugins.publishing import operating
from plugins.publishing.commit import NotPublishable
from plugins.publishing.reaching import There
from plugins.publishing.receiver.release import MANIFEST, faults_of, manifest_of
from plugins.publishing.signing import sign
from plugins.publishing.targets import read_target
from plugins.vietnamese.numbers import decimal, thousands

ONE, TWO = name_of(1), name_of(2)


def noise(word: str, count: int, size: int) -> dict[str, str]:
    """Give files that no compression makes smaller, the same for one word."""
    chance = Random(word)  # noqa: S311 - it must come again
    return {f"{n % 7}/{n}.txt": chance.randbytes(size // 2).hex() for n in range(count)}


@dataclass(kw_only=True)
class Wire:
    """A server, what can be sent to it, and how much rsync said that it sent."""

    server: Servers
    folder: Path
    sent: Sent

    @property
    def root(self) -> Path:
        """Give the server's store."""
        return self.server.store.root

    def release(self, name: str, files: dict[str, str]) -> Path:
        """Write a release to be sent, signed."""
        place = self.folder / name
        if not place.exists():
            written(place, name, files)
            sign(place / MANIFEST, self.server.folder / "signing")
        return place

    def other(self) -> There:
        """Give the server as whoever publishes reaches it."""
        return There(read_target({"PUBLISH_TARGETS": {"x": self.server.target("nginx")}}, ""))

    def publish(self, place: Path) -> None:
        """Send a release and make it live, as publishing does after a build."""
        with closing(self.other()) as other:
            status = other.ask("status")
            if place.name not in status["releases"]:
                other.send(place, place.name)
            other.ask("activate", place.name, *filter(None, [status["live"]]))

    def begin(self, files: dict[str, str]) -> None:
        """Empty the server and make a first release live."""
        for name in ("current", "releases", "incoming", "spare", "building", "kept", "trash"):
            run("rm", "-rf", str(self.root / name))
        (self.root / "log.jsonl").unlink(missing_ok=True)
        self.publish(self.release(ONE, files))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Run a server that takes releases in."""
    with receiving_server(tmp_path_factory.mktemp("wire") / "server") as found:
        yield found


@pytest.fixture
def wire(server: Servers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Wire:
    """Give the way to the server; rsync says how much it sends."""
    return Wire(server=server, folder=tmp_path, sent=Sent(tmp_path, monkeypatch))


@pytest.mark.ordeal
def test_d05_a_cut_line_is_taken_up_again_where_it_was_cut(
    wire: Wire, rounds: Callable[[int, int], int], figure: Callable[[str], None]
) -> None:
    """A cable that is pulled while files travel shows nothing; only what lacks is sent again."""
    old, new = noise("cũ", 24, 20_000), noise("mới", 24, 20_000)
    wire.begin(old)
    place, whole = wire.release(TWO, new), sum(map(len, new.values()))
    cuts, again = rounds(3, 24), 0
    for cut in range(cuts):
        wire.begin(old)
        wire.sent.literal()
        there = 2000 + (whole // 2) * cut // cuts
        cutting = f'(dd bs=1 count={there} status=none; kill -KILL $PPID) | "$@"'
        script = f'case $SSH_ORIGINAL_COMMAND in rsync*) {cutting};; *) exec "$@";; esac'
        with (
            wire.server.wrapped(script),
            pytest.raises(NotPublishable, match="gửi tiếp phần thiếu"),
        ):
            wire.publish(place)
        assert wire.server.store.live == ONE
        incoming = wire.root / "incoming" / TWO
        arrived = [path for path, text in new.items() if holds(incoming / path, text)]
        wire.sent.literal()
        wire.publish(place)
        sent = wire.sent.literal()
        again += sent
        missing = whole - sum(len(new[path]) for path in arrived)
        own = sum(file.stat().st_size for file in (place / MANIFEST).parent.iterdir())
        assert sent <= missing + own
        assert shown(wire.root) == new
    figure(
        f"{cuts} điểm đứt; lần sau gửi {thousands(again)} byte thay vì {thousands(whole * cuts)}, "
        "không tệp nào đã tới mà gửi lại"
    )


def holds(file: Path, text: str) -> bool:
    """Say whether a file is there, and whole."""
    return file.is_file() and file.read_text(encoding="utf-8") == text


@pytest.mark.ordeal
def test_d03_a_server_killed_at_any_step_of_receiving_needs_nobody(
    wire: Wire, tmp_path: Path, rounds: Callable[[int, int], int], figure: Callable[[str], None]
) -> None:
    """SIGKILL for rsync on the server at each file that it makes, writes, names and dates."""
    old, new, log = noise("cũ", 4, 2000), noise("mới", 4, 2000), tmp_path / "calls"
    place = wire.release(TWO, new)
    receiving = 'case $SSH_ORIGINAL_COMMAND in rsync*) exec {} "$@";; *) exec "$@";; esac'
    wire.begin(old)
    with wire.server.wrapped(receiving.format(" ".join(watching(log)))):
        wire.publish(place)
    steps = steps_in(log, since=TWO)
    killed = 0
    for step in spread(steps, rounds(3, len(steps))):
        wire.begin(old)
        with wire.server.wrapped(receiving.format(" ".join(watching(log, step.kill)))):
            assert not tried(wire, place) or wire.server.store.live == ONE
        killed += was_killed(log)
        wire.publish(place)
        assert shown(wire.root) == new
    assert killed > 1
    figure(f"nhận tệp: ngắt {killed} lệnh đụng tới đĩa, cả {killed} lần cũ hoặc mới")


@contextmanager
def small_disk(place: Path) -> Iterator[Callable[[int], str]]:
    """Let a folder be a disk of its own, whose size can be set in bytes."""
    kept = {file.name: file.read_bytes() for file in place.iterdir() if file.is_file()}
    run("mount", "-t", "tmpfs", "-o", "size=64m", "none", str(place))
    try:
        for name in kept.keys() & {"signers"}:
            (place / name).write_bytes(kept[name])
        yield lambda size: run("mount", "-o", f"remount,size={size}", str(place))
    finally:
        run("umount", "--lazy", str(place))


@pytest.mark.ordeal
def test_d04_a_full_disk_is_named_and_changes_nothing(
    wire: Wire, rounds: Callable[[int, int], int], figure: Callable[[str], None]
) -> None:
    """Whatever does not fit, the old site stays; with more room the next publication works."""
    old, new = noise("cũ", 12, 40_000), noise("mới", 12, 40_000)
    place, sizes, full = wire.release(TWO, new), rounds(3, 24), 0
    for turn in range(sizes):
        with small_disk(wire.root) as resize:
            wire.begin(old)
            wire.server.settle()
            used = int(run("df", "--output=used", "-B1", str(wire.root)).split()[-1])
            resize(used + 4096 * (1 + 140 * turn // sizes))
            said = tried(wire, place)
            assert shown(wire.root) == (old if said else new)
            assert not said or "No space left on device" in said
            full += bool(said)
            for name in wire.server.store.names():
                release = wire.server.store.releases / name
                assert faults_of(release, manifest_of(release)) == []
            resize(64_000_000)
            wire.publish(place)
            assert shown(wire.root) == new
            wire.server.settle()
    assert full >= rounds(2, 10)
    figure(f"{sizes} cỡ đĩa tmpfs, đầy {full} lần, cả {full} lần trang cũ còn nguyên và nói rõ")


def tried(wire: Wire, place: Path) -> str:
    """Publish, and give why that failed, or nothing."""
    try:
        wire.publish(place)
    except NotPublishable as fault:
        return str(fault)
    return ""


@pytest.mark.ordeal
def test_d08_going_back_does_not_make_anybody_wait(
    wire: Wire, tmp_path: Path, rounds: Callable[[int, int], int], figure: Callable[[str], None]
) -> None:
    """Five thousand files are looked at before the old release is shown again."""
    count = rounds(50, 5000)
    wire.begin(noise("cũ", count, 4000))
    wire.publish(wire.release(TWO, noise("mới", count, 4000)))
    wire.server.settle()
    settings = tmp_path / "conf.py"
    settings.write_text(f"PUBLISH_TARGETS = {{'x': {wire.server.target('nginx')!r}}}\n", "utf-8")
    took = []
    for live in (ONE, TWO, ONE):
        began = time.monotonic()
        assert operating.rollback(settings, "", "") == 0
        took.append(time.monotonic() - began)
        assert wire.server.store.live == live
        wire.server.settle()
    began = time.monotonic()
    assert operating.maintenance(settings, "", off=False) == 0
    closed = time.monotonic() - began
    assert operating.maintenance(settings, "", off=True) == 0
    slowest = decimal(max(took), 2)
    figure(
        f"{thousands(count)} tệp qua sshd: lùi bản chậm nhất {slowest} giây trong {len(took)} lần, "
        f"bảo trì {decimal(closed, 2)} giây"
    )


def test_a_machine_without_ssh_is_told_so(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    """To reach the server early must not hide why it cannot be reached."""
    monkeypatch.setenv("PATH", str(wire.folder))
    with closing(wire.other()) as other:
        other.open()
        with pytest.raises(NotPublishable, match="máy không có «ssh»"):
            other.ask("status")
