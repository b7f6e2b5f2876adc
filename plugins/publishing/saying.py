"""What a publication changes, and what a server answers, as people read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from plugins.publishing.live import Difference, address_of
from plugins.publishing.manifest import VARIANTS, Change, Manifest
from plugins.publishing.receiver.words import Answer
from plugins.vietnamese.dates import ZONE
from plugins.vietnamese.numbers import file_size, thousands

SHOWN: Final = 10
ARTICLE: Final = re.compile(r"tin-bai/\d{4}/\d{2}/\d{2}/[^/]+/index\.html")
DONE: Final = {
    "activate": "đưa lên",
    "rollback": "chuyển về",
    "forget": "xóa các bản cũ, còn",
    "prepare": "chuẩn bị",
    "maintenance on": "bật bảo trì",
    "maintenance off": "tắt bảo trì",
}


def changes_said(change: Change, before: Manifest | None, after: Manifest) -> str:
    """Say which addresses are new, changed and gone, and how much has to be sent."""
    count, size = thousands(after.files.count(".html")), file_size(change.size)
    head = f"Bản {after.name}: {count} trang, gửi {size}"
    parts = (("mới", change.added), ("đổi", change.changed), ("bỏ", change.removed))
    lines = [line for name, paths in parts for line in _lines(name, paths, is_first=before is None)]
    return "\n".join([head, *lines])


def _lines(name: str, paths: Sequence[str], *, is_first: bool) -> list[str]:
    served = [path for path in paths if not path.endswith(VARIANTS) and not path.startswith(".")]
    plain = sorted(served, key=_concern)
    if not plain:
        return []
    head = f"  {name}: {thousands(len(plain))} địa chỉ"
    if is_first:
        return [head]
    more = [f"    … và {thousands(len(plain) - SHOWN)} nữa"] if len(plain) > SHOWN else []
    return [head, *(f"    {address_of(path)}" for path in plain[:SHOWN]), *more]


def _concern(path: str) -> tuple[bool, bool, bool]:
    """Sort by what an editor looks for: articles, then other pages, then what is made of them."""
    is_page = path.endswith(".html")
    return not is_page, not path.startswith("tin-bai/"), not ARTICLE.fullmatch(path)


def differences_said(found: Sequence[Difference], url: str) -> str:
    """Say which files are not served as they were published, the first few by name."""
    head = f"lỗi: {thousands(len(found))} tệp ở {url} không như đã phát hành:"
    lines = [f"  {one}" for one in found[:5]]
    if all(one.is_lost for one in found):
        lines.append("Máy chủ web không trả lời – xem ở đó: nginx -t, systemctl status, tường lửa.")
    return "\n".join([head, *lines])


def releases_said(status: Answer) -> str:
    """List the releases that a server keeps, the newest first, and what was done last."""
    lines = [
        f"{'→' if name == status['live'] else ' '} {name}  dựng lúc {_built(name)}"
        for name in reversed(status["releases"])
    ]
    if not lines:
        return "Chưa có bản nào."
    done = [
        f"  {_local(entry['at'])}  {DONE.get(entry['did'], entry['did'])} {entry['release']}"
        + (f", do {entry['by']}" if entry.get("by") else "")
        for entry in reversed(status["log"][-SHOWN:])
    ]
    notice = ["Trang đang ở chế độ bảo trì."] if status["maintenance"] else []
    kept = ["Các bản đang giữ, giờ Việt Nam (→ là bản đang chạy):", *lines]
    return "\n".join([*notice, *kept, "Nhật ký, giờ Việt Nam:", *done])


def _built(name: str) -> str:
    """Give the minute in a release's name, for which it was built."""
    return _local(f"{name.split('-')[1]}Z")


def _local(noted: str) -> str:
    """Give a time that is UTC, as the log and the names have it, as clocks in Vietnam show it."""
    return f"{datetime.fromisoformat(noted).astimezone(ZONE):%d/%m/%Y %H:%M}"
