"""Whole or not at all: a build writes a fresh folder, and takes the old one's place at the end.

The fresh folder stands beside the output (`output.moi`), so that taking its place is a rename. A
folder that does not carry our marker is never removed or replaced.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
from pathlib import Path, PurePosixPath

MARKER = ".ban-dung.json"
NEW, OLD = ".moi", ".cu"
AT_FDCWD, RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h


class NotOurs(Exception):  # noqa: N818 - it is a fact about a folder, not a failure of ours
    """A folder that would be replaced was not made by a build."""


class Staging:
    """The fresh folder of one build."""

    def __init__(self, output: Path) -> None:
        """Open an empty fresh folder; an earlier build that was killed is finished or undone."""
        self._output = output
        self._old = output.with_name(output.name + OLD)
        self._fresh = output.with_name(output.name + NEW)
        self._digests: dict[str, str] = {}
        for folder in (self._output, self._old, self._fresh):
            _refuse_strangers(folder)
        self._recover()
        self._fresh.mkdir(parents=True)
        (self._fresh / MARKER).touch()

    def write(self, save_as: str, data: bytes) -> None:
        """Write one file of the output; two files of one name are our own mistake."""
        path = self._place(save_as, hashlib.sha256(data).hexdigest())
        path.write_bytes(data)
        path.chmod(0o644)

    def copy(self, save_as: str, source: Path) -> None:
        """Copy one file of the cache into the output."""
        self.write(save_as, source.read_bytes())

    @property
    def files(self) -> int:
        """Give the number of files written."""
        return len(self._digests)

    def finish(self) -> None:
        """Mark the fresh folder as complete and let it take the output's place."""
        lines = "".join(f"{name} {digest}\n" for name, digest in sorted(self._digests.items()))
        mark = {"files": self.files, "sha256": hashlib.sha256(lines.encode()).hexdigest()}
        (self._fresh / MARKER).write_text(json.dumps(mark) + "\n", encoding="utf-8")
        (self._fresh / MARKER).chmod(0o644)
        if self._output.exists():
            swap(self._fresh, self._output, aside=self._old)
        else:
            self._fresh.rename(self._output)
        shutil.rmtree(self._fresh, ignore_errors=True)
        shutil.rmtree(self._old, ignore_errors=True)

    def abandon(self) -> None:
        """Remove the fresh folder; the output stays as it was."""
        shutil.rmtree(self._fresh, ignore_errors=True)

    def _recover(self) -> None:
        if self._old.exists() and not self._output.exists():
            self._old.rename(self._output)
        for leftover in (self._old, self._fresh):
            if leftover.exists():
                shutil.rmtree(leftover)

    def _place(self, save_as: str, digest: str) -> Path:
        parts = PurePosixPath(save_as).parts
        if not parts or ".." in parts or save_as.startswith("/") or save_as == MARKER:
            raise ValueError(f"not a place in the output: {save_as!r}")
        if save_as in self._digests:
            raise ValueError(f"two files want one place in the output: {save_as!r}")
        self._digests[save_as] = digest
        path = self._fresh / save_as
        _make_folder(path.parent)
        return path


def swap(fresh: Path, output: Path, *, aside: Path) -> None:
    """Exchange two folders in one step, so that a server finds one or the other at every moment.

    Where the file system cannot (Linux: `renameat2`, RENAME_EXCHANGE), the old folder is put
    aside first; a build that is killed between the two steps is undone by the next one.
    """
    exchange = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    paths = (os.fsencode(fresh), os.fsencode(output))
    if exchange and exchange(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE) == 0:
        return
    output.rename(aside)
    fresh.rename(output)


def is_complete(output: Path) -> bool:
    """Say whether a folder is the whole output of a finished build."""
    try:
        return "sha256" in json.loads((output / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir()
        folder.chmod(0o755)


def _refuse_strangers(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotOurs(f"{folder.name} không phải là thư mục")
    if folder.is_dir() and os.listdir(folder) and not (folder / MARKER).is_file():
        raise NotOurs(
            f"thư mục {folder.name} có sẵn tệp mà không phải do lệnh dựng tạo ra "
            f"(không có {MARKER}); chọn thư mục khác, hoặc tự xóa nó"
        )
