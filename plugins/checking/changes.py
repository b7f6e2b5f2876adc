"""Which files of the content somebody has changed since the last commit (tệp đã sửa)."""

from __future__ import annotations

from pathlib import Path

from plugins.workshop.running import run


def changed_paths(content: Path) -> frozenset[str]:
    """Ask Git for the changed and the new files, as problems name them: `content/…`."""
    changed = run("git", "diff", "--name-only", "--relative", "-z", "HEAD", "--", ".", cwd=content)
    new = run("git", "ls-files", "--others", "--exclude-standard", "-z", "--", ".", cwd=content)
    return frozenset(f"content/{path}" for path in (changed + new).split("\0") if path)
