"""What giving an article another name, day or column changes, planned whole before it is done."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from plugins.newsroom.problem import Problem
from plugins.vietnamese.nearest import nearest
from plugins.workshop.front_matter_edits import items_of, value_of
from plugins.workshop.new_article import fault_of_slug, refusal
from plugins.workshop.relinking import Moves, targets
from plugins.workshop.rewriting import Rewritten, rewritten

ARTICLE = re.compile(r"tin-bai/[^/]+/[^/]+/(?P<day>\d{4}-\d{2}-\d{2})-(?P<slug>[a-z0-9-]+)\.md")
ADDRESS = re.compile(r"/tin-bai/(?P<day>\d{4}/\d{2}/\d{2})/(?P<slug>[a-z0-9-]+)/?")
NEW_NAME = re.compile(r"(?:(?P<day>\d{4}-\d{2}-\d{2})-)?(?P<slug>.+?)(?:\.md)?")
PICTURES = (".jpg", ".jpeg", ".png", ".webp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the editor asked for: which article, its new name or none, its new column or none."""

    old: str
    name: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The content as far as a renaming sees it: every file's path, every text, the columns."""

    files: frozenset[str]
    texts: Mapping[str, str]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """Everything that a new name changes (đổi tên); nothing is done yet.

    `moves` are paths below `content/`, before and after; `texts` are the changed files.
    """

    moves: Mapping[str, str]
    texts: tuple[Rewritten, ...]

    @property
    def said(self) -> tuple[str, ...]:
        """Tell an editor what changes, a line a change."""
        moved = (f"content/{old} → content/{new}" for old, new in self.moves.items())
        changed = (f"content/{text.path}: {what}" for text in self.texts for what in text.said)
        return (*moved, *changed)


def plan(shelf: Shelf, wish: Wish) -> Renaming | Problem:
    """Plan a renaming, or say what keeps it from being done."""
    old = found_text(shelf, wish.old)
    if isinstance(old, Problem):
        return old
    new = _wanted(shelf, old, wish)
    if isinstance(new, Problem):
        return new
    moves = Moves(
        paths={old: new} | _pictures(shelf, old, new),
        addresses={_address(old): _address(new)},
        files=shelf.files,
    )
    faults = (*_taken(shelf, moves, old), *_shared(shelf, moves, old))
    if faults:
        return faults[0]
    texts = (rewritten(text, path, moves, own=path == old) for path, text in _near(shelf, old))
    return Renaming(moves=moves.paths, texts=tuple(text for text in texts if text.said))


def found_text(shelf: Shelf, asked: str) -> str | Problem:
    """Find the article by its path or its address."""
    by_address = {_address(path): path for path in shelf.texts if ARTICLE.fullmatch(path)}
    path = asked[max(asked.find("tin-bai/"), 0) :]
    if path in by_address.values():
        return path
    address = urlsplit(asked).path
    if ADDRESS.fullmatch(address) and by_address.get(f"{address.rstrip('/')}/"):
        return by_address[f"{address.rstrip('/')}/"]
    known = by_address if ADDRESS.fullmatch(address) else by_address.values()
    near = nearest(address if ADDRESS.fullmatch(address) else path, known)
    remedy = f"có phải là «{near}»?" if near else "gõ đường tới tệp .md hoặc địa chỉ của bài"
    return refusal(f"không có bài «{asked}»", "chỉ tìm bài trong content/tin-bai", remedy)


def _wanted(shelf: Shelf, old: str, wish: Wish) -> str | Problem:
    """Make the new path out of what was asked for and what stays."""
    _, section, column, name = PurePosixPath(old).parts
    day, slug = name[:10], name[11:].removesuffix(".md")
    wanted = NEW_NAME.fullmatch(wish.name)
    if wanted:
        day, slug = wanted["day"] or day, wanted["slug"]
    folder = wish.column or f"{section}/{column}"
    fault = fault_of_slug(slug) or _fault_of_day(day) or _fault_of_column(shelf, folder)
    new = f"tin-bai/{folder}/{day}-{slug}.md"
    if new == old:
        return refusal("bài đã mang tên ấy", "không có gì để đổi", "gõ tên mới, hoặc --column")
    return fault or new


def _fault_of_day(day: str) -> Problem | None:
    try:
        date.fromisoformat(day)
    except ValueError:
        return refusal(f"không có ngày {day} trong lịch", "ngày làm nên địa chỉ", "sửa ngày")
    return None


def _fault_of_column(shelf: Shelf, column: str) -> Problem | None:
    if column in shelf.columns:
        return None
    near = nearest(column, shelf.columns)
    remedy = f"có phải là «{near}»?" if near else f"chọn một trong: {', '.join(shelf.columns)}"
    return refusal(f"không có chuyên mục «{column}»", "chuyên mục là thư mục chứa bài", remedy)


def _pictures(shelf: Shelf, old: str, new: str) -> dict[str, str]:
    """Give the pictures that go with an article: named after it, or used by it when it leaves."""
    folder, new_folder = posixpath.dirname(old), posixpath.dirname(new)
    stem, new_stem = old.removesuffix(".md"), new.removesuffix(".md")
    pictures = [path for path in sorted(shelf.files) if posixpath.dirname(path) == folder]
    pictures = [path for path in pictures if path.endswith(PICTURES)]
    moves = {}
    for picture in pictures:
        if _owner(shelf, picture) == stem:
            moves[picture] = new_stem + picture.removeprefix(stem)
        elif folder != new_folder and picture in _used(shelf.texts[old], old):
            moves[picture] = f"{new_folder}/{posixpath.basename(picture)}"
    return moves


def _owner(shelf: Shelf, picture: str) -> str:
    """Give the article after which a picture is named: the longest name that it begins with."""
    stem = posixpath.splitext(picture)[0]
    while stem and f"{stem}.md" not in shelf.files:
        stem = stem.rpartition("-")[0]
    return stem


def _used(text: str, path: str) -> frozenset[str]:
    """Give the paths of the files that a text shows or leads to."""
    image = value_of(text, "image")
    return targets(text, path) | {posixpath.join(posixpath.dirname(path), image)}


def _taken(shelf: Shelf, moves: Moves, old: str) -> Iterator[Problem]:
    """Refuse a place that has a file, and an address that another article has or had."""
    new = moves.paths[old]
    name = posixpath.basename(new)
    for path in sorted(shelf.files - moves.paths.keys()):
        twin = path.startswith("tin-bai/") and posixpath.basename(path) == name
        if path in moves.paths.values() or twin:
            why = "hai bài cùng ngày không được trùng tên, và không tệp nào bị ghi đè"
            yield refusal(f"đã có content/{path}", why, "đặt tên khác, hoặc đổi tên tệp ấy trước")
    address = moves.addresses[_address(old)]
    for path, text in sorted(shelf.texts.items()):
        if path != old and address in text and address in items_of(text, "aliases"):
            fact = f"{address} là địa chỉ cũ của content/{path}"
            yield refusal(fact, "một địa chỉ chỉ mở được một trang", "đặt tên khác")


def _shared(shelf: Shelf, moves: Moves, old: str) -> Iterator[Problem]:
    """Refuse to take a picture out of a folder where another article still shows it."""
    leaving = {
        path
        for path, new in moves.paths.items()
        if path != old and posixpath.dirname(path) != posixpath.dirname(new)
    }
    for path, text in sorted(shelf.texts.items()):
        if path != old and posixpath.dirname(path) == posixpath.dirname(old):
            for picture in sorted(leaving & _used(text, path)):
                fact = f"ảnh content/{picture} còn dùng trong content/{path}"
                why = "ảnh phải nằm cạnh bài dùng ảnh"
                yield refusal(fact, why, "chép ảnh thành hai tệp, mỗi bài một tệp")


def _near(shelf: Shelf, old: str) -> Iterator[tuple[str, str]]:
    """Give the texts that may change: the article itself, and those that speak its name."""
    stem, address = posixpath.basename(old).removesuffix(".md"), _address(old)
    for path, text in sorted(shelf.texts.items()):
        if path == old or stem in text or address in text:
            yield path, text


def _address(path: str) -> str:
    name = posixpath.basename(path).removesuffix(".md")
    return f"/tin-bai/{name[:10].replace('-', '/')}/{name[11:]}/"
