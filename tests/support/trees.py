"""Two outputs compared: every file and folder, byte for byte, and what differs said in words."""

from __future__ import annotations

import difflib
import hashlib
import itertools
from collections.abc import Mapping
from pathlib import Path

Tree = Mapping[str, tuple[int, bytes]]

SHOWN_FILES = 3
SHOWN_LINES = 24
LONGEST_LINE = 240


def tree(output: Path) -> Tree:
    """Give the mode and the bytes of every file; a folder's name ends with a slash."""
    found: dict[str, tuple[int, bytes]] = {}
    for path in output.rglob("*"):
        name = path.relative_to(output).as_posix()
        mode = path.lstat().st_mode & 0o777
        if path.is_dir() and not path.is_symlink():
            found[f"{name}/"] = (mode, b"")
        else:
            found[name] = (mode, path.read_bytes())
    return found


def versions(output: Path) -> dict[str, tuple[int, int]]:
    """Give what changes when a file is written anew: its inode and the time of its last write."""
    files = ((path, path.stat()) for path in output.rglob("*") if path.is_file())
    return {
        path.relative_to(output).as_posix(): (stat.st_ino, stat.st_mtime_ns) for path, stat in files
    }


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    """Name what came, went or is not the same."""
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def difference(found: Tree, wanted: Tree) -> str:
    """Say how an output differs from the clean one; an empty text when it does not."""
    names = sorted(changed(found, wanted))
    if not names:
        return ""
    shown = [_of_one(name, found, wanted) for name in names[:SHOWN_FILES]]
    rest = [f"… và {len(names) - SHOWN_FILES} tệp nữa: {', '.join(names[SHOWN_FILES:][:12])}"]
    return "\n".join([*shown, *(rest if len(names) > SHOWN_FILES else [])])


def _of_one(name: str, found: Tree, wanted: Tree) -> str:
    if name not in wanted:
        return f"{name}: có mà bản dựng sạch không có"
    if name not in found:
        return f"{name}: thiếu, bản dựng sạch có"
    (mode, data), (right_mode, right) = found[name], wanted[name]
    if data == right:
        return f"{name}: quyền {mode:o}, bản dựng sạch {right_mode:o}"
    return f"{name}:\n{_of_bytes(data, right)}"


def _of_bytes(data: bytes, right: bytes) -> str:
    try:
        mine, clean = data.decode().splitlines(), right.decode().splitlines()
    except UnicodeDecodeError:
        one, other = (hashlib.sha256(b).hexdigest()[:12] for b in (data, right))
        return f"  {len(data)} byte ({one}), bản dựng sạch {len(right)} byte ({other})"
    lines = difflib.unified_diff(clean, mine, "sạch", "tăng dần", lineterm="", n=1)
    return "\n".join(f"  {line[:LONGEST_LINE]}" for line in itertools.islice(lines, SHOWN_LINES))
