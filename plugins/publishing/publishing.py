"""`inv publish`: build, take down, compare, send, make live, look at it, or go back (phát hành)."""

from __future__ import annotations

import hashlib
import runpy
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from pathlib import Path
from typing import Final

from plugins.pelican_bridge.building import build, no_collections
from plugins.pelican_bridge.options import BuildOptions
from plugins.publishing.artefact import write_artefact
from plugins.publishing.commit import Commit, NotPublishable, commit_of, removals_since
from plugins.publishing.guarding import refuse_loss
from plugins.publishing.live import differences
from plugins.publishing.manifest import (
    WORTH_RENEWING,
    Change,
    Manifest,
    change_between,
    read_manifest,
    read_own,
)
from plugins.publishing.reaching import Receiving, compose, receiving
from plugins.publishing.receiver.release import MANIFEST, SIGNATURE
from plugins.publishing.receiver.words import Answer
from plugins.publishing.saying import changes_said, differences_said
from plugins.publishing.security_contact import write_contact
from plugins.publishing.signing import sign
from plugins.publishing.supply.bill import bill
from plugins.publishing.taking import OWN, PLACE, Taken, taken
from plugins.publishing.targets import Target, key_file, read_target, refuse_missing_files
from plugins.publishing.two_persons import refuse_lonely
from plugins.vietnamese.numbers import decimal

WORKSHOP: Final = Path(__file__).parents[2]
ALL_ARE_LOOKED_AT: Final = 6000
"""So many files and fewer are all fetched after a publication; of more, those that changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is wanted: the target's name, a look without a deed, leave to lose pages.

    `withdrawal` is a commit that is published though one person alone made it, and is not gone
    back from.
    """

    target: str = ""
    dry_run: bool = False
    allow_loss: bool = False
    withdrawal: str = ""


@no_collections()
def publish(root: Path, options: BuildOptions, wish: Wish) -> int:
    """Publish the commit that the working tree holds; 1 when it was refused or went back."""
    try:
        settings = runpy.run_path(str(options.settings))
        target = read_target(settings, wish.target)
        _refuse_preview(settings)
        refuse_missing_files(target)
        commit = commit_of(root)
        if target.kind == "artefact":
            release = _made(options, settings, target, commit)
            return _publish_folder(root, target, release, wish) if release else 1
        with closing(receiving(target)) as other:
            other.open()
            release = _made(options, settings, target, commit)
            code = _Publication(target, other, release).carry_out(root, wish) if release else 1
            if not (code or wish.dry_run):
                other.ask("beat")
            return code
    except NotPublishable as fault:
        print(f"lỗi: {fault}", file=sys.stderr)
        return 1


def _made(
    options: BuildOptions, settings: Mapping[str, object], target: Target, commit: Commit
) -> Taken | None:
    """Build the site and take it down; nothing when the content has an error."""
    with _step("dựng trang"):
        report = build(options)
    if not report.is_built:
        return None
    with _step("kiểm kê và nén"):
        built, address = datetime.fromisoformat(report.now), str(settings["SITEURL"])
        write_contact(options.cache / PLACE / OWN, settings, built)
        folders = options.output, options.cache
        return taken(*folders, commit, built, site=address, forms=target.forms)


def _publish_folder(root: Path, target: Target, release: Taken, wish: Wish) -> int:
    """Write the release as a folder that another host serves."""
    if target.two_persons:
        refuse_lonely(root, "", wish.withdrawal)
    write_artefact(release, Path(target.root).expanduser())
    _keep_bill(release)
    print(f"Đã viết bản {release.manifest.name} vào {target.root}.")
    return 0


def _keep_bill(release: Taken) -> None:
    (release.cache / f"{release.manifest.name}.cdx.json").write_bytes(bill(WORKSHOP))


def _refuse_preview(settings: Mapping[str, object]) -> None:
    if settings.get("IS_PREVIEW"):
        raise NotPublishable(
            "tệp thiết đặt có IS_PREVIEW – bản xem trước có bài nháp, không lên trang thật – "
            "bỏ IS_PREVIEW; xem trước thì inv build --for-review"
        )


class _Publication:
    """One release on its way to a target; what the other side has is read once."""

    def __init__(self, target: Target, other: Receiving, release: Taken) -> None:
        self._target, self._other, self._release = target, other, release
        self._after = release.manifest
        self._status: Answer = {}

    def carry_out(self, root: Path, wish: Wish) -> int:
        """Compare, send, make live and look; 1 when it went back."""
        after, self._status = self._after, self._other.ask("status")
        live = self._status["live"]
        before = self._manifest(live)
        change = change_between(before, after)
        is_whole = change.is_nothing and not self._status.get("unfinished")
        if before and is_whole and before.expires - after.built > WORTH_RENEWING:
            print(f"Không có gì mới: bản {live} đang chạy là bản này.")
            return self._look("", change)
        print(changes_said(change, before, after))
        if before and not wish.allow_loss:
            refuse_loss(before, after, change, lambda: removals_since(root, before.commit))
        if self._target.two_persons:
            refuse_lonely(root, before.commit if before else "", wish.withdrawal)
        if wish.dry_run:
            print("Chỉ xem thử, chưa gửi gì.")
            return 0
        if after.name not in self._status["releases"]:
            self._send(tuple(after.files) if self._target.is_compared_there else change.sent)
        with _step("đưa lên"):
            done = self._other.ask("activate", after.name, *([live] if live else []))
        print(f"Đã đưa lên bản {after.name}.")
        return self._look("" if wish.withdrawal else done["before"], change)

    def _send(self, wanted: Sequence[str]) -> None:
        """Send what the other side lacks, and the signed manifest."""
        name = self._after.name
        with (
            tempfile.TemporaryDirectory(prefix="phat-hanh-") as folder,
            _step(f"gửi {len(wanted)} tệp, kể cả bản nén"),
        ):
            signed = Path(folder) / "ke"
            signed.mkdir()
            (signed / "manifest.json").write_bytes(self._after.as_json())
            shutil.copy(signed / "manifest.json", self._release.cache / f"{name}.json")
            _keep_bill(self._release)
            own = [(MANIFEST, signed / "manifest.json")]
            if self._target.signing_key:
                key = key_file(self._target.signing_key, Path(folder))
                sign(signed / "manifest.json", key)
                own.append((SIGNATURE, signed / "manifest.json.sig"))
            files = ((path, self._release.place(path)) for path in wanted)
            compose(Path(folder) / "gui", [*files, *own])
            self._other.send(Path(folder) / "gui", name)

    def _look(self, before: str, change: Change) -> int:
        """Look at the live site as readers do; go back when it is not what was published."""
        site, after = self._target.site, self._after
        if not site.url:
            return 0
        if self._status.get("maintenance"):
            print("Đang bảo trì nên chưa xem lại được: inv maintenance --off, inv verify-live.")
            return 0
        looked_at = after if len(after.files) <= ALL_ARE_LOOKED_AT else change.of(after)
        if not looked_at.files:
            return 0  # nothing is said of what nobody looked at
        with _step(f"xem lại {len(looked_at.files)} tệp, kể cả bản nén, ở {site.url}"):
            found = differences(site, looked_at, looked_at.files)
        if not found:
            print(f"Đã xem lại: {site.url} đúng như đã dựng.")
            return 0
        print(differences_said(found, site.url), file=sys.stderr)
        if all(one.is_late and after.files[one.path].status != HTTPStatus.OK for one in found):
            print(f"Bản {after.name} vẫn chạy: nội dung đúng, chỉ sai mã trả lời.", file=sys.stderr)
        elif before:
            print(self._gone_back(before), file=sys.stderr)
        return 1

    def _gone_back(self, before: str) -> str:
        """Go back, and say so; where nothing can be gone back to, say what is live instead."""
        name = self._after.name
        try:
            self._other.ask("rollback", before)
        except NotPublishable as fault:
            return f"Không tự lùi được ({fault}). Đang chạy là bản {name}, chưa được xem lại xong."
        return (
            f"Đã tự lùi về bản {before}. Sửa máy chủ xong thì đưa bản mới trở lại: "
            f"inv rollback --to {name}"
        )

    def _manifest(self, name: str) -> Manifest | None:
        """Give a release's manifest: the one that this machine published, if it is the very one."""
        if not name:
            return None
        noted = [
            line["manifest"]
            for line in self._status["log"]
            if line["release"] == name and "manifest" in line
        ]
        with suppress(OSError, ValueError):
            kept = (self._release.cache / f"{name}.json").read_bytes()
            if hashlib.sha256(kept).hexdigest() in noted[-1:]:
                return read_own(kept)
        return read_manifest(self._other.ask("manifest", name)["manifest"])


@contextmanager
def _step(name: str) -> Iterator[None]:
    """Say what is being done, and then how long it took."""
    sys.stderr.write(f"{name}…\n")
    sys.stderr.flush()
    began = time.monotonic()
    yield
    sys.stderr.write(f"  xong sau {decimal(time.monotonic() - began, 1)} giây\n")
