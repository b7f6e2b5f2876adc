"""There is something to publish, and nothing in it that only looks like content (kiểm đếm)."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.rules.links import texts_of
from plugins.newsroom.rules.saying import at, error

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
    """Refuse `[[…]]` that no feature of the site fills."""
    for text in texts_of(newsroom):
        for slot in text.body.shortcodes:
            yield error(
                at(text, slot.line),
                f"không có mã nhúng «{slot.name}»",
                "người đọc sẽ thấy nguyên dòng mã",
                "xóa dòng ấy",
                rule="every_shortcode_is_known",
            )
