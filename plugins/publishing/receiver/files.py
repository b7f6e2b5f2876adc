"""Folders of thousands of files: copied, removed, settled on the disk (tệp trên máy chủ)."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path


class Refused(Exception):  # noqa: N818 - a decision, not a fault of the program
    """The server will not do it; the message says why and what to do."""


def copy(source: Path, place: Path) -> None:
    """Copy a folder whole or not at all, no inode shared; its times are kept."""
    fresh = place.with_name(f"{place.name}.dang-chep")
    remove(fresh)
    done = subprocess.run(  # noqa: S603 - our own words and two paths
        ["cp", "--archive", "--reflink=auto", "--", str(source), str(fresh)],  # noqa: S607
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        remove(fresh)
        raise Refused(f"không chép được bản đang chạy: {done.stderr.strip()[-300:]}")
    fresh.rename(place)


def remove(place: Path) -> None:
    """Remove a folder or a file that may not be there."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def settle(folder: Path) -> None:
    """Make what was renamed in a folder last through a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


@contextlib.contextmanager
def pointed(link: Path, target: Path) -> Iterator[None]:
    """Let a link point elsewhere by one rename(2): readers see the old target or the new one.

    It points back when the disk fails in the block; what that takes lies there before.
    """
    fresh, former = link.with_name(f"{link.name}.moi"), link.with_name(f"{link.name}.cu")
    for place in (fresh, former):
        place.unlink(missing_ok=True)
    fresh.symlink_to(target)
    former.symlink_to(link.readlink() if link.is_symlink() else target)
    fresh.replace(link)
    try:
        settle(link.parent)
        yield
    except OSError:
        former.replace(link)
        raise


def apart(work: Callable[[], None]) -> None:
    """Do work in a process of its own that nobody waits for."""
    sys.stdout.flush()
    if between := os.fork():
        os.waitpid(between, 0)  # not wait(2), which takes away the end of any other child
        return
    if os.fork():
        os._exit(0)
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    try:
        work()
    finally:
        os._exit(0)
