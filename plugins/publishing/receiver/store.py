"""The releases of one site on a server, and which of them is live (kho bản phát hành).

    root/  releases/NAME/  current -> releases/NAME  incoming/NAME/  spare/NAME/  kept/
           log.jsonl  lock  signers  bao-tri.html  looked-at.json

`current` alone says what is live. `spare` is a copy of the live release for the next one to begin
with: no two releases share an inode; `looked-at` says what its files held. `kept` are hashed files
of former releases, which open pages still ask for. Where there are `signers` (ssh-keygen's allowed
signers), one of them must sign.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from plugins.publishing.receiver import files, keeping, looking, notice
from plugins.publishing.receiver.files import Refused
from plugins.publishing.receiver.journal import Journal
from plugins.publishing.receiver.release import (
    EMPTY,
    MANIFEST,
    check_signature,
    faults_of,
    manifest_of,
    write_empty,
)
from plugins.publishing.receiver.words import Answer, Noted, Said

NAME: Final = re.compile(r"\d{8}-\d{8}T\d{4}-[0-9a-f]{12}")
"""How a release is called: number of commits, minute (UTC), commit; names sort by age."""
NUMBER: Final = 8
SHOWN: Final = 20
WAIT_SECONDS: Final = 15 * 60
POLL_SECONDS: Final = 0.05


class Store:
    """The releases below one folder."""

    def __init__(self, root: Path) -> None:
        """Open a store; a new one is made on first use."""
        self.root = root
        self.releases, self.incoming = root / "releases", root / "incoming"
        self._spare, self._kept, self._trash = root / "spare", root / "kept", root / "trash"
        for folder in (self.releases, self.incoming, self._spare, self._kept, self._trash):
            folder.mkdir(parents=True, exist_ok=True)
        self._journal, self._memory = Journal(root / "log.jsonl"), root / "looked-at.json"

    @property
    def live(self) -> str:
        """Name the live release, or nothing."""
        current = self.root / "current"
        return current.readlink().name if current.is_symlink() else ""

    def names(self) -> list[str]:
        """Name all releases, oldest first."""
        return sorted(path.name for path in self.releases.iterdir() if NAME.fullmatch(path.name))

    def prepare(self) -> None:
        """Make an empty release live where there is none, so that a web server can be started."""
        with self._alone():
            if not self.live:
                self._switch(EMPTY, "prepare", write_empty(self.releases / EMPTY))

    def begin(self, name: str) -> Answer:
        """Make a folder for a release, full of the live one's files; say which one that is."""
        with self._alone():
            self._refuse_old(name)
            place, base = self.incoming / name, self.incoming / f"{name}.base"
            if (self.releases / name).is_dir():
                return {"base": name, "is_here": True}
            if not (place.is_dir() and base.is_file()):
                files.remove(place)
                base.write_text(self.live, "utf-8")
                self._fill(place)
            return {"base": base.read_text("utf-8"), "is_here": False}

    def activate(self, name: str) -> Answer:
        """Check every file of a release against its manifest, then make it live."""
        with self._alone():
            self._refuse_old(name)
            before, arrived = self.live, self.incoming / name
            if name == before:
                return {"live": name, "before": before, "changed": False}
            if arrived.is_dir():
                said = self._approve(arrived, mend=True)
                os.sync()
                arrived.rename(self.releases / name)
                files.settle(self.releases)
            else:
                said = self._approve(self.releases / name)
            keeping.keep_assets(self.releases / name, self._kept)
            self._switch(name, "activate", said)
            self._clean_up()
        files.apart(self.make_spare)
        return {"live": name, "before": before, "changed": True}

    def rollback(self, name: str = "") -> Answer:
        """Go back to a release: without a name to the one that was live before this one."""
        with self._alone():
            live = self.live
            kept = {*self.names()} - {EMPTY}
            former = [one for one in self._journal.former(live) if one in kept]
            wanted = name or next(reversed(former), "")
            if not wanted or not (self.releases / wanted).is_dir():
                raise Refused("không có bản ấy để lùi về; xem các bản: inv releases")
            if wanted == live:
                return {"live": live, "before": live, "changed": False}
            self._switch(wanted, "rollback", self._approve(self.releases / wanted))
        files.apart(self.make_spare)
        return {"live": wanted, "before": live, "changed": True}

    def forget(self) -> Answer:
        """Remove every release but the live one, and all that only former ones had."""
        with self._alone():
            live = self.live
            for name in self.names():
                if name != live:
                    (self.releases / name).rename(self._trash / name)
            keeping.keep_only(self.releases / live, self._kept)
            for folder in (self._trash, self._spare, self.incoming):
                for path in folder.iterdir():
                    files.remove(path)
            self._journal.note({"did": "forget", "release": live})
        files.apart(self.make_spare)
        return {"live": live, "releases": [live]}

    def maintain(self, *, wish: bool) -> Answer:
        """Show everybody the page of maintenance, or the site again."""
        notice.show(self.root / notice.PAGE, wish=wish)
        self._journal.note({"did": f"maintenance {'on' if wish else 'off'}", "release": self.live})
        return {"live": self.live, "maintenance": wish}

    def status(self) -> Answer:
        """Say what is live, what can be gone back to, and what was done last."""
        maintenance = (self.root / notice.PAGE).exists()
        last = self._journal.entries()[-SHOWN:]
        known = self.names()
        return {"live": self.live, "releases": known, "maintenance": maintenance, "log": last}

    def scan(self) -> Answer:
        """Name every file of the live release that is missing, changed or extra."""
        live = self.live
        place = self.releases / live
        return {"live": live, "faults": faults_of(place, manifest_of(place)) if live else []}

    def manifest(self, name: str) -> Answer:
        """Give a release's manifest."""
        return {"manifest": manifest_of(self.releases / name)}

    def make_spare(self) -> None:
        """Copy the live release, so that the next one need not wait for it."""
        with self._alone():
            live = self.live
            for old in self._spare.iterdir():
                if old.name != live:
                    files.remove(old)
            if live and not (self._spare / live).exists():
                files.copy(self.releases / live, self._spare / live)
                looking.remember(self._spare / live, self._memory)
                os.sync()

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the store alone; the kernel lets go when the process ends, however it ends."""
        with (self.root / "lock").open("a") as lock:
            until = time.monotonic() + WAIT_SECONDS
            while not _is_taken(lock.fileno()):
                if time.monotonic() > until:
                    raise Refused("máy chủ bận phát hành bản khác đã quá 15 phút; thử lại sau")
                time.sleep(POLL_SECONDS)
            yield

    def _fill(self, place: Path) -> None:
        live = self.live
        if not live:
            place.mkdir()
        elif (self._spare / live).is_dir():
            (self._spare / live).rename(place)
        else:
            files.copy(self.releases / live, place)

    def _refuse_old(self, name: str) -> None:
        """Refuse what is older than the live release, or no newer than one gone back from."""
        live, last = self.live, self._journal.last_move()
        if name < live:
            raise Refused(f"bản {name} cũ hơn bản đang chạy {live}; muốn về bản cũ: inv rollback")
        left = last.get("before", "") if last.get("did") == "rollback" else ""
        if left and name[:NUMBER] <= left[:NUMBER] and name != live:
            raise Refused(f"bản {left} đã bị lùi; sửa nội dung rồi phát hành bản mới hơn")

    def _approve(self, release: Path, *, mend: bool = False) -> Said:
        """Give a release's manifest when every file is as it says; one that arrived is mended."""
        if not release.is_dir():
            raise Refused(f"chưa nhận được bản {release.name}")
        if (self.root / "signers").is_file():
            check_signature(release, self.root / "signers")
        said = manifest_of(release)
        known = looking.remembered(self._memory) if mend else looking.NOTHING
        faults = faults_of(release, said, known, mend=mend)
        if faults:
            raise Refused(f"{len(faults)} tệp không đúng bản kê: {', '.join(faults[:5])}")
        return said

    def _switch(self, name: str, did: str, said: Said) -> None:
        before, manifest = self.live, (self.releases / name / MANIFEST).read_bytes()
        files.point(self.root / "current", Path("releases") / name)
        told: Noted = {"before": before, "commit": said["commit"], "by": said["by"]}
        digest = hashlib.sha256(manifest).hexdigest()
        self._journal.note({"did": did, "release": name, "manifest": digest, **told})

    def _clean_up(self) -> None:
        """Keep the newest releases, the live one, and the one that was live before it."""
        live = self.live
        safe = {live, *self._journal.former(live)[-1:]}
        keeping.prune(self.releases, self.names(), safe, self._trash)
        for path in self.incoming.iterdir():
            if path.name.removesuffix(".base") <= live:
                files.remove(path)


def _is_taken(number: int) -> bool:
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
