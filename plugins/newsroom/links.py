"""Where a link of a text leads: into the site, out of it, or nowhere (đường dẫn)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from plugins.newsroom.attachment import names_attachment
from plugins.newsroom.landing import STATES, Landing
from plugins.newsroom.link_index import LinkIndex
from plugins.newsroom.registers import LinkHost
from plugins.newsroom.source_file import joined
from plugins.vietnamese.dates import Moment, long_date
from plugins.vietnamese.nearest import nearest

PICTURE = re.compile(r"\.(?:jpe?g|png|webp)$")
#: What needs no taking apart: a path and nothing else, as nearly every link of a text is.
PATH_ALONE = re.compile(r"(?!//)[\w./-]+", re.ASCII)
SCHEME = re.compile(r"[^/?#]*?:")
UNSEEN = re.compile(r"[\x00-\x20\x7f\xa0]+")
DIRECT = ("mailto", "tel")
PELICAN_MARK = re.compile(r"^\{\w+\}/?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The address that a link leads to; `external` when it leaves the site.

    At that of an article that `is_withdrawn` readers are told so, and why.
    """

    url: str
    external: bool = False
    nofollow: bool = False
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """The path below `content/` of the attachment that a link hands out."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dead:
    """Why a link leads nowhere that readers may go, in an editor's words.

    `foreign` when it leaves the site for a host that nobody has looked at.
    """

    fact: str
    why: str
    remedy: str
    foreign: bool = False


def scheme_of(target: str) -> str:
    """Give the scheme as a browser would read it, past all the signs that it ignores."""
    match = SCHEME.match(UNSEEN.sub("", target))
    return match[0].lower() if match else ""


def is_no_file(source: str) -> bool:
    """Say whether an address of a picture cannot be a file beside a text."""
    outside = scheme_of(source) or source.startswith("//") or "\\" in source
    return bool(not source.strip() or outside or UNSEEN.search(source))


def resolve(  # noqa: PLR0911 - each kind of target has its own answer
    target: str, *, from_path: str, index: LinkIndex
) -> Resolved | Attached | Dead:
    """Find where a link leads that stands in the text at `from_path` (relative to `content/`)."""
    if names_attachment(target):
        return _handed_out(target, joined(target, from_path), index)
    if PATH_ALONE.fullmatch(target):
        return _inside(target, target, "", from_path=from_path, index=index)
    try:
        parts = urlsplit(target)
    except ValueError:
        return _dead(target, "gõ lại địa chỉ")
    if parts.scheme in DIRECT:
        return Resolved(url=target)
    if parts.scheme or parts.netloc:
        return foreign(target, index.hosts)
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    if parts.query:
        return _nowhere(target, path, from_path, index)
    return _inside(target, path, anchor, from_path=from_path, index=index)


def foreign(url: str, hosts: Mapping[str, LinkHost]) -> Resolved | Dead:
    """Look up the host of an address outside the site: itself, or a domain that it belongs to."""
    try:
        parts = urlsplit(url)
        name = parts.hostname or ""
    except ValueError:
        name = ""
    if not name or parts.scheme not in ("https", "http"):
        return _dead(url, "viết đủ địa chỉ, bắt đầu bằng https://", foreign=True)
    labels = name.split(".")
    for start in range(len(labels)):
        host = hosts.get(".".join(labels[start:]))
        if host:
            return Resolved(url=url, external=True, nofollow=host.nofollow)
    near = nearest(name, hosts)
    ask = f"có phải là «{near}»? Nếu không, " if near else ""
    return Dead(
        fact=f"máy chủ «{name}» chưa có trong danh sách liên kết ngoài",
        why="trang của tỉnh chỉ dẫn tới nơi đã có người xem",
        remedy=f"{ask}xem trang ấy rồi thêm một dòng vào content/lien-ket.csv",
        foreign=True,
    )


def _inside(
    target: str, path: str, anchor: str, *, from_path: str, index: LinkIndex
) -> Resolved | Dead:
    landing = _landing(path, from_path, index)
    if landing is None:
        return _nowhere(target, path, from_path, index)
    if landing.state == STATES["withdrawn"]:
        return Resolved(url=landing.url, is_withdrawn=True)
    return _hidden(target, landing, from_path, index) or _anchored(target, landing, anchor)


def _landing(path: str, from_path: str, index: LinkIndex) -> Landing | None:
    if not path:
        return index.by_path.get(from_path)
    if path.startswith("/"):
        return index.by_url.get(path)
    return index.by_path.get(joined(path, from_path))


def _nowhere(target: str, path: str, from_path: str, index: LinkIndex) -> Dead:
    if PICTURE.search(path):
        return Dead(
            fact=f"đường dẫn «{target}» dẫn tới một tệp ảnh",
            why="ảnh được làm lại thành nhiều cỡ, tệp gốc không có trên trang",
            remedy=f"chèn ảnh vào bài: ![mô tả ảnh]({path})",
        )
    if path.startswith("/"):
        near = nearest(path, index.by_url)
    else:
        folder = posixpath.dirname(from_path)
        bare = PELICAN_MARK.sub("", path)
        found = _same_name(bare, index) or nearest(joined(bare, from_path), index.by_path)
        near = found and posixpath.relpath(found, folder)
    remedy = f"có phải là «{near}»?" if near else "viết đường tới tệp .md, hoặc bỏ đường dẫn"
    return _dead(target, remedy)


def _handed_out(target: str, path: str, index: LinkIndex) -> Attached | Dead:
    if path in index.beside["attachment"]:
        return Attached(path=path)
    folder = posixpath.dirname(path)
    beside = [known for known in index.beside["attachment"] if posixpath.dirname(known) == folder]
    near = nearest(path, beside)
    way = near and target.removesuffix(posixpath.basename(target)) + posixpath.basename(near)
    return Dead(
        fact=f"không có tệp đính kèm «{target}»",
        why="người đọc bấm vào sẽ gặp trang lỗi",
        remedy=f"có phải là «{way}»?" if way else f"đặt tệp vào content/{folder}/",
    )


def _same_name(path: str, index: LinkIndex) -> str | None:
    """Find a text that was moved to another folder under the same name."""
    name = posixpath.basename(path)
    return next((known for known in index.by_path if posixpath.basename(known) == name), None)


def _dead(target: str, remedy: str, *, foreign: bool = False) -> Dead:
    return Dead(
        fact=f"đường dẫn «{target}» không dẫn tới đâu",
        why="người đọc bấm vào sẽ gặp trang lỗi",
        remedy=remedy,
        foreign=foreign,
    )


def _hidden(target: str, landing: Landing, from_path: str, index: LinkIndex) -> Dead | None:
    """Refuse a text that readers cannot see by the time at which they see this one."""
    source = index.by_path.get(from_path)
    if landing is source or (source and source.shown_from is None):
        return None
    if landing.shown_from and (landing.due or _comes_first(landing, source)):
        return None
    state = landing.state
    if landing.shown_from:
        state = f"bài hẹn giờ đến {long_date(Moment(at=landing.shown_from, has_time=True)).lower()}"
    return Dead(
        fact=f"đường dẫn «{target}» dẫn tới {state}",
        why="người đọc bấm vào sẽ không thấy bài",
        remedy="bỏ đường dẫn, hoặc chờ đến khi bài kia có trên trang",
    )


def _comes_first(landing: Landing, source: Landing | None) -> bool:
    if not (landing.shown_from and source and source.shown_from):
        return False
    return not source.due and landing.shown_from <= source.shown_from


def _anchored(target: str, landing: Landing, anchor: str) -> Resolved | Dead:
    if not anchor:
        return Resolved(url=landing.url)
    if anchor in landing.anchors:
        return Resolved(url=f"{landing.url}#{anchor}")
    near = nearest(anchor, landing.anchors)
    known = ", ".join(f"#{name}" for name in landing.anchors)
    choose = f"chọn một trong: {known}" if known else "bỏ phần sau dấu #"
    return Dead(
        fact=f"đường dẫn «{target}»: trang ấy không có mục «#{anchor}»",
        why="người đọc sẽ rơi xuống đầu trang thay vì đúng chỗ",
        remedy=f"có phải là «#{near}»?" if near else choose,
    )
