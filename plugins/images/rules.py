"""Every picture is one that the site can show: whole, still, of a known kind, not too large."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.images.model import EXTENSIONS, MAX_PIXELS, MAX_WEIGHT, NAMES, PictureFacts
from plugins.images.reading import read_picture
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.rules.saying import error
from plugins.vietnamese.numbers import decimal, file_size, thousands

MEGA = 1_000_000
ADVISED_WIDTH = 2_400


def picture_is_sound(newsroom: Newsroom, path: str) -> Iterator[Problem]:
    """Look at the header of a picture below `content/`, whoever uses it."""
    facts = read_picture(newsroom.pictures[path].location)
    for rule in RULES:
        yield from rule(path, facts)


def picture_kind_matches_its_name(path: str, facts: PictureFacts) -> Iterator[Problem]:
    """Require that the extension names what the first bytes are, and that we take that kind."""
    extension = PurePosixPath(path).suffix
    if extension in EXTENSIONS.get(facts.kind, ()):
        return
    kind = NAMES.get(facts.kind, facts.kind)
    found = f"thật ra là {kind}" if kind else "không phải là ảnh JPEG, PNG hay WebP"
    why = "trình duyệt đọc tệp theo nội dung, không theo tên; tên sai làm ảnh không hiện"
    remedy = "mở bằng phần mềm xem ảnh rồi lưu lại thành JPEG; đổi đuôi tên tệp là không đủ"
    if facts.kind in EXTENSIONS:
        better = PurePosixPath(path).with_suffix(EXTENSIONS[facts.kind][0])
        remedy = f"git mv content/{path} content/{better}, rồi sửa tên ảnh trong bài"
    yield error(
        path,
        f"tệp mang đuôi {extension} nhưng {found}",
        why,
        remedy,
        rule="picture_kind_matches_its_name",
    )


def picture_is_not_too_heavy(path: str, facts: PictureFacts) -> Iterator[Problem]:
    """Require at most 20 MB."""
    if facts.weight <= MAX_WEIGHT:
        return
    yield error(
        path,
        f"ảnh nặng {file_size(facts.weight)}, quá giới hạn {file_size(MAX_WEIGHT)}",
        "tệp nặng nằm mãi trong kho bài, mọi người đều phải tải về",
        f"lưu lại thành JPEG với chiều rộng {thousands(ADVISED_WIDTH)} điểm ảnh",
        rule="picture_is_not_too_heavy",
    )


def picture_is_not_too_large(path: str, facts: PictureFacts) -> Iterator[Problem]:
    """Require at most 40 million pixels, so that unpacking cannot fill the memory."""
    pixels = facts.width * facts.height
    if pixels <= MAX_PIXELS:
        return
    size = f"{thousands(facts.width)} × {thousands(facts.height)}"
    yield error(
        path,
        f"ảnh có {decimal(pixels / MEGA, 1)} triệu điểm ảnh ({size}), "
        f"quá giới hạn {thousands(MAX_PIXELS // MEGA)} triệu",
        "giải nén ảnh này chiếm quá nhiều bộ nhớ của máy dựng trang",
        f"thu ảnh về chiều rộng {thousands(ADVISED_WIDTH)} điểm ảnh rồi lưu lại",
        rule="picture_is_not_too_large",
    )


def picture_stands_still(path: str, facts: PictureFacts) -> Iterator[Problem]:
    """Refuse an animation, which no reader could stop (WCAG 2.2.2)."""
    if not facts.moves:
        return
    yield error(
        path,
        "đây là ảnh động",
        "người đọc không dừng được ảnh động, và nó làm rối mắt khi đọc",
        "lưu một hình của nó thành ảnh JPEG hoặc PNG",
        rule="picture_stands_still",
    )


def picture_is_whole(path: str, facts: PictureFacts) -> Iterator[Problem]:
    """Require a header that reads without a warning, and nothing missing at the end."""
    if facts.whole:
        return
    yield error(
        path,
        "tệp ảnh hỏng hoặc thiếu phần cuối",
        "thường là do chép hay tải lên bị ngắt giữa chừng",
        "chép lại ảnh từ bản gốc; nếu vẫn lỗi, mở ảnh rồi lưu lại thành JPEG",
        rule="picture_is_whole",
    )


RULES = (
    picture_kind_matches_its_name,
    picture_is_not_too_heavy,
    picture_is_not_too_large,
    picture_stands_still,
    picture_is_whole,
)
