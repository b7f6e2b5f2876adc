"""Where the site is published to: what the settings say, and how each place is spoken to (đích)."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from plugins.publishing.commit import NotPublishable
from plugins.publishing.compressing import USUAL
from plugins.publishing.live import Site
from plugins.publishing.receiver import door
from plugins.publishing.receiver.files import Refused
from plugins.publishing.receiver.store import LAST, Store
from plugins.publishing.receiver.words import Answer
from plugins.vietnamese.nearest import nearest
from plugins.workshop.running import CommandFailed, run

SECRETS: Final = ("key", "signing_key")
PLAIN: Final = ("port", "zstd")
"""The keys that hold no text."""
STALLED_SECONDS: Final = 60
"""A line on which nothing moves for so long is cut."""
KINDS: Final = ("folder", "ssh", "artefact")
KEYS: Final = (
    *("kind", "url", "root", "host", "port", "key", "known_hosts", "signing_key", "ca", "zstd"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A place that the site is published to (đích phát hành): an entry of `PUBLISH_TARGETS`.

    `url` is where readers find it; `key` and `signing_key` are files; `ca` a file of certificates
    to trust beside the system's; `zstd` says that the server is Caddy, which serves such files.
    `two_persons` is the setting of all targets that nothing which one person alone brought is
    published.
    """

    name: str
    kind: str
    url: str = ""
    root: str = ""
    host: str = ""
    port: int = 22
    key: str = ""
    known_hosts: str = ""
    signing_key: str = ""
    ca: str = ""
    two_persons: bool = False
    zstd: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """Give in which forms files are sent beside themselves."""
        return (*USUAL, ".zst") if self.zstd else USUAL

    @property
    def site(self) -> Site:
        """Give the site as its readers reach it."""
        return Site(url=self.url, ca=self.ca)


class Receiving(Protocol):
    """The other side: answers what it is asked, and takes files in."""

    def ask(self, *words: str) -> Answer:
        """Ask the receiver; what it refuses raises `NotPublishable`."""
        ...

    def send(self, folder: Path, name: str) -> None:
        """Send the files of a folder into a release that was begun."""
        ...

    def close(self) -> None:
        """Let go of the other side."""
        ...


def read_target(settings: Mapping[str, object], name: str) -> Target:
    """Read one target out of the settings: the first when no name is given."""
    known = settings.get("PUBLISH_TARGETS")
    if not isinstance(known, dict) or not known:
        raise NotPublishable(
            "tệp thiết đặt không có PUBLISH_TARGETS – không biết phát hành đi đâu – thêm một đích "
            "vào publishconf.py, như docs/phat-hanh.md"
        )
    wanted = name or next(iter(known))
    if wanted not in known:
        near = nearest(wanted, known)
        ask = f"có phải là «{near}»? " if near else ""
        raise NotPublishable(
            f"không có đích «{wanted}» – PUBLISH_TARGETS có: {', '.join(known)} – {ask}sửa --target"
        )
    return _target(wanted, known[wanted], two_persons=bool(settings.get("PUBLISH_TWO_PERSONS")))


def _target(name: str, found: Mapping[str, object], *, two_persons: bool) -> Target:
    strange = sorted(found.keys() - set(KEYS))
    if strange or found.get("kind") not in KINDS:
        fact = f"khóa lạ: {', '.join(strange)}" if strange else f"kind «{found.get('kind')}» lạ"
        raise NotPublishable(
            f"đích «{name}»: {fact} – không biết gửi đi đâu – các khóa: {', '.join(KEYS)}; "
            f"kind là {' hoặc '.join(KINDS)}"
        )
    texts = {key: str(value) for key, value in found.items() if key not in PLAIN}
    missing = [
        key for key in SECRETS if texts.get(key, "").startswith("$") and not _held(texts[key])
    ]
    if missing:
        raise NotPublishable(
            f"đích «{name}»: biến môi trường {', '.join(texts[key] for key in missing)} trống – "
            "không có khóa thì không phát hành được – đặt biến ấy là nội dung của khóa"
        )
    port = int(str(found.get("port", 22)))
    zstd = found.get("zstd") is True
    return Target(name=name, port=port, zstd=zstd, two_persons=two_persons, **texts)


def _held(variable: str) -> str:
    """Give the text of a key that the environment holds: `$NAME` of a settings file."""
    return os.environ.get(variable.removeprefix("$"), "")


def key_file(named: str, folder: Path) -> Path:
    """Give the file of a key, written into a private folder when the environment holds the key."""
    if not named.startswith("$"):
        return Path(named).expanduser()
    file = folder / named.removeprefix("$")
    file.touch(mode=0o600)
    file.write_text(_held(named).strip() + "\n", encoding="ascii")
    return file


def receiving(target: Target) -> Receiving:
    """Give the other side of a target."""
    if target.kind == "artefact":
        raise NotPublishable(
            f"đích «{target.name}» là một thư mục cho nơi khác phục vụ – ở đó không có bản cũ – "
            "lùi bản và soi trang ở chính nơi ấy"
        )
    return Here(Path(target.root)) if target.kind == "folder" else There(target)


class Here:
    """A folder of this machine, which a web server shows."""

    def __init__(self, root: Path) -> None:
        """Open the store; it is made on first use."""
        self._store = Store(root.expanduser())

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

    def ask(self, *words: str) -> Answer:
        """Ask over the wire."""
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
                f"đường truyền đứt, chạy lại sẽ gửi tiếp phần thiếu: {fault}"
            ) from fault

    def close(self) -> None:
        """End the shared connection."""
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
