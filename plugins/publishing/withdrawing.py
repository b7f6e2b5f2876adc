"""`inv withdraw`: one article off the air, and out of every release that is kept (gỡ khẩn cấp)."""

from __future__ import annotations

import json
import runpy
import sys
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.newsroom.minute import current_minute
from plugins.newsroom.problem import Problem
from plugins.pelican_bridge.options import BuildOptions
from plugins.publishing.commit import Commit, NotPublishable, commit_of
from plugins.publishing.publishing import Wish, publish
from plugins.publishing.reaching import receiving
from plugins.publishing.targets import Target, read_target
from plugins.vietnamese.dates import short_date
from plugins.workshop import front_matter_edits as edits
from plugins.workshop.asking import agreed
from plugins.workshop.moving import shelf
from plugins.workshop.renaming import found_text
from plugins.workshop.running import run
from plugins.workshop.writing import write_whole

ASKED = (
    "Gỡ «{title}» khỏi trang thật và xóa mọi bản cũ trên máy chủ, nên không lùi bản được nữa?\n"
    "Lý do, sẽ được công khai: {reason}\nGỡ ngay? Gõ c (có) hoặc k (không): "
)
DONE = "Đã gỡ: địa chỉ ấy trả lời 410, các bản cũ đã xóa. Tệp của bài vẫn ở trong kho Git."
HANDED_OVER = "Đã gỡ khỏi thư mục đã viết; đưa thư mục ấy lên nơi phục vụ, và xóa bản cũ ở đó."
DONE_BUT = "Bài đã gỡ, các bản cũ đã xóa; sửa nốt những chỗ nêu trên rồi inv verify-live."
NOT_YET = (
    "lỗi: việc gỡ đã ghi vào Git mà chưa lên trang thật, bài vẫn còn ở đó – sửa lỗi nêu trên rồi "
    "chạy lại chính lệnh inv withdraw này"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What is to be withdrawn, and why; readers see the reason (yêu cầu gỡ bài)."""

    address: str
    reason: str
    target: str = ""
    is_confirmed: bool = False


def withdraw_article(root: Path, options: BuildOptions, demand: Demand) -> int:
    """Mark an article as withdrawn, commit, publish, and remove what the server keeps of it.

    Asked once more for the same article, it does what is left to do.
    """
    try:
        target = read_target(runpy.run_path(str(options.settings)), demand.target)
        commit_of(root)
        file, text = _edited(options.content, demand, options.now or current_minute())
        if text and not demand.is_confirmed and not _agreed(text, demand.reason):
            print("Chưa gỡ gì.")
            return 1
        if text:
            write_whole(file, text.encode())
            run("git", "commit", "-q", "-m", f"Gỡ bài: {demand.reason}", "--", str(file), cwd=root)
        commit = commit_of(root)
        withdrawal = run("git", "log", "-1", "--format=%H", "--", str(file), cwd=root).strip()
        wish = Wish(target=demand.target, allow_loss=True, withdrawal=withdrawal)
        code = publish(root, options, wish)
        if target.kind == "artefact":
            print(NOT_YET if code else HANDED_OVER, file=sys.stderr if code else sys.stdout)
            return code
        is_live = _purged(target, commit)
    except NotPublishable as fault:
        print(f"lỗi: {fault}", file=sys.stderr)
        return 1
    done = DONE_BUT if code else DONE
    print(done if is_live else NOT_YET, file=sys.stdout if is_live else sys.stderr)
    return code


def _purged(target: Target, commit: Commit) -> bool:
    """Remove every other release when that of a commit is live; say whether it is."""
    with closing(receiving(target)) as other:
        is_live = other.ask("status")["live"].endswith(commit.id[:12])
        if is_live:
            other.ask("forget")
        return is_live


def _edited(content: Path, demand: Demand, now: datetime) -> tuple[Path, str]:
    """Give the article's file, and its text as a withdrawn one; none when it is one already."""
    if not demand.reason.strip():
        raise NotPublishable(
            "chưa nói lý do gỡ – trang đính chính phải cho người đọc biết vì sao – thêm --reason"
        )
    shown = shelf(content)
    path = found_text(shown, demand.address)
    if isinstance(path, Problem):
        raise NotPublishable(f"{path.fact} – {path.why} – {path.remedy}")
    text = shown.texts[path]
    if edits.value_of(text, "status") == "withdrawn":
        return content / path, ""
    said = f"text: {json.dumps(demand.reason, ensure_ascii=False)}"
    added = edits.appended(text, "correction", f"date: {short_date(now.date())}", said)
    if not added:
        raise NotPublishable(
            f"content/{path}: mục correction viết trên một dòng – máy không dám sửa – sửa tay theo "
            "docs/bien-tap/dinh-chinh-va-go-bai.md"
        )
    return content / path, edits.apply(text, (*edits.set_to(text, "status", "withdrawn"), *added))


def _agreed(text: str, reason: str) -> bool:
    asked = ASKED.format(title=edits.value_of(text, "title"), reason=reason)
    try:
        return agreed(asked)
    except EOFError:
        return False
