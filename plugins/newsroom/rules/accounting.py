"""There is something to publish, and nothing in it that only looks like content (kiểm đếm)."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.fragment import ShortcodeSlot
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.rules.links import texts_of
from plugins.newsroom.rules.saying import at, error
from plugins.newsroom.shortcode_kinds import SHORTCODES, Fault
from plugins.vietnamese.nearest import nearest

ARTICLES = "tin-bai/"


def there_is_something_to_publish(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse to build a site without one article: something is wrong with the folder."""
    if not any(path.startswith(ARTICLES) for path in newsroom.links.by_path):
        yield error(
            "tin-bai",
            "không đọc được bài nào",
            "trang không có bài sẽ thay mất trang đang chạy",
            "kiểm tra thư mục nội dung, hoặc sửa các lỗi khác trước",
            rule="there_is_something_to_publish",
        )


def every_shortcode_is_known(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse `[[…]]` that no feature of the site fills, or that names what is not there."""
    for text in texts_of(newsroom):
        for slot in text.body.shortcodes:
            if fault := _fault(slot, newsroom):
                yield error(at(text, slot.line), *fault, rule="every_shortcode_is_known")


def _fault(slot: ShortcodeSlot, newsroom: Newsroom) -> Fault | None:
    known = SHORTCODES.get(slot.name)
    if known:
        return known.family.fault(slot, newsroom)
    near = nearest(slot.name, SHORTCODES)
    remedy = f"có phải là «{near}»?" if near else "xóa dòng ấy"
    return f"không có mã nhúng «{slot.name}»", "người đọc sẽ thấy nguyên dòng mã", remedy
