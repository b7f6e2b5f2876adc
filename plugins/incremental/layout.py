"""Where on the disk the folders of a fresh tree are laid out (cách xếp trên đĩa).

ext4 puts a folder beside the one that it lies in, and its files beside it. There it steps over
every inode that was freed in the last minutes, one by one, for each new file: a build that comes
soon after another one which replaced a tree waits ten times as long. Folders below one that is
marked as a top (`chattr +T`) are spread over the whole disk instead. It is advice, and a file
system that knows nothing of it works as before.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import struct

LONG = struct.calcsize("l")
GET_FLAGS = 2 << 30 | LONG << 16 | ord("f") << 8 | 1  # FS_IOC_GETFLAGS, linux/fs.h
SET_FLAGS = 1 << 30 | LONG << 16 | ord("f") << 8 | 2  # FS_IOC_SETFLAGS
TOP = 0x00020000  # FS_TOPDIR_FL
FLAGS = struct.Struct("=i4x")


def spread_folders_below(folder: str) -> None:
    """Ask for the folders that will be made in this one to be spread over the disk."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with contextlib.suppress(OSError):
            (flags,) = FLAGS.unpack(fcntl.ioctl(opened, GET_FLAGS, bytes(FLAGS.size)))
            fcntl.ioctl(opened, SET_FLAGS, FLAGS.pack(flags | TOP))
    finally:
        os.close(opened)
