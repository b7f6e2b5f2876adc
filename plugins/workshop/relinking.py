"""Links of a Markdown text after files moved: every one leads where it led before."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

# What stands before an address in a text: `](`, `[1]: `, `href="`, `src="`; then the address.
ADDRESS = re.compile(
    r"""(?P<lead>\]\(\s*<?|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?|\b(?:href|src)=["'])"""
    r"""(?P<path>[^\s<>()"'#?]+)""",
    re.MULTILINE,
)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """What moves (chuyển chỗ): files by their paths below `content/`, and addresses of pages.

    `files` are all paths that exist before the move; a link to nothing stays as it is.
    """

    paths: Mapping[str, str]
    addresses: Mapping[str, str]
    files: Collection[str]

    def after(self, path: str) -> str:
        """Give a file's path after the move."""
        return self.paths.get(path, path)


def relinked(text: str, path: str, moves: Moves) -> tuple[str, int]:
    """Give the text of the file at `path` with its links made right, and how many changed."""
    changed = 0

    def follow(found: re.Match[str]) -> str:
        nonlocal changed
        written = found["path"]
        led = _led(written, path, moves)
        changed += led != written
        return found["lead"] + led

    return ADDRESS.sub(follow, text), changed


def targets(text: str, path: str) -> frozenset[str]:
    """Give the paths below `content/` to which the relative links of a text lead."""
    written = (found["path"] for found in ADDRESS.finditer(text))
    return frozenset(_joined(link, path) for link in written if not _is_elsewhere(link))


def _led(written: str, path: str, moves: Moves) -> str:
    if written.startswith("/") and not written.startswith("//"):
        return moves.addresses.get(written, written)
    if _is_elsewhere(written):
        return written
    target = _joined(written, path)
    folder = posixpath.dirname(path)
    new_folder = posixpath.dirname(moves.after(path))
    if target not in moves.files or (target not in moves.paths and folder == new_folder):
        return written
    return posixpath.relpath(moves.after(target), new_folder)


def _is_elsewhere(written: str) -> bool:
    return written.startswith("/") or bool(ELSEWHERE.match(written))


def _joined(written: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(written)))
