"""A bucket that speaks S3, with a CDN before it: no switch, so the order of sending decides.

Files come before the pages that name them, new pages before the pages that link to them, feeds
after pages; then goes what is no more, and the manifest comes last: until it is there, whoever
publishes next begins anew. What a bucket holds is told by its own list, never by memory.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from plugins.publishing.commit import NotPublishable
from plugins.publishing.live import is_served
from plugins.publishing.manifest import read_manifest
from plugins.publishing.monitoring import HEARTBEAT
from plugins.publishing.receiver.keeping import FOLDERS
from plugins.publishing.receiver.notice import heartbeat
from plugins.publishing.receiver.release import MANIFEST, SIGNATURE
from plugins.publishing.receiver.words import Answer, Said
from plugins.publishing.targets import Target, held
from plugins.workshop.headers import headers_at
from plugins.workshop.media_types import MEDIA_TYPES, UNKNOWN
from plugins.workshop.running import CommandFailed, run

UNFINISHED: Final = ".well-known/dang-gui.txt"
"""There while a release is being sent: what the manifest says is then not all that there is."""
KEPT: Final = tuple(f"{folder}/" for folder in FOLDERS)
"""Hashed files stay for pages that are open, until `forget`."""
TOLD: Final = ("Cache-Control", "Content-Disposition")
"""The headers that a bucket keeps with a file; a CDN adds the others."""
LATE: Final = (".xml", ".json")


class Bucket:
    """The other side when it is a bucket (kho kiểu S3), reached with rclone."""

    def __init__(self, target: Target) -> None:
        """Prepare to speak to it; keys travel in the environment alone."""
        self._name = target.name
        self._place = f":s3:{target.bucket}"
        self._env = {
            "RCLONE_CONFIG": "",
            "RCLONE_S3_PROVIDER": "Other",
            "RCLONE_S3_ENDPOINT": target.endpoint,
            "RCLONE_S3_REGION": target.region,
            "RCLONE_S3_ACCESS_KEY_ID": held(target.access_key),
            "RCLONE_S3_SECRET_ACCESS_KEY": held(target.secret_key),
            "RCLONE_S3_NO_CHECK_BUCKET": "true",
            "RCLONE_CA_CERT": target.ca,
            "AWS_CA_BUNDLE": "",  # rclone refuses to start with it
        }

    def open(self) -> None:
        """Do nothing: each question opens a connection of its own."""

    def ask(self, *words: str) -> Answer:
        """Answer from what the bucket holds; what it cannot do raises `NotPublishable`."""
        match words:
            case ("status",):
                return self._status()
            case ("manifest", _):
                return {"manifest": self._manifest()}
            case ("activate", name, *_):
                return {"live": name, "before": "", "changed": True}
            case ("beat",):
                return self._beat()
            case ("scan",):
                return {"faults": sorted(self._faults(self._listed().keys()))}
            case ("forget",):
                return self._forget()
        raise NotPublishable(
            f"đích «{self._name}» là kho kiểu S3, không làm được «{words[0]}» – ở đó chỉ có bản "
            "đang chạy – lùi bản thì git revert rồi inv publish; bảo trì thì đặt ở CDN"
        )

    def send(self, folder: Path, name: str) -> None:
        """Send what differs from the bucket's own list, pages after all that they name."""
        there, here = self._listed(), dict(_files(folder))
        live = self._live if MANIFEST in there else ""
        if name < live:
            raise NotPublishable(
                f"bản {name} cũ hơn bản đang chạy {live} – trang thật không tự lùi – "
                "muốn về nội dung cũ: git revert rồi inv publish"
            )
        (folder / UNFINISHED).parent.mkdir(exist_ok=True)
        (folder / UNFINISHED).write_text(name, encoding="ascii")
        self._copy(folder, [UNFINISHED])
        sent = [path for path, file in here.items() if there.get(path) != _md5(file)]
        for phase in _phases(sent, there):
            self._copy(folder, phase)
        self._remove(path for path in there.keys() - here.keys() if not path.startswith(KEPT))
        for last in (SIGNATURE, MANIFEST):
            self._copy(folder, [path for path in here if path == last])
        self._rclone("deletefile", f"{self._place}/{UNFINISHED}")

    def close(self) -> None:
        """Do nothing: every request was one of its own."""

    @property
    def _live(self) -> str:
        return read_manifest(self._manifest()).name

    def _status(self) -> Answer:
        there = self._listed()
        live = self._live if MANIFEST in there else ""
        told: Answer = {"live": live, "unfinished": UNFINISHED in there}
        return {**told, "releases": [], "log": [], "maintenance": False}

    def _manifest(self) -> Said:
        try:
            found: Said = json.loads(self._rclone("cat", f"{self._place}/{MANIFEST}"))
        except ValueError as fault:
            raise NotPublishable(
                f"bản kê trong kho của đích «{self._name}» hỏng – không biết bản nào đang chạy – "
                f"xóa {MANIFEST} trong kho rồi phát hành lại"
            ) from fault
        return found

    def _listed(self) -> dict[str, str]:
        """List what the bucket holds: path and MD5."""
        said = self._rclone("lsjson", "-R", "--files-only", "--hash", "--fast-list", self._place)
        return {one["Path"]: one.get("Hashes", {}).get("md5", "") for one in json.loads(said)}

    def _copy(self, folder: Path, paths: list[str]) -> None:
        """Send some files, those of the same headers together; returns when all are there."""
        groups: dict[tuple[str, ...], list[str]] = {}
        for path in paths:
            groups.setdefault(tuple(_headers(path)), []).append(path)
        flags = ("--copy-links", "--no-traverse", "--ignore-times")
        for headers, group in groups.items():
            told = [word for header in headers for word in ("--header-upload", header)]
            with _lines(group) as listed:
                words = ("--files-from-raw", listed, str(folder), self._place)
                self._rclone("copy", *flags, *told, *words)

    def _remove(self, paths: Iterable[str]) -> None:
        gone = [path for path in paths if not path.startswith(".")]
        if gone:
            with _lines(gone) as listed:
                self._rclone("delete", "--files-from-raw", listed, self._place)

    def _beat(self) -> Answer:
        """Note, for monitors elsewhere, that whoever publishes was here and all went well."""
        with tempfile.TemporaryDirectory(prefix="nhip-") as folder:
            file = Path(folder) / HEARTBEAT
            file.parent.mkdir()
            file.write_text(heartbeat(), encoding="ascii")
            self._copy(Path(folder), [HEARTBEAT])
        return {}

    def _faults(self, there: AbstractSet[str]) -> Iterator[str]:
        listed = {path for path in self._manifest()["files"] if is_served(path)}
        yield from (f"{path} (thiếu)" for path in listed - there)
        yield from (
            f"{path} (thừa)" for path in there - listed if not path.startswith((".", *KEPT))
        )

    def _forget(self) -> Answer:
        """Remove every file that the live release does not have."""
        live = self._manifest()
        self._remove(self._listed().keys() - live["files"].keys())
        return {"live": read_manifest(live).name}

    def _rclone(self, *words: str) -> str:
        try:
            return run("rclone", *words, cwd=Path.cwd(), env=self._env)
        except CommandFailed as fault:
            raise NotPublishable(
                f"không nói được với kho của đích «{self._name}», chạy lại sẽ gửi tiếp: {fault}"
            ) from fault


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for place in folder.rglob("*"):
        path = place.relative_to(folder).as_posix()
        if place.is_file() and is_served(path):
            yield path, place


def _phases(paths: Iterable[str], there: Mapping[str, str]) -> list[list[str]]:
    """Divide what is sent: files, new pages, pages that changed, feeds and maps."""
    phases: list[list[str]] = [[], [], [], []]
    for path in sorted(paths):
        if path in (MANIFEST, SIGNATURE):
            continue
        page, late = path.endswith(".html"), path.endswith(LATE) and not path.startswith(KEPT)
        phases[3 if late else 0 if not page else 2 if path in there else 1].append(path)
    return phases


def _headers(path: str) -> Iterator[str]:
    """Give the headers that a file is kept with."""
    yield f"Content-Type: {MEDIA_TYPES.get(Path(path).suffix, UNKNOWN)}"
    told = headers_at(f"/{path}")
    yield from (f"{name}: {told[name]}" for name in TOLD if name in told)


def _md5(file: Path) -> str:
    return hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()


@contextmanager
def _lines(paths: Iterable[str]) -> Iterator[str]:
    """Write a list of files as rclone reads it."""
    with tempfile.TemporaryDirectory(prefix="ke-") as folder:
        file = Path(folder) / "ke.txt"
        file.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
        yield str(file)
