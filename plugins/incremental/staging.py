"""Whole or not at all: a build writes a fresh folder first, and what is served changes at the end.

The fresh folder stands beside the output (`output.moi`). When everything was made anew the two
folders change places in one step. When most of the output is kept, the fresh files are moved into
it one by one under a journal: once the journal is there, the next build finishes what a killed
one began; without it, the fresh folder is thrown away. A folder that does not carry our marker is
never removed or replaced.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from plugins.incremental.completion import MARKER
from plugins.incremental.inspection import folders_of
from plugins.incremental.layout import spread_folders_below

JOURNAL = ".so-ghi.json"
NEW, OLD = ".moi", ".cu"
TOPS = 3
"""So deep in a fresh tree are the folders that keep theirs apart: `/tin-bai/2023/03/`."""
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC
AT_FDCWD, RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h


class NotOurs(Exception):  # noqa: N818 - it is a fact about a folder, not a failure of ours
    """A folder that would be replaced was not made by a build."""


class Staging:
    """The fresh folder of one build."""

    def __init__(self, output: Path, *, is_flat: bool = False) -> None:
        """Open an empty fresh folder; an earlier build that was killed is finished or undone.

        In a flat one all files lie side by side in a few folders, which spares those of a tree that
        is there already; its files can only be moved in.
        """
        self.output, self._is_flat = output, is_flat
        self._old = output.with_name(output.name + OLD)
        self._fresh = output.with_name(output.name + NEW)
        recover(output)
        self._salt = os.urandom(8) if is_flat else b""
        self._fresh.mkdir(parents=True)
        spread_folders_below(str(self._fresh))
        (self._fresh / MARKER).touch()

    def write(self, save_as: str, data: bytes) -> os.stat_result:
        """Write one file of the output."""
        if not _is_a_place(save_as):
            raise ValueError(f"not a place in the output: {save_as!r}")
        place = f"{self._fresh}/{self._staged(save_as)}"
        try:
            file = os.open(place, NEW_FILE, 0o644)
        except FileNotFoundError:
            _make_folder(place.rpartition("/")[0], tops=str(self._fresh).count("/") + TOPS)
            file = os.open(place, NEW_FILE, 0o644)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(file, rest) :]
            os.fchmod(file, 0o644)
            return os.fstat(file)
        finally:
            os.close(file)

    def _staged(self, save_as: str) -> str:
        """Give a file's place in the fresh folder."""
        if not self._is_flat:
            return save_as
        name = hashlib.sha256(save_as.encode()).hexdigest()
        return f"{self._salt.hex()}{name[:2]}/{name}"

    def take_the_place(self, mark: bytes) -> None:
        """Let the fresh folder, which holds every file, take the output's place in one step."""
        (self._fresh / MARKER).write_bytes(mark)
        (self._fresh / MARKER).chmod(0o644)
        if self.output.exists():
            swap(self._fresh, self.output, aside=self._old)
        else:
            self._fresh.rename(self.output)
        _remove(self._fresh)
        _remove(self._old)

    def move_in(self, mark: bytes, *, fresh: Iterable[str], stale: Iterable[str]) -> None:
        """Move the fresh files into the output and remove the stale ones, under a journal."""
        journal = {
            "fresh": {name: self._staged(name) for name in sorted(fresh)},
            "stale": sorted(stale),
            "marker": mark.decode(),
        }
        draft = self._fresh / f"{JOURNAL}.moi"
        draft.write_text(json.dumps(journal), encoding="utf-8")
        draft.replace(self._fresh / JOURNAL)
        _carry_out(self._fresh, self.output)

    def abandon(self) -> None:
        """Remove the fresh folder; the output stays as it was."""
        _remove(self._fresh)


def recover(output: Path) -> None:
    """Finish or undo what a killed build left beside an output; refuse folders of others."""
    old, fresh = output.with_name(output.name + OLD), output.with_name(output.name + NEW)
    for folder in (output, old, fresh):
        _refuse_strangers(folder)
    if old.exists() and not output.exists():
        old.rename(output)
    if (fresh / JOURNAL).is_file():
        _carry_out(fresh, output)
    for leftover in (old, fresh):
        _remove(leftover)


def is_undisturbed(output: Path) -> bool:
    """Say whether no build was killed while it wrote into an output."""
    return not any(output.with_name(output.name + end).exists() for end in (OLD, NEW))


def _is_a_place(save_as: str) -> bool:
    parts = save_as.split("/")
    return save_as not in (MARKER, JOURNAL) and not {"", ".", ".."}.intersection(parts)


def swap(fresh: Path, output: Path, *, aside: Path) -> None:
    """Exchange two folders in one step, so that a server finds one or the other at every moment.

    Where the file system cannot (Linux: `renameat2`, RENAME_EXCHANGE), the old folder is put
    aside first; a build that is killed between the two steps is undone by the next one.
    """
    import ctypes  # noqa: PLC0415 - an edit exchanges nothing

    exchange = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    paths = (os.fsencode(fresh), os.fsencode(output))
    if exchange and exchange(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE) == 0:
        return
    output.rename(aside)
    fresh.rename(output)


def _carry_out(fresh: Path, output: Path) -> None:
    """Do what the journal says, or what is left of it to do."""
    journal = json.loads((fresh / JOURNAL).read_text(encoding="utf-8"))
    _make_folder(str(output))
    (output / MARKER).write_bytes(b"")  # until all is done, the output is not complete
    for folder in sorted(folders_of((*journal["fresh"], *journal["stale"])) - {""}):
        _clear(output / folder)  # through a link we would write, and remove, elsewhere
    for name, staged in journal["fresh"].items():
        _move(f"{fresh}/{staged}", f"{output}/{name}")
    for name in journal["stale"]:
        place = output / name
        _clear(place)
        _remove_empty(place if place.is_dir() else place.parent, output)
    (output / MARKER).write_text(journal["marker"], encoding="utf-8")
    (fresh / JOURNAL).unlink()
    _remove(fresh)


def _move(file: str, place: str) -> None:
    """Move a file to its place, unless that has been done."""
    try:
        os.replace(file, place)  # noqa: PTH105 - a path object costs as much as the move
    except (FileNotFoundError, IsADirectoryError):
        if Path(file).is_file():
            _make_folder(place.rpartition("/")[0])
            shutil.rmtree(place, ignore_errors=True)
            Path(file).replace(place)


def _clear(place: Path) -> None:
    """Remove what lies at a place, a link and not what it leads to; a folder stays."""
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        place.unlink()


def _remove(folder: Path) -> None:
    """Remove a folder of ours; its marker goes last, so that a killed removal can be finished."""
    if not folder.is_dir():
        return
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        elif entry.name != MARKER:
            Path(entry.path).unlink()
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and folder.is_dir() and not os.listdir(folder):
        folder.rmdir()
        folder = folder.parent


def _make_folder(folder: str, tops: int = 0) -> None:
    """Make a folder and those above it; another process may make them at the same moment.

    The folders in those with up to so many slashes in their places are spread over the disk.
    """
    try:
        os.mkdir(folder, 0o755)  # noqa: PTH102 - path objects cost as much as the folder
    except FileNotFoundError:
        _make_folder(folder.rpartition("/")[0], tops)
        _make_folder(folder, tops)
    except FileExistsError:
        return
    else:
        os.chmod(folder, 0o755)  # noqa: PTH101, S103 - readable, whatever the umask
        if folder.count("/") <= tops:
            spread_folders_below(folder)


def _refuse_strangers(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotOurs(f"{folder.name} không phải là thư mục")
    if folder.is_dir() and os.listdir(folder) and not (folder / MARKER).is_file():
        raise NotOurs(
            f"thư mục {folder.name} có sẵn tệp mà không phải do lệnh dựng tạo ra "
            f"(không có {MARKER}); chọn thư mục khác, hoặc tự xóa nó"
        )
