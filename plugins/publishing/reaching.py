"""How each place that the site is published to is spoken to (nói với đích)."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol

from plugins.publishing.bucket import Bucket
from plugins.publishing.commit import NotPublishable
from plugins.publishing.receiver import door
from plugins.publishing.receiver.files import Refused
from plugins.publishing.receiver.store import LAST, Store
from plugins.publishing.receiver.words import Answer
from plugins.publishing.targets import Target, key_file
from plugins.workshop.running import CommandFailed, Started, run, start, stop

STALLED_SECONDS: Final = 60
"""A line on which nothing moves for so long is cut."""


class Receiving(Protocol):
    """The other side: answers what it is asked, and takes files in."""

    def open(self) -> None:
        """Begin to reach it while there is other work; whether it can be reached, `ask` says."""
        ...

    def ask(self, *words: str) -> Answer:
        """Ask the receiver; what it refuses raises `NotPublishable`."""
        ...

    def send(self, folder: Path, name: str) -> None:
        """Send the files of a folder into a release that was begun."""
        ...

    def close(self) -> None:
        """Let go of the other side."""
        ...


def receiving(target: Target) -> Receiving:
    """Give the other side of a target."""
    if target.kind == "artefact":
        raise NotPublishable(
            f"đích «{target.name}» là một thư mục cho nơi khác phục vụ – ở đó không có bản cũ – "
            "lùi bản và soi trang ở chính nơi ấy"
        )
    if target.kind == "bucket":
        return Bucket(target)
    return Here(Path(target.root)) if target.kind == "folder" else There(target)


class Here:
    """A folder of this machine, which a web server shows."""

    def __init__(self, root: Path) -> None:
        """Open the store; it is made on first use."""
        self._store = Store(root.expanduser())

    def open(self) -> None:
        """Do nothing: it is here."""

    def ask(self, *words: str) -> Answer:
        """Ask the store."""
        try:
            return door.answered(self._store, words)
        except Refused as fault:
            raise NotPublishable(str(fault)) from fault
        except OSError as fault:
            raise NotPublishable(f"không ghi được vào kho: {fault}") from fault

    def send(self, folder: Path, name: str) -> None:
        """Copy the files; a link of the sender's is a file of the receiver's."""
        try:
            shutil.copytree(folder, self._store.incoming / name, dirs_exist_ok=True)
        except OSError as fault:
            raise NotPublishable(f"không chép được vào kho: {fault}") from fault

    def close(self) -> None:
        """Do nothing: a folder need not be let go of."""


class There:
    """A server that is reached through SSH, where the key may do nothing but publish."""

    def __init__(self, target: Target) -> None:
        """Prepare to speak to it; the first question opens the connection."""
        self._host = target.host
        self._folder = tempfile.TemporaryDirectory(prefix="ph-")
        options = {"BatchMode": "yes", "ControlMaster": "auto", "ControlPersist": "60"}
        options |= {"ControlPath": f"{self._folder.name}/%C", "ConnectTimeout": "20"}
        options |= {"ServerAliveInterval": "15", "ServerAliveCountMax": "4"}
        if target.known_hosts:
            options["UserKnownHostsFile"] = str(Path(target.known_hosts).expanduser())
        self._ssh: tuple[str, ...] = ("ssh", "-p", str(target.port))
        if target.key:
            key = key_file(target.key, Path(self._folder.name))
            self._ssh += ("-i", str(key), "-o", "IdentitiesOnly=yes")
        for name, value in options.items():
            self._ssh += ("-o", f"{name}={value}")
        self._opening: Started | None = None

    def open(self) -> None:
        """Ask something, so that the connection is there when it is needed."""
        with suppress(OSError), Path(os.devnull).open("wb") as nobody:
            command = (*self._ssh, self._host, "status")
            self._opening = start(*command, cwd=Path.cwd(), output=nobody)

    def ask(self, *words: str) -> Answer:
        """Ask over the wire."""
        if self._opening:
            self._opening.wait()
        try:
            said = run(*self._ssh, self._host, shlex.join(words), cwd=Path.cwd())
        except CommandFailed as fault:
            refused = _refusal(fault.output)
            raise NotPublishable(refused or f"không nói được với máy chủ: {fault}") from fault
        answer: Answer = json.loads(said)
        return answer

    def send(self, folder: Path, name: str) -> None:
        """Send with rsync; what has arrived before is told by its bytes and not sent again."""
        flags = ("--recursive", "--copy-links", "--checksum", "--compress", "--partial")
        basis = f"--copy-dest=/{LAST}"
        modes = ("--perms", "--chmod=D755,F644", f"--timeout={STALLED_SECONDS}")
        try:
            run(
                "rsync", *flags, basis, *modes, "-e", shlex.join(self._ssh),
                f"{folder}/", f"{self._host}:{name}/", cwd=Path.cwd(),
            )  # fmt: skip
        except CommandFailed as fault:
            raise NotPublishable(
                f"chưa gửi xong, chạy lại sẽ gửi tiếp phần thiếu: {fault}"
            ) from fault

    def close(self) -> None:
        """End the shared connection."""
        if self._opening and self._opening.poll() is None:
            stop(self._opening)
        with suppress(CommandFailed):
            run(*self._ssh, "-O", "exit", self._host, cwd=Path.cwd())
        self._folder.cleanup()


def _refusal(printed: str) -> str:
    for line in printed.splitlines():
        with suppress(ValueError, TypeError, KeyError):
            return str(json.loads(line)["error"])
    return ""


def compose(folder: Path, files: Iterable[tuple[str, Path]]) -> None:
    """Lay out the files that are sent, as links to where they lie."""
    for path, place in files:
        link = folder / path
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(place.resolve())
