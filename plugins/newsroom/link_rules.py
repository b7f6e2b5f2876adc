"""What a link or a picture in a text may lead to, and what its words must say (liên kết)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.newsroom.fragment import Fragment
from plugins.newsroom.links import UNSEEN, is_no_file, scheme_of
from plugins.newsroom.manuscript import Manuscript, quoted
from plugins.newsroom.problem import Problem
from plugins.vietnamese.fold import comparable

_SAFE: Final = {
    "https:": re.compile(r"https://[^/\\@?#:\s]+(?::\d+)?(?:[/?#][^\\\s]*)?", re.IGNORECASE),
    "mailto:": re.compile(r"mailto:[^@\s/\\]+@[^@\s/\\]+", re.IGNORECASE),
    "tel:": re.compile(r"tel:\+?[0-9().-]+", re.IGNORECASE),
}
_WHY_SAFE: Final = "địa chỉ lạ có thể chạy mã hoặc dẫn người đọc tới nơi giả mạo"
_SHAPES: Final = "dùng https://…, mailto:…, tel:…, đường tới tệp, /địa-chỉ/ hoặc #neo"
_SAYS_NOTHING: Final = frozenset(
    comparable(words)
    for words in (
        *("tại đây", "ở đây", "đây", "vào đây", "xem tại đây", "xem ở đây", "bấm vào đây"),
        *("nhấn vào đây", "nhấp vào đây", "click vào đây", "bấm", "nhấn", "click", "link"),
        *("xem thêm", "xem", "xem chi tiết", "chi tiết", "đọc tiếp", "đọc thêm", "tải về"),
        *("liên kết", "đường dẫn", "here", "click here", "read more", "more"),
    )
)
_EDGES: Final = re.compile(r"^\W+|\W+$")
_BARE_URL: Final = re.compile(r"(?:https?://|www\.)\S*", re.IGNORECASE)


def link_target_is_safe(manuscript: Manuscript) -> Iterator[Problem]:
    """Let a link lead to a secure page, a mailbox, a telephone or a place of this site only."""
    places = manuscript.places()
    for token in manuscript.written:
        target = token.attribute("href") if token.name == "a" and token.kind == "open" else None
        if target is None or (token.attribute("class") or "").startswith("footnote-"):
            continue
        line = places.line_of_target(target, target.removeprefix("mailto:"), "](")
        found = _unsafe(target)
        if found:
            yield manuscript.error(line, *found, rule="link_target_is_safe")


def _unsafe(target: str) -> tuple[str, str, str] | None:
    shown = quoted(target)
    if not target.strip():
        return "liên kết không có địa chỉ", "bấm vào không tới đâu cả", "viết địa chỉ, hoặc bỏ"
    scheme = scheme_of(target)
    if scheme == "http:":
        why = "http không mã hóa: nội dung có thể bị sửa trên đường tới người đọc"
        return f"liên kết {shown} dùng http", why, "dùng https://, hoặc dẫn nguồn khác có https"
    if scheme:
        shape = _SAFE.get(scheme)
        if shape and shape.fullmatch(target):
            return None
        return f"địa chỉ {shown} không dùng được", _WHY_SAFE, _SHAPES
    if target.startswith("//") or "\\" in target or UNSEEN.search(target):
        return f"địa chỉ {shown} không rõ dẫn tới đâu", _WHY_SAFE, _SHAPES
    return None


def picture_is_a_file(manuscript: Manuscript) -> Iterator[Problem]:
    """Take a picture from this site alone, never from a server that may change it."""
    places = manuscript.places()
    for token in manuscript.written:
        if token.name != "img":
            continue
        source = token.attribute("src") or ""
        line = places.line_of_target(source, "<img", "![")
        if is_no_file(source):
            yield manuscript.error(
                line,
                f"ảnh {quoted(source)} không phải tệp của chuyên trang",
                "ảnh ở nơi khác có thể bị đổi, bị xóa, và lộ người đọc cho nơi ấy",
                "đặt tệp ảnh cạnh bài rồi viết ![lời mô tả](ten-tep-anh.jpg)",
                rule="picture_is_a_file",
            )


def link_has_words(manuscript: Manuscript, fragment: Fragment) -> Iterator[Problem]:
    """Ask of every link words, or a picture with an alternative text."""
    for link in fragment.links:
        if not link.text:
            yield manuscript.error(
                link.line,
                f"liên kết tới {quoted(link.target)} không có chữ",
                "người dùng máy đọc màn hình không biết liên kết dẫn tới đâu",
                "viết chữ vào giữa [ và ]",
                rule="link_has_words",
            )


def link_text_says_where_it_leads(manuscript: Manuscript, fragment: Fragment) -> Iterator[Problem]:
    """Ask of a link's words that they make sense alone, as a screen reader lists them."""
    for link in fragment.links:
        text = _EDGES.sub("", link.text)
        says_nothing = comparable(text) in _SAYS_NOTHING or _BARE_URL.fullmatch(link.text)
        if text and says_nothing:
            yield manuscript.warning(
                link.line,
                f"chữ của liên kết chỉ là {quoted(link.text)}",
                "người dùng máy đọc màn hình nghe riêng từng liên kết, không biết dẫn tới đâu",
                "đặt liên kết vào tên của nơi nó dẫn tới, ví dụ [Kế hoạch truyền thông 2023](…)",
                rule="link_text_says_where_it_leads",
            )
