"""That two persons stand behind what is published, told from Git alone (hai người duyệt).

A forge's own protection of the branch is the lock; this is the second look, which also holds where
there is no forge. Who may write any commit can forge a name in it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from plugins.publishing.commit import NotPublishable
from plugins.publishing.owners import FILE, Owners, read_owners
from plugins.workshop.running import CommandFailed, run

UNIT, RECORD = "\x1f", "\x1e"
APPROVED: Final = "%(trailers:key=Approved-by,key=Reviewed-by,valueonly,unfold)"
WITH: Final = "%(trailers:key=Co-authored-by,valueonly,unfold)"
FORMAT: Final = UNIT.join((f"{RECORD}%h", "%ae", "%s", "%p", APPROVED, WITH, ""))
MAIL: Final = re.compile(r"<([^<>\s]+@[^<>\s]+)>")
WAIVER: Final = r"^(waivers:|[[:space:]]*(- )?rule:)"
LINKS: Final = "content/lien-ket.csv"
SHOWN: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A commit: its short name, who wrote it, who approved it, its files (lần ghi).

    `approvers` are those whom the message names by `Approved-by:` or `Reviewed-by:`.
    """

    id: str
    subject: str
    is_merge: bool
    authors: frozenset[str]
    approvers: frozenset[str]
    files: tuple[str, ...] = ()


def check_merge(root: Path, base: str, *, proposed: bool) -> int:
    """Name what one person alone did since `base`; `proposed` commits wait for their approval."""
    try:
        faults = list(ownerless(root, base))
        faults += [] if proposed else [_lonely(step) for step in lonely_steps(root, base)]
    except CommandFailed as failed:
        print(f"lỗi: không so được với {base}: {failed.message}", file=sys.stderr)
        return 1
    for fault in faults:
        print(f"lỗi: {fault}", file=sys.stderr)
    return 1 if faults else 0


def refuse_lonely(root: Path, live: str, withdrawal: str) -> None:
    """Refuse what one person alone brought since the live commit, but for an urgent withdrawal."""
    try:
        found = [one for one in lonely_steps(root, live) if not withdrawal.startswith(one.id)]
    except CommandFailed as fault:
        raise NotPublishable(
            f"không thấy lần ghi đang chạy {live[:12]} trong kho – không biết ai đã duyệt những gì "
            "từ đó – lấy đủ lịch sử: git fetch --unshallow"
        ) from fault
    if found:
        raise NotPublishable("; ".join(_lonely(step) for step in found[:SHOWN]))


def lonely_steps(root: Path, base: str) -> Iterator[Step]:
    """Give each step of the branch since `base` behind which one person stands."""
    for step in _steps(root, "--first-parent", *([f"{base}..HEAD"] if base else ["-1", "HEAD"])):
        authors, approvers = step.authors, step.approvers
        if step.is_merge:
            brought = [*_steps(root, "--no-merges", f"{step.id}^1..{step.id}")]
            approvers |= step.authors.union(*(one.approvers for one in brought))
            authors = frozenset().union(*(one.authors for one in brought))
        if authors and not approvers - authors:
            yield replace(step, authors=authors)


def ownerless(root: Path, base: str) -> Iterator[str]:
    """Name the files that somebody changed since `base` without one of their owners."""
    owners = read_owners(run("git", "show", f"{base}:{FILE}", cwd=root))
    if not owners.are_named:
        print(f"cảnh báo: {FILE} còn tên mẫu, nên chưa soi ai được sửa tệp nào.", file=sys.stderr)
        return
    files = ("-c", "--no-renames", "--name-only")
    for step in _steps(root, *files, f"{base}..HEAD"):
        waived = _steps(root, *files, f"-G{WAIVER}", "-1", step.id, "--", "content/*.md")
        paths = {path: path for path in step.files}
        paths |= {path: LINKS for one in waived if one.id == step.id for path in one.files}
        strange = list(_strange(step, paths.items(), owners))
        if strange:
            yield (
                f"{step.id} «{step.subject}»: {', '.join(strange[:SHOWN])} có người giữ, mà "
                f"{', '.join(sorted(step.authors))} không phải – sửa phần này cần người giữ – để "
                f"người ấy ghi, hoặc thêm dòng «Approved-by: Tên <thư>» của người ấy; xem {FILE}"
            )


def _strange(step: Step, paths: Iterable[tuple[str, str]], owners: Owners) -> Iterator[str]:
    for path, owned in paths:
        known = owners.of(owned)
        if known is not None and not known & (step.authors | step.approvers):
            yield path


def _steps(root: Path, *words: str) -> Iterator[Step]:
    # What git prints is one record a commit; the files, if asked for, follow the last field.
    for record in run("git", "log", f"--format={FORMAT}", *words, cwd=root).split(RECORD)[1:]:
        name, author, subject, parents, approved, others, files = record.split(UNIT)
        yield Step(
            id=name,
            subject=subject,
            is_merge=" " in parents,
            authors=frozenset({author.lower(), *_mails(others)}),
            approvers=frozenset(_mails(approved)),
            files=tuple(files.split("\n")[2:-1]),
        )


def _mails(text: str) -> list[str]:
    return [mail.lower() for mail in MAIL.findall(text)]


def _lonely(step: Step) -> str:
    return (
        f"{step.id} «{step.subject}»: chỉ có {', '.join(sorted(step.authors))} – trang thật cần "
        "hai người: một viết, một duyệt – để người khác gộp (git merge --no-ff), hoặc ghi lần gộp "
        "có dòng «Approved-by: Tên <thư>» của người ấy"
    )
