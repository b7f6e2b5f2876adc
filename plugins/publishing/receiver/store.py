"""The releases of one site on a server, and which of them is live (kho bản phát hành).

    root/  releases/NAME/  current -> releases/NAME  incoming/NAME/  spare/NAME/  building/NAME/
           kept/  trash/  log.jsonl  lock  signers  bao-tri.html

`current` alone says what is live. Into `incoming` come the files that changed; `spare` is a checked
copy of the live release, which the next one is built of: no two releases share an inode. `kept`
are hashed files of former releases, which open pages still ask for. Where there are `signers`
(ssh-keygen's allowed signers), one of them must sign.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from plugins.publishing.receiver import files, keeping, notice
from plugins.publishing.receiver.assembling import copy_in
from plugins.publishing.receiver.files import Refused
from plugins.publishing.receiver.journal import Journal
from plugins.publishing.receiver.release import (
    EMPTY,
    MANIFEST,
    faults_of,
    manifest_of,
    write_empty,
)
from plugins.publishing.receiver.words import Answer, Noted, Said
from plugins.publishing.receiver.yard import Yard

NAME: Final = re.compile(r"\d{8}-\d{8}T\d{4}-[0-9a-f]{12}")
"""How a release is called: number of commits, minute (UTC), commit; names sort by age."""
NUMBER: Final = 8
SHOWN: Final = 20
LAST: Final = "last"
WAIT_SECONDS: Final = 15 * 60
POLL_SECONDS: Final = 0.05


class Store:
    """The releases below one folder."""

    def __init__(self, root: Path) -> None:
        """Open a store; a new one is made on first use."""
        self.root = root
        self.releases, self.incoming = root / "releases", root / "incoming"
        self._kept, self._yard = root / "kept", Yard(root)
        for folder in (self.incoming, self._kept):
            folder.mkdir(parents=True, exist_ok=True)
        self._journal = Journal(root / "log.jsonl")

    @property
    def live(self) -> str:
        """Name the live release, or nothing."""
        current = self.root / "current"
        return current.readlink().name if current.is_symlink() else ""

    def names(self) -> list[str]:
        """Name all releases that were published, oldest first."""
        found = (path.name for path in self.releases.iterdir() if NAME.fullmatch(path.name))
        return sorted(name for name in found if name != EMPTY)

    def prepare(self) -> Answer:
        """Make an empty release live where there is none, so that a web server can be started."""
        with self._alone():
            if not self.live:
                self._switch(EMPTY, "prepare", write_empty(self.releases / EMPTY))
            return {"live": self.live}

    def activate(self, name: str, base: str = "") -> Answer:
        """Put a release together from another and from what arrived, check it, make it live."""
        with self._alone():
            self._refuse_old(name)
            before = self.live
            if name == before:
                return {"live": name, "before": before, "changed": False}
            if (self.releases / name).is_dir():
                said = self._yard.approved(name)
            else:
                said = self._yard.assembled(name, self.incoming / name, base)
            keeping.keep_assets(self.releases / name, self._kept)
            self._switch(name, "activate", said)
            with contextlib.suppress(OSError):  # it is live; the next one prunes again
                self._clean_up()
        files.apart(self.tidy)
        return {"live": name, "before": before, "changed": True}

    def rollback(self, name: str = "") -> Answer:
        """Go back to a release: without a name to the one that was live before this one."""
        with self._alone():
            live = self.live
            kept = {*self.names()}
            former = [one for one in self._journal.former(live) if one in kept]
            wanted = name or next(reversed(former), "")
            if not wanted:
                raise Refused("máy chủ chỉ giữ bản đang chạy, không có bản nào trước nó để lùi về")
            if wanted not in kept:
                raise Refused("không có bản ấy để lùi về; xem các bản: inv releases")
            if wanted == live:
                return {"live": live, "before": live, "changed": False}
            self._switch(wanted, "rollback", self._yard.approved(wanted))
        files.apart(self.tidy)
        return {"live": wanted, "before": live, "changed": True}

    def forget(self) -> Answer:
        """Remove every release but the live one, and all that only former ones had."""
        with self._alone():
            live = self.live
            others = (self.releases / name for name in self.names() if name != live)
            self._yard.throw_away(*others, *self.incoming.iterdir())
            keeping.keep_only(self.releases / live, self._kept)
            self._yard.clear()
            self._yard.empty_trash()
            self._journal.note({"did": "forget", "release": live})
        files.apart(self.tidy)
        return {"live": live, "releases": [live]}

    def maintain(self, *, wish: bool) -> Answer:
        """Show everybody the page of maintenance, or the site again."""
        notice.show(self.root / notice.PAGE, wish=wish)
        self._journal.note({"did": f"maintenance {'on' if wish else 'off'}", "release": self.live})
        return {"live": self.live, "maintenance": wish}

    def beat(self) -> Answer:
        """Note, for monitors elsewhere, that whoever publishes was here and all went well."""
        notice.write(self.root / notice.BEAT, notice.heartbeat())
        return {"live": self.live}

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

    def tidy(self) -> None:
        """Do what nobody waits for: remove what is done with, copy the live release for the next.

        Beside the copy, rsync finds the live manifest to send the next one as its differences.
        """
        with self._alone():
            live = self.live
            self._yard.clear(live)
            if live and not self._yard.has_spare(live):
                basis = self.incoming / LAST / MANIFEST
                basis.parent.mkdir(parents=True, exist_ok=True)
                copy_in(self.releases / live / MANIFEST, basis)
                self._yard.make_spare(live)
        self._yard.empty_trash()

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

    def _refuse_old(self, name: str) -> None:
        """Refuse what is older than the live release, or no newer than one gone back from."""
        live, last = self.live, self._journal.last_move()
        if name < live:
            raise Refused(f"bản {name} cũ hơn bản đang chạy {live}; muốn về bản cũ: inv rollback")
        left = last.get("before", "") if last.get("did") == "rollback" else ""
        if left and name[:NUMBER] <= left[:NUMBER] and name != live:
            raise Refused(
                f"bản {left} đã bị lùi; sửa nội dung rồi phát hành bản mới hơn, hoặc đưa chính nó "
                f"trở lại: inv rollback --to {left}"
            )

    def _switch(self, name: str, did: str, said: Said) -> None:
        before, manifest = self.live, (self.releases / name / MANIFEST).read_bytes()
        told: Noted = {"before": before, "commit": said["commit"], "by": said["by"]}
        digest = hashlib.sha256(manifest).hexdigest()
        with files.pointed(self.root / "current", Path("releases") / name):
            self._journal.note({"did": did, "release": name, "manifest": digest, **told})

    def _clean_up(self) -> None:
        """Keep the newest releases, the live one, and the one that was live before it."""
        live = self.live
        safe = {live, *self._journal.former(live)[-1:]}
        outlived = keeping.outlived(self.names(), safe)
        done = (path for path in self.incoming.iterdir() if path.name <= live)
        self._yard.throw_away(*(self.releases / name for name in outlived), *done)


def _is_taken(number: int) -> bool:
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
