"""What keeps a release from going out: addresses that would be lost (chặn mất trang)."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from plugins.publishing.commit import NotPublishable
from plugins.publishing.live import address_of
from plugins.publishing.manifest import Change, Manifest
from plugins.vietnamese.numbers import thousands

MANY: Final = 3
SHARE: Final = 0.02
SHOWN: Final = 5


def refuse_loss(
    before: Manifest, after: Manifest, change: Change, removals: Callable[[], int | None]
) -> None:
    """Refuse a release in which pages are lost that nobody took away, or too many of them.

    `removals` counts the files of content that Git says were removed since the live release.
    """
    lost = [
        p for p in change.removed if p.endswith(".html") and before.files[p].status == HTTPStatus.OK
    ]
    if not lost:
        return
    shown = ", ".join(address_of(path) for path in lost[:SHOWN])
    fact = f"{thousands(len(lost))} địa chỉ đang có sẽ mất: {shown}"
    if not removals():
        raise NotPublishable(
            f"{fact} – lần sửa này không xóa hay đổi tên tệp nội dung nào – xem lại bản dựng; "
            "đúng ý thì thêm --allow-loss"
        )
    if len(lost) > MANY and len(lost) > SHARE * len(before.pages):
        raise NotPublishable(
            f"{fact} – quá 2 % số trang, thường là do xóa nhầm – đúng ý thì thêm --allow-loss"
        )
    if len(before.pages) - len(after.pages) > max(MANY, SHARE * len(before.pages)):
        raise NotPublishable(f"{fact} – số trang giảm quá 2 % – đúng ý thì thêm --allow-loss")
