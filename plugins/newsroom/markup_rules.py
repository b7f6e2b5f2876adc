"""Which HTML an editor may write, and what is said about the rest (mã HTML)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

import nh3

from plugins.newsroom.manuscript import Manuscript, quoted
from plugins.newsroom.problem import Problem
from plugins.newsroom.tokens import Token, read_tags

_ANY: Final = re.compile(r".*", re.DOTALL)
_SPAN: Final = re.compile(r"[1-9]\d?")
_SCOPE: Final = re.compile(r"(?:col|row)(?:group)?")
_CELL: Final = {"colspan": _SPAN, "rowspan": _SPAN}
_PLAIN: Final = (
    *("p", "br", "hr", "strong", "em", "b", "i", "sub", "sup", "abbr", "blockquote", "q", "cite"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "caption"),
    *("figure", "figcaption", "h2", "h3", "h4", "h5", "h6", "del", "ins", "small", "kbd"),
    *("code", "pre"),
)
ALLOWED: Final[dict[str, dict[str, re.Pattern[str]]]] = {
    **{name: {} for name in _PLAIN},
    "abbr": {"title": _ANY},
    "th": {**_CELL, "scope": _SCOPE},
    "td": _CELL,
    "a": {"href": _ANY, "title": _ANY},
    "img": {"src": _ANY, "alt": _ANY, "title": _ANY},
}
"""The tags that an editor may write, and for each its attributes with the shape of their values."""

_MARKDOWNS_OWN: Final = {
    "a": {"class"},
    "div": {"class"},
    "h1": set(),
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"align"},
    "th": {"align"},
}
_NAMES: Final = tuple(dict.fromkeys((*ALLOWED, *_MARKDOWNS_OWN)))
_CLEANER: Final = nh3.Cleaner(
    tags=set(_NAMES),
    attributes={n: {*ALLOWED.get(n, ()), *_MARKDOWNS_OWN.get(n, ())} for n in _NAMES},
    url_schemes={"https", "http", "mailto", "tel"},
    link_rel=None,
)
_INSTEAD: Final = {
    "h1": "xóa thẻ ấy: tiêu đề của bài đã là đầu mục cấp 1",
    "div": "xóa thẻ ấy, chỉ để lại chữ; các đoạn cách nhau bằng một dòng trống",
    "span": "xóa thẻ ấy, chỉ để lại chữ",
    "font": "xóa thẻ ấy, chỉ để lại chữ; kiểu chữ do giao diện của trang quyết định",
    "center": "xóa thẻ ấy, chỉ để lại chữ; cách canh lề do giao diện của trang quyết định",
    "u": "xóa thẻ ấy; muốn nhấn mạnh thì viết **chữ**",
    "strike": "dùng <del> cho chữ đã bỏ",
    "s": "dùng <del> cho chữ đã bỏ",
    "script": "xóa cả đoạn mã; trang không nhận mã chạy trong bài",
    "style": "xóa cả đoạn mã; kiểu chữ do giao diện của trang quyết định",
    "iframe": "xóa thẻ ấy, thay bằng một liên kết tới trang định nhúng",
    "video": "xóa thẻ ấy, thay bằng một liên kết tới nơi đăng đoạn phim",
    "audio": "xóa thẻ ấy, thay bằng một liên kết tới nơi đăng đoạn tiếng",
}
_REMOVE_TAG: Final = "xóa thẻ ấy; nếu là chữ trong ngoặc nhọn thì viết dấu < thành &lt;"
_WHY_TAG: Final = "bài chỉ nhận các thẻ trình bày đơn giản, để không mã lạ nào tới được người đọc"
_WHY_ATTRIBUTE: Final = "thuộc tính lạ có thể giấu chữ, chạy mã hoặc làm hỏng giao diện"


def clean(html: str) -> str:
    """Give the HTML as the sanitiser would let it through, in its one way of writing it."""
    return _CLEANER.clean(html)


def html_is_allowed(manuscript: Manuscript) -> Iterator[Problem]:
    """Hold every tag and attribute that an editor wrote against the list of allowed ones."""
    places = manuscript.places()
    for raw in manuscript.raw_html:
        for tag, written in read_tags(raw):
            line = places.line_of(written, written.split()[0])
            for fact, why, remedy in _offences(tag):
                yield manuscript.error(line, fact, why, remedy, rule="html_is_allowed")


def _offences(tag: Token) -> Iterator[tuple[str, str, str]]:
    if tag.kind == "odd":
        yield _odd(tag.text)
    elif tag.name not in ALLOWED:
        if tag.kind == "open":
            yield f"không dùng được thẻ <{tag.name}>", _WHY_TAG, _INSTEAD.get(tag.name, _REMOVE_TAG)
    else:
        for name, value in tag.attributes:
            shape = ALLOWED[tag.name].get(name)
            if shape is None:
                remedy = f"xóa {name}=… khỏi thẻ"
                yield f"thẻ <{tag.name}> không được có {name}", _WHY_ATTRIBUTE, remedy
            elif not shape.fullmatch(value):
                fact = f'{name}="{value}" ở thẻ <{tag.name}> không đúng'
                yield fact, "trình duyệt không hiểu giá trị ấy", f"sửa hoặc xóa {name}=…"


def _odd(written: str) -> tuple[str, str, str]:
    shown = quoted(written)
    if written.startswith("<!--"):
        why = "người đọc không thấy nhưng ai xem mã nguồn của trang cũng đọc được"
        return f"có ghi chú ẩn {shown}", why, "xóa ghi chú ấy"
    why = "mỗi trình duyệt đoán một cách, chữ có thể mất hoặc thành mã chạy"
    return f"không đọc được thẻ {shown}", why, "viết lại thẻ cho đúng, hoặc viết dấu < thành &lt;"


def html_survives_the_sanitiser(
    manuscript: Manuscript, cleaned: Sequence[Token]
) -> Iterator[Problem]:
    """Report what the sanitiser would change: nothing is ever cleaned in silence."""
    for written, kept in zip_longest(manuscript.written, cleaned):
        if written != kept:
            yield _difference(manuscript, written, kept)
            return


def _difference(manuscript: Manuscript, written: Token | None, kept: Token | None) -> Problem:
    line = manuscript.places().line_of(*_needles(written), *_needles(kept))
    fact = f"bài viết {_shown(written)} mà trình duyệt hiểu là {_shown(kept)}"
    return manuscript.error(
        line,
        fact,
        "thẻ đặt sai chỗ hoặc giá trị hỏng thì trang hiện khác điều đã viết",
        "đặt thẻ khối (bảng, danh sách, đoạn) giữa hai dòng trống; trong bảng viết đủ <tbody>",
        rule="html_survives_the_sanitiser",
    )


def _needles(token: Token | None) -> tuple[str, ...]:
    if token is None:
        return ()
    if token.kind == "text":
        return tuple(line for line in token.text.split("\n") if line.strip())
    return (f"<{token.name}",)


def _shown(token: Token | None) -> str:
    if token is None:
        return "hết bài"
    if token.kind in ("text", "odd"):
        return quoted(token.text) if token.text.strip() else "khoảng trắng"
    pairs = "".join(f' {name}="{value}"' for name, value in token.attributes)
    return f"<{'/' if token.kind == 'close' else ''}{token.name}{pairs}>"
