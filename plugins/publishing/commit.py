"""The commit that is published: its number, its author, what it took away (lần ghi của Git)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from plugins.workshop.running import CommandFailed, run

STATUS: Final = ("--no-optional-locks", "status", "--porcelain", "--untracked-files=normal")
"""Without a lock: a look that is killed leaves no `index.lock` for somebody to remove."""


class NotPublishable(Exception):  # noqa: N818 - a decision, not a fault of the program
    """It will not be published; the message says what, why, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit: how many led to it, its name (40 hex digits), who made it."""

    sequence: int
    id: str
    by: str


def commit_of(root: Path) -> Commit:
    """Describe the commit that a working tree holds, and nothing beside it."""
    try:
        changed = run("git", *STATUS, cwd=root)
        count, found, by = (
            run("git", *words, cwd=root).strip()
            for words in (
                ("rev-list", "--count", "HEAD"),
                ("rev-parse", "HEAD"),
                ("log", "-1", "--format=%cn"),
            )
        )
    except CommandFailed as fault:
        raise NotPublishable(
            "chưa có lần ghi (commit) nào để phát hành – trang thật phải truy được về một lần ghi "
            f"– chạy trong kho Git của trang\n{fault}"
        ) from fault
    if changed.strip():
        first = changed.splitlines()[0][3:]
        raise NotPublishable(
            f"có tệp chưa ghi vào Git, như {first} – trang thật phải truy được về một lần ghi – "
            "git commit rồi phát hành lại"
        )
    return Commit(sequence=int(count), id=found, by=by)


def removals_since(root: Path, before: str) -> int | None:
    """Count the files of content that were removed or renamed since a commit; None if unknown."""
    try:
        said = run(
            "git", "diff", "--name-status", "--diff-filter=DR", before, "HEAD", "--", "content",
            cwd=root,
        )  # fmt: skip
    except CommandFailed:
        return None
    return len(said.splitlines())
