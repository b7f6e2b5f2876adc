"""Every picture is there, is used, and speaks to who cannot see it (ảnh)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.newsroom.links import is_no_file
from plugins.newsroom.model import Article
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Spot
from plugins.newsroom.rules.links import texts_of
from plugins.newsroom.rules.saying import at, error, warning
from plugins.vietnamese.fold import comparable
from plugins.vietnamese.nearest import nearest

FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|webp|gif)|(?:img|dsc|dscn|p)[_-]?\d+")
ILLUSTRATIVE = comparable("ảnh minh họa")
LABEL = re.compile(rf"(?:{ILLUSTRATIVE}|(?:hình ảnh|ảnh|hình|tranh)(?: chụp)?)[ \d.:]*")
OPENING = re.compile(r"(?:hình )?ảnh(?: chụp)?\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """A picture where a text uses it: the file, its alternative text, and their places.

    `caption` is that of the article's lead picture; `elsewhere` says that the text's own rules
    have refused its address.
    """

    path: str
    alt: str
    spot: Spot
    alt_spot: Spot
    caption: str
    may_be_silent: bool
    elsewhere: bool = False


def every_picture_is_there(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that every picture that a text uses lies beside it."""
    for use in _uses(newsroom):
        if use.path not in newsroom.pictures and not use.elsewhere:
            folder = PurePosixPath(use.spot.path).parent
            beside = [p for p in newsroom.pictures if PurePosixPath(p).parent == folder]
            written = use.path.removeprefix(f"{folder}/")
            near = nearest(written, [PurePosixPath(p).name for p in beside])
            yield error(
                use.spot,
                f"không có ảnh «{written}» cạnh bài",
                "người đọc sẽ thấy một ô trống",
                f"có phải là «{near}»?" if near else f"đặt tệp ảnh vào content/{folder}/",
                rule="every_picture_is_there",
            )


def every_picture_has_alternative_text(newsroom: Newsroom) -> Iterator[Problem]:
    """Require words for who cannot see the picture, unless it only decorates."""
    for use in _uses(newsroom):
        if not use.alt and not use.may_be_silent:
            yield error(
                use.spot,
                "ảnh không có lời mô tả",
                "người không nhìn thấy ảnh sẽ không biết ảnh có gì",
                _describe(use),
                rule="every_picture_has_alternative_text",
            )


def every_alternative_text_describes(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse a label or a file name in place of a description."""
    for use in _uses(newsroom):
        alt = comparable(use.alt)
        if alt and (LABEL.fullmatch(alt) or FILE_NAME.fullmatch(alt)):
            yield error(
                use.alt_spot,
                f"lời mô tả ảnh «{use.alt}» không nói ảnh có gì",
                "người không nhìn thấy ảnh nghe câu ấy cũng như không",
                _describe(use),
                rule="every_alternative_text_describes",
            )


def no_alternative_text_wastes_words(newsroom: Newsroom) -> Iterator[Problem]:
    """Point out descriptions that begin with «Ảnh …» or repeat the caption."""
    for use in _uses(newsroom):
        alt = comparable(use.alt)
        if not alt or LABEL.fullmatch(alt):
            continue
        repeats = alt == comparable(use.caption)
        if repeats or OPENING.match(alt):
            yield warning(
                use.alt_spot,
                "lời mô tả ảnh " + ("chép lại chú thích" if repeats else "bắt đầu bằng «Ảnh»"),
                "máy đọc đã báo trước là ảnh, và đọc cả chú thích",
                "chỉ tả điều nhìn thấy trong ảnh",
                rule="no_alternative_text_wastes_words",
            )


def no_decorative_picture_speaks(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse alternative text on a picture that is said to be decorative."""
    for article in newsroom.articles:
        picture = article.illustration
        if picture and picture.decorative and picture.alt:
            yield error(
                at(article, "image_decorative"),
                "ảnh ghi là để trang trí mà vẫn có image_alt",
                "ảnh trang trí thì máy đọc bỏ qua, ảnh có nội dung thì phải tả",
                "bỏ một trong hai dòng",
                rule="no_decorative_picture_speaks",
            )


def every_picture_is_credited(newsroom: Newsroom) -> Iterator[Problem]:
    """Point out lead pictures that name nobody who holds their rights."""
    for article in newsroom.articles:
        if article.illustration and not article.illustration.credit:
            yield warning(
                at(article, "image"),
                "ảnh không ghi người giữ quyền",
                "người đọc không biết được dùng lại ảnh hay không",
                "thêm dòng image_credit: tên người chụp hoặc nơi giữ quyền",
                rule="every_picture_is_credited",
            )


def no_caption_is_a_label(newsroom: Newsroom) -> Iterator[Problem]:
    """Point out «Ảnh minh họa» written as a caption, which the page prints by itself."""
    for article in newsroom.articles:
        if article.illustration and ILLUSTRATIVE in comparable(article.illustration.caption):
            yield warning(
                at(article, "image_caption"),
                "chú thích ghi «Ảnh minh họa»",
                "trang tự in nhãn ấy khi bài có image_illustrative: true",
                "thêm image_illustrative: true, còn chú thích thì nói ảnh là gì",
                rule="no_caption_is_a_label",
            )


def every_picture_is_used(newsroom: Newsroom, path: str) -> Iterator[Problem]:
    """Point out a picture file that no text shows."""
    if not newsroom.users(path):
        yield warning(
            path,
            "không bài nào dùng ảnh này",
            "tệp thừa làm nặng kho và dễ bị đăng nhầm",
            f"dùng ảnh trong bài, hoặc git rm content/{path}",
            rule="every_picture_is_used",
        )


def _uses(newsroom: Newsroom) -> Iterator[_Use]:
    for text in texts_of(newsroom):
        lead = text.illustration if isinstance(text, Article) else None
        if lead:
            yield _Use(
                path=lead.path,
                alt=lead.alt,
                spot=at(text, "image"),
                alt_spot=at(text, "image_alt"),
                caption=lead.caption,
                may_be_silent=lead.decorative,
            )
        for slot in text.body.pictures:
            spot = at(text, slot.line)
            yield _Use(
                path=(PurePosixPath(text.path).parent / slot.source).as_posix(),
                alt=slot.alt,
                spot=spot,
                alt_spot=spot,
                caption=lead.caption if lead else "",
                may_be_silent=False,
                elsewhere=is_no_file(slot.source),
            )


def _describe(use: _Use) -> str:
    lead = use.spot != use.alt_spot
    example = "image_alt: Người dân ngồi chờ trước quầy số 3." if lead else "![mô tả](tệp ảnh)"
    return f"viết một câu tả điều nhìn thấy, dạng {example}"
