"""A copy of a former release, less what is gone, plus what arrived, is the new one (ráp bản).

What arrived is copied and checked on the way, so that nothing which the deploy key can still write
to becomes part of a release.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath

from plugins.publishing.receiver.files import Refused
from plugins.publishing.receiver.looking import AT_ONCE
from plugins.publishing.receiver.release import FILE_MODE, FOLDER_MODE, dress, remove_empty
from plugins.publishing.receiver.words import Listed


def put_together(
    place: Path, arrived: Path, old: Mapping[str, Listed], new: Mapping[str, Listed]
) -> list[str]:
    """Turn the files of one manifest into those of another; name what did not arrive as it says."""
    refuse_strange(new)
    for name in old.keys() - new.keys():
        (place / name).unlink()
        remove_empty(place, (place / name).parent)
    known = {(name, one["sha256"]) for name, one in old.items()}
    wanted = [one for name, it in new.items() if (one := (name, it["sha256"])) not in known]
    _make_folders(place, (name for name, _ in wanted))
    chunks = [wanted[at::AT_ONCE] for at in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as crew:
        found = crew.map(lambda chunk: list(_taken_in(place, arrived, chunk)), chunks)
        return sorted(fault for chunk in found for fault in chunk)


def refuse_strange(names: Iterable[str]) -> None:
    """Refuse names that lead elsewhere."""
    for name in names:
        if name.startswith("/") or not {"..", ".", ""}.isdisjoint(name.split("/")) or "\0" in name:
            raise Refused(f"bản kê có đường dẫn lạ: {name!r}")


def copy_in(source: Path, place: Path) -> bytes:
    """Copy a file that arrived as a new one that everybody may read, and give its bytes."""
    number = os.open(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(number, "rb", buffering=0) as opened:
        data = opened.read()
    place.unlink(missing_ok=True)
    with place.open("xb", buffering=0) as fresh:
        fresh.write(data)
        os.fchmod(fresh.fileno(), FILE_MODE)
    return data


def _taken_in(place: Path, arrived: Path, wanted: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, sha256 in wanted:
        fault = _fault(arrived / name)
        if not fault:
            digest = hashlib.sha256(copy_in(arrived / name, place / name)).hexdigest()
            dress(f"{place}/{name}", digest, (place / name).stat())
            fault = "" if digest == sha256 else "khác"
        if fault:
            yield f"{name} ({fault})"


def _fault(file: Path) -> str:
    try:
        return "" if stat.S_ISREG(file.lstat().st_mode) else "không phải tệp thường"
    except FileNotFoundError:
        return "thiếu"


def _make_folders(place: Path, names: Iterable[str]) -> None:
    for folder in sorted({PurePosixPath(name).parent for name in names}):
        for one in (*reversed(folder.parents), folder):
            make_folder(place / one)


def make_folder(place: Path) -> None:
    """Make a folder that everybody may enter, whatever the umask."""
    if not place.is_dir():
        place.mkdir()
        place.chmod(FOLDER_MODE)
