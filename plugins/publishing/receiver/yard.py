"""Where releases are put together and taken apart, out of readers' sight (bãi ráp)."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from plugins.publishing.receiver import files
from plugins.publishing.receiver.assembling import copy_in, make_folder, put_together
from plugins.publishing.receiver.files import Refused
from plugins.publishing.receiver.lines import entries
from plugins.publishing.receiver.release import (
    MANIFEST,
    OWN,
    check_signature,
    faults_of,
    lines_of,
    manifest_of,
)
from plugins.publishing.receiver.words import Listed, Said

REMEDY: Final = " – chọn bản khác ở inv releases, hoặc phát hành một lần ghi mới"


class Yard:
    """The working folders of a store: a spare release, one in the making, what is thrown away."""

    def __init__(self, root: Path) -> None:
        """Open the yard of a store; a new one is made on first use."""
        self._signers, self._releases = root / "signers", root / "releases"
        self._spare, self._building, self._trash = root / "spare", root / "building", root / "trash"
        for folder in (self._releases, self._spare, self._building, self._trash):
            folder.mkdir(parents=True, exist_ok=True)

    def approved(self, name: str) -> Said:
        """Give a release's manifest when it is signed and every file is as it says."""
        place = self._releases / name
        self._refuse_unsigned(place)
        said = manifest_of(place)
        _refuse_faulty(name, faults_of(place, said), REMEDY)
        return said

    def assembled(self, name: str, arrived: Path, base: str) -> Said:
        """Put a release together and give its manifest; it is whole before it gets its name."""
        place = self._building / name
        if not (arrived / MANIFEST).is_file():
            raise Refused(f"chưa nhận được bản {name}")
        old = lines_of(self._releases / base)[1] if base else frozenset[str]()
        files.remove(place)
        self._fill(place, base)
        make_folder((place / MANIFEST).parent)
        for own in OWN:
            (place / own).unlink(missing_ok=True)
            if (arrived / own).exists():
                copy_in(arrived / own, place / own)
        self._refuse_unsigned(place)
        said, new = lines_of(place)
        faults = put_together(place, arrived, _parsed(old - new), _parsed(new - old))
        _refuse_faulty(name, faults)
        os.sync()
        place.rename(self._releases / name)
        files.settle(self._releases)
        return said

    def throw_away(self, *places: Path) -> None:
        """Take things out of the way at once."""
        for place in places:
            place.rename(self._trash / f"{place.name}-{time.time_ns()}")

    def clear(self, live: str = "") -> None:
        """Throw away what lies about, but for the spare of the live release."""
        found = (*self._building.iterdir(), *self._spare.iterdir())
        self.throw_away(*(old for old in found if old != self._spare / (live or "none")))

    def empty_trash(self) -> None:
        """Remove what was thrown away; others may throw and remove at the same time."""
        while found := [*self._trash.iterdir()]:
            with contextlib.suppress(FileNotFoundError):
                files.remove(found[0])

    def has_spare(self, live: str) -> bool:
        """Say whether the next release can be built of a copy that is ready."""
        return (self._spare / live).is_dir()

    def make_spare(self, live: str) -> None:
        """Copy the live release, for the next one to be built of."""
        self._copy(live, self._spare / live)
        os.sync()

    def _fill(self, place: Path, base: str) -> None:
        if not base:
            make_folder(place)
        elif self.has_spare(base):
            (self._spare / base).rename(place)
        else:
            self._copy(base, place)

    def _copy(self, name: str, place: Path) -> None:
        """Copy a release; what is extra in it is left out, what was changed is refused."""
        fresh = self._building / f"{name}.{os.getpid()}.chep"
        files.remove(fresh)
        files.copy(self._releases / name, fresh)
        _refuse_faulty(name, faults_of(fresh, manifest_of(fresh), mend=True))
        fresh.rename(place)

    def _refuse_unsigned(self, release: Path) -> None:
        if self._signers.is_file():
            check_signature(release, self._signers)


def _parsed(lines: Iterable[str]) -> dict[str, Listed]:
    try:
        return entries(lines)
    except ValueError as fault:
        raise Refused(f"bản kê có dòng không đọc được: {fault}") from fault


def _refuse_faulty(name: str, faults: Sequence[str], remedy: str = "") -> None:
    if faults:
        shown = ", ".join(faults[:5])
        raise Refused(f"bản {name} có {len(faults)} tệp không đúng bản kê: {shown}{remedy}")
