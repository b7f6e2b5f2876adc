"""What a text must be: not empty, headings in order, nothing that Markdown swallowed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Final
from unicodedata import category, name

from plugins.newsroom.fragment import Fragment, ShortcodeSlot
from plugins.newsroom.manuscript import Manuscript, quoted
from plugins.newsroom.places import without_code
from plugins.newsroom.problem import Problem
from plugins.newsroom.shortcodes import looks_like_shortcode, read_shortcode

_REFERENCE: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_UNDEFINED: Final = re.compile(r"\[\^[^\]\n]{1,80}\]|\]\[[^\]\n]{1,80}\]")


def text_is_not_empty(manuscript: Manuscript, fragment: Fragment) -> Iterator[Problem]:
    """Ask of an article that it says something."""
    if not fragment.text and not fragment.pictures and not fragment.shortcodes:
        yield manuscript.error(
            manuscript.first_line,
            "bài chưa có nội dung",
            "trang sẽ chỉ có tiêu đề",
            "viết nội dung dưới dòng --- thứ hai, hoặc để status: draft",
            rule="text_is_not_empty",
        )


def text_has_no_title_heading(manuscript: Manuscript, fragment: Fragment) -> Iterator[Problem]:
    """Keep the title the page's only heading of level 1."""
    for heading in fragment.headings:
        if heading.level == 1:
            yield manuscript.error(
                heading.line,
                f"đầu mục {quoted(heading.text)} ở cấp 1",
                "mỗi trang chỉ có một đầu mục cấp 1, đó là tiêu đề của bài",
                "viết ## thay cho #, hoặc xóa nếu lặp lại tiêu đề",
                rule="text_has_no_title_heading",
            )


def heading_levels_are_not_skipped(manuscript: Manuscript, fragment: Fragment) -> Iterator[Problem]:
    """Keep a heading at most one level below the one before it."""
    before = 1
    for heading in fragment.headings:
        if heading.level > before + 1:
            yield manuscript.error(
                heading.line,
                f"đầu mục {quoted(heading.text)} nhảy từ cấp {before} xuống {heading.level}",
                "người dùng máy đọc màn hình tưởng thiếu một mục",
                f"viết {'#' * (before + 1)} ở đầu dòng",
                rule="heading_levels_are_not_skipped",
            )
        before = heading.level


def heading_has_words(manuscript: Manuscript, fragment: Fragment) -> Iterator[Problem]:
    """Ask of a heading that it names what follows it."""
    for heading in fragment.headings:
        if not heading.text:
            yield manuscript.error(
                heading.line,
                "đầu mục không có chữ",
                "mục lục và máy đọc màn hình đọc ra một dòng trống",
                "viết tên mục, hoặc xóa các dấu #",
                rule="heading_has_words",
            )


def character_reference_is_a_sign(manuscript: Manuscript) -> Iterator[Problem]:
    """Let `&…;` write a sign, never a letter or something that nobody sees."""
    if "&" not in manuscript.text:
        return
    text = without_code(manuscript.text)
    for match in _REFERENCE.finditer(text):
        characters = unescape(match[0])
        if any(category(c)[0] in "CLM" for c in characters):
            shown = ", ".join(name(c, f"U+{ord(c):04X}") for c in characters)
            yield manuscript.error(
                manuscript.first_line + text.count("\n", 0, match.start()),
                f"«{match[0]}» viết một chữ hoặc một ký tự ẩn ({shown})",
                "cách viết ấy giấu chữ khỏi người duyệt bài và khỏi các phép kiểm tra",
                "gõ thẳng chữ ấy; nếu là ký tự ẩn thì xóa",
                rule="character_reference_is_a_sign",
            )


def reference_is_defined(manuscript: Manuscript, fragment: Fragment) -> Iterator[Problem]:
    """Ask of `[^1]` and `[words][label]` that their note or address is there."""
    places = manuscript.places()
    for piece in fragment.pieces:
        if not isinstance(piece, str) or "[" not in piece:
            continue
        for match in _UNDEFINED.finditer(piece):
            found = match[0]
            is_note = found.startswith("[^")
            label = found if is_note else found[1:]
            yield manuscript.error(
                places.line_of(unescape(found)),
                f"{label} không có {'chú thích' if is_note else 'địa chỉ'} tương ứng",
                "người đọc sẽ thấy nguyên các dấu ngoặc",
                f"thêm dòng {label}: … ở cuối bài, hoặc xóa {label}",
                rule="reference_is_defined",
            )


def reference_is_used(manuscript: Manuscript, fragment: Fragment) -> Iterator[Problem]:
    """Report a line `[label]: …` that Markdown swallows because nothing uses it."""
    if not manuscript.references:
        return
    places = manuscript.places()
    used = {link.target for link in fragment.links} | {p.source for p in fragment.pictures}
    for label, target in manuscript.references:
        if unescape(target) not in used:
            yield manuscript.error(
                places.line_of(f"]: {target}", target),
                f"dòng [{label}]: … không hiện trên trang",
                "máy coi đó là địa chỉ của một liên kết, mà không liên kết nào dùng",
                f"xóa dòng ấy; nếu là chữ của bài thì bỏ dấu ngoặc quanh {label}",
                rule="reference_is_used",
            )


def shortcode_is_readable(manuscript: Manuscript, fragment: Fragment) -> Iterator[Problem]:
    """Ask of a line between [[ and ]] that it stands alone and can be read."""
    if "[[" not in manuscript.text:
        return
    lines = ["", *without_code(manuscript.text).split("\n"), ""]
    found = {p.line for p in fragment.pieces if isinstance(p, ShortcodeSlot)}
    for number, line in enumerate(lines[1:-1], 1):
        text = line.strip()
        place = manuscript.first_line + number - 1
        if looks_like_shortcode(text) and place not in found:
            alone = not lines[number - 1].strip() and not lines[number + 1].strip()
            badly = f"không đọc được mã chèn {quoted(text)}"
            fact = badly if read_shortcode(text) is None else "mã chèn dính vào dòng bên cạnh"
            remedy = (
                'viết dạng [[ten gia-tri khoa=gia-tri khoa="hai chữ"]]'
                if alone
                else "để một dòng trống phía trên và phía dưới"
            )
            why = "người đọc sẽ thấy nguyên dòng ấy"
            yield manuscript.error(place, fact, why, remedy, rule="shortcode_is_readable")


RULES: Final[tuple[Callable[[Manuscript, Fragment], Iterator[Problem]], ...]] = (
    text_is_not_empty,
    text_has_no_title_heading,
    heading_levels_are_not_skipped,
    heading_has_words,
    reference_is_defined,
    reference_is_used,
    shortcode_is_readable,
)
