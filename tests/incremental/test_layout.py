"""Folders of a fresh tree are spread over the disk where the file system takes such advice."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from plugins.incremental.layout import FLAGS, GET_FLAGS, TOP, spread_folders_below
from plugins.workshop.running import run


def flags_of(folder: Path) -> int | None:
    """Give a folder's flags, None where the file system has none."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        (flags,) = FLAGS.unpack(fcntl.ioctl(opened, GET_FLAGS, bytes(FLAGS.size)))
    except OSError:
        return None
    finally:
        os.close(opened)
    return int(flags)


def test_a_folder_is_marked_and_keeps_its_other_flags(tmp_path: Path) -> None:
    """Where there are no flags (tmpfs), nothing happens and nothing fails."""
    before = flags_of(tmp_path)
    spread_folders_below(str(tmp_path))
    kind = run("stat", "--file-system", "--format=%T", str(tmp_path), cwd=tmp_path).strip()
    if kind == "ext2/ext3":  # what `stat` calls ext4 too
        assert before is not None
        assert flags_of(tmp_path) == before | TOP
    (tmp_path / "con").mkdir()
    assert os.listdir(tmp_path) == ["con"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """Advice about nothing is a fault of ours."""
    with pytest.raises(FileNotFoundError):
        spread_folders_below(str(tmp_path / "khong-co"))
