"""`inv publish`: build, take down, compare, send, make live, look at it, or go back (phát hành)."""

from __future__ import annotations

import json
import runpy
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from plugins.pelican_bridge.building import build
from plugins.pelican_bridge.options import BuildOptions
from plugins.publishing.artefact import write_artefact
from plugins.publishing.commit import NotPublishable, commit_of, removals_since
from plugins.publishing.guarding import refuse_loss
from plugins.publishing.live import Site, differences
from plugins.publishing.manifest import WORTH_RENEWING, Manifest, change_between, read_manifest
from plugins.publishing.receiver.release import MANIFEST, SIGNATURE
from plugins.publishing.saying import changes_said
from plugins.publishing.signing import sign
from plugins.publishing.taking import Taken, taken
from plugins.publishing.targets import (
    Receiving,
    Target,
    There,
    compose,
    key_file,
    read_target,
    receiving,
)
from plugins.vietnamese.numbers import decimal

ALL_ARE_LOOKED_AT: Final = 6000
"""So many files and fewer are all fetched after a publication; of more, those that changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is wanted: the target's name, a look without a deed, leave to lose pages."""

    target: str = ""
    dry_run: bool = False
    allow_loss: bool = False


def publish(root: Path, options: BuildOptions, wish: Wish) -> int:
    """Publish the commit that the working tree holds; 1 when it was refused or went back."""
    try:
        settings = runpy.run_path(str(options.settings))
        target = read_target(settings, wish.target)
        commit = commit_of(root)
        with _step("dựng trang"):
            report = build(options)
        if not report.is_built:
            return 1
        with _step("kiểm kê và nén"):
            place, built = options.cache / "xuat-ban", datetime.fromisoformat(report.now)
            release = taken(options.output, place, commit, built, settings["SITEURL"])
        if target.kind == "artefact":
            write_artefact(release, Path(target.root).expanduser())
            print(f"Đã viết bản {release.manifest.name} vào {target.root}.")
            return 0
        with reached(target) as other:
            return _publish(root, target, other, release, wish)
    except NotPublishable as fault:
        print(f"lỗi: {fault}", file=sys.stderr)
        return 1


def _publish(root: Path, target: Target, other: Receiving, release: Taken, wish: Wish) -> int:
    after, live = release.manifest, other.ask("status")["live"]
    before = _manifest(other, live, release.cache) if live else None
    change = change_between(before, after)
    if before and change.is_nothing and before.expires - after.built > WORTH_RENEWING:
        print(f"Không có gì mới: bản {live} đang chạy đã đúng như vậy.")
        return 0
    print(changes_said(change, before, after))
    if before and not wish.allow_loss:
        refuse_loss(before, after, change, lambda: removals_since(root, before.commit))
    if wish.dry_run:
        print("Chỉ xem thử, chưa gửi gì.")
        return 0
    _send(target, other, release)
    with _step("đưa lên"):
        done = other.ask("activate", after.name)
    return _looked_at(target, other, release, done["before"])


def _send(target: Target, other: Receiving, release: Taken) -> None:
    """Send what the other side lacks, and last the signed manifest."""
    manifest = release.manifest
    begun = other.ask("begin", manifest.name)
    if begun["is_here"]:
        return
    base = _manifest(other, begun["base"], release.cache) if begun["base"] else None
    wanted = change_between(base, manifest).sent
    with (
        tempfile.TemporaryDirectory(prefix="phat-hanh-") as folder,
        _step(f"gửi {len(wanted)} tệp"),
    ):
        signed = Path(folder) / "ke"
        signed.mkdir()
        (signed / "manifest.json").write_bytes(manifest.as_json())
        shutil.copy(signed / "manifest.json", release.cache / f"{manifest.name}.json")
        own = [(MANIFEST, signed / "manifest.json")]
        if target.signing_key:
            sign(signed / "manifest.json", key_file(target.signing_key, Path(folder)))
            own.append((SIGNATURE, signed / "manifest.json.sig"))
        files = ((path, release.place(path)) for path in wanted)
        compose(Path(folder) / "gui", [*files, *own])
        other.send(Path(folder) / "gui", manifest.name)


def _looked_at(target: Target, other: Receiving, release: Taken, before: str) -> int:
    """Look at the live site as readers do, and go back when it is not what was published."""
    manifest = release.manifest
    if not target.url:
        print(f"Đã đưa lên bản {manifest.name}.")
        return 0
    old = _manifest(other, before, release.cache) if before else None
    paths = change_between(old, manifest).sent
    if len(manifest.files) <= ALL_ARE_LOOKED_AT:
        paths = tuple(manifest.files)
    with _step(f"xem lại {len(paths)} tệp ở {target.url}"):
        found = differences(Site(url=target.url, ca=target.ca), manifest, paths)
    if not found:
        print(f"Đã đưa lên bản {manifest.name}, {target.url} đúng như đã dựng.")
        return 0
    said = "".join(f"\n  {one.path}: {one.said}" for one in found[:5])
    fact = f"lỗi: {len(found)} tệp ở {target.url} không như đã phát hành:{said}"
    if before:
        other.ask("rollback", before)
        fact += (
            f"\nĐã tự lùi về bản {before}. Sửa máy chủ xong thì đưa bản mới trở lại: "
            f"inv rollback --to {manifest.name}"
        )
    print(fact, file=sys.stderr)
    return 1


@contextmanager
def reached(target: Target) -> Iterator[Receiving]:
    """Reach a target while the block runs."""
    other = receiving(target)
    try:
        yield other
    finally:
        if isinstance(other, There):
            other.close()


def _manifest(other: Receiving, name: str, cache: Path) -> Manifest:
    """Give a release's manifest, from the cache when this machine published it."""
    try:
        return read_manifest(json.loads((cache / f"{name}.json").read_bytes()))
    except (OSError, ValueError):
        return read_manifest(other.ask("manifest", name)["manifest"])


@contextmanager
def _step(name: str) -> Iterator[None]:
    """Say what is being done, and then how long it took."""
    sys.stderr.write(f"{name}…\n")
    sys.stderr.flush()
    began = time.monotonic()
    yield
    sys.stderr.write(f"  xong sau {decimal(time.monotonic() - began, 1)} giây\n")
