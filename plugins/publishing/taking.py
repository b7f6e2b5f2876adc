"""What a build left in its output becomes a manifest, and a place for each file (kiểm kê)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from pathlib import Path
from typing import Final

from plugins.feeds.exports.server_maps import GONE, MOVED, pairs_in
from plugins.incremental.left import Left, NotWhole, files_left
from plugins.newsroom.heads import save_as
from plugins.publishing.commit import Commit, NotPublishable
from plugins.publishing.compressing import FORMS, USUAL, compressed, is_compressible
from plugins.publishing.listing import Entry, Listing, entry_of
from plugins.publishing.manifest import LIVES, Manifest
from plugins.publishing.receiver.lines import entries
from plugins.workshop.media_types import MEDIA_TYPES, UNKNOWN

NOT_FOUND: Final = "404.html"
AT_ONCE: Final = 2
PLACE: Final = "xuat-ban"
"""The folder of the cache that holds what publishing remembers."""
OWN: Final = "rieng"
"""The folder in it that holds what publishing adds to the output."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A release that can be sent: its manifest, and the folders in which its files lie."""

    manifest: Manifest
    output: Path
    cache: Path

    def place(self, path: str) -> Path:
        """Give where a file of the release lies; a compressed form that was lost is made again."""
        plain, form = os.path.splitext(path)  # noqa: PTH122 - text alone
        if form not in FORMS:
            return _file(self.output, self.cache, path)
        file = _file(self.output, self.cache, plain)
        return compressed(plain, file, _digest(file), form, self.cache)


def taken(  # noqa: PLR0913 - what a manifest tells
    output: Path,
    cache: Path,
    commit: Commit,
    built: datetime,
    *,
    site: str,
    forms: tuple[str, ...] = USUAL,
) -> Taken:
    """Take a finished output down; `cache` is the build's, which knows the digest of each file."""
    place = cache / PLACE
    try:
        lefts = (*files_left(cache, output), *_own_files(place / OWN))
    except NotWhole as fault:
        raise NotPublishable(
            f"{output} không phải kết quả của một lần dựng trọn vẹn – phát hành là tất cả hoặc "
            "không gì – chạy lại inv build --settings publishconf.py"
        ) from fault
    manifest = Manifest(
        site=site,
        sequence=commit.sequence,
        commit=commit.id,
        by=commit.by,
        built=built,
        expires=built + LIVES,
        files=_listing(_looked_over(lefts, output, place, forms), _answers(output)),
    )
    return Taken(manifest=manifest, output=output, cache=place)


def _file(output: Path, place: Path, path: str) -> Path:
    own = place / OWN / path
    return own if own.is_file() else output / path


def _own_files(folder: Path) -> Iterator[Left]:
    """Give what publishing itself adds to the output."""
    for file in sorted(filter(Path.is_file, folder.rglob("*"))):
        yield Left(str(file.relative_to(folder)), _digest(file), file.stat().st_size)


def _looked_over(
    lefts: Iterable[Left], output: Path, place: Path, forms: tuple[str, ...]
) -> dict[str, str]:
    """Give by its path each file's line and those of its forms, remembered while its bytes stay."""
    memory, key = place / "kiem-ke.txt", repr((MEDIA_TYPES, forms))
    known = _remembered(memory, key)
    files = {left.path: left for left in lefts}
    found = {path: known.get(f"{left.sha256} {path}", "") for path, left in files.items()}
    fresh = [path for path, lines in found.items() if not lines]
    with ThreadPoolExecutor(AT_ONCE) as crew:
        seen = crew.map(lambda path: _seen(files[path], output, place, forms), fresh)
        found.update(zip(fresh, seen, strict=True))
    if fresh or len(found) < len(known):
        blocks = (f"{files[path].sha256} {path}\n{lines}" for path, lines in found.items())
        body = "\n\n".join(blocks)
        place.mkdir(parents=True, exist_ok=True)
        memory.write_text(f"{_seal(key, body)}\n{body}", encoding="utf-8")
    return found


def _seen(left: Left, output: Path, place: Path, forms: tuple[str, ...]) -> str:
    """Compress a file, and give its line and those of its forms."""
    file, lines = _file(output, place, left.path), [_line(left)]
    if _digest(file) != left.sha256 or "\n" in left.path:
        raise NotPublishable(
            f"{left.path} không còn như vừa dựng xong – có chương trình khác sửa {output} – dừng "
            "chương trình ấy rồi phát hành lại"
        )
    for form in forms if is_compressible(left.path, left.size) else ():
        made = compressed(left.path, file, left.sha256, form, place)
        lines.append(_line(Left(left.path + form, _digest(made), made.stat().st_size)))
    return "\n".join(lines)


def _line(left: Left) -> str:
    """Write a file's line in a manifest; a compressed form has the media type of what it holds."""
    plain, ending = os.path.splitext(left.path)  # noqa: PTH122 - text alone
    if ending in FORMS:
        ending = os.path.splitext(plain)[1]  # noqa: PTH122 - here too
    return Entry(left.sha256, left.size, MEDIA_TYPES.get(ending, UNKNOWN)).line(left.path)


def _listing(found: dict[str, str], answers: Mapping[str, tuple[int, str]]) -> Listing:
    """List every file; a few pages are not answered with 200."""
    for path in answers.keys() & found.keys():
        found[path] = "\n".join(_answered(found[path].split("\n"), *answers[path]))
    return Listing("\n".join(found.values()).split("\n"))


def _answered(lines: Iterable[str], status: int, to: str) -> Iterator[str]:
    for path, said in entries(lines).items():
        yield entry_of(said)._replace(status=status, to=to).line(path)


def _answers(output: Path) -> dict[str, tuple[int, str]]:
    """Give the pages that a server does not answer with 200: status, and where to."""
    return {
        NOT_FOUND: (HTTPStatus.NOT_FOUND, ""),
        **{save_as(u): (HTTPStatus.MOVED_PERMANENTLY, to) for u, to in pairs_in(output, MOVED)},
        **{save_as(u): (HTTPStatus.GONE, "") for u, _ in pairs_in(output, GONE)},
    }


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _seal(key: str, body: str) -> str:
    return hashlib.sha256(f"{key}\n{body}".encode()).hexdigest()


def _remembered(memory: Path, key: str) -> dict[str, str]:
    """Read back, by files' digests and paths, their lines; nothing when a byte was changed."""
    try:
        seal, _, body = memory.read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return {}
    if not body or seal != _seal(key, body):
        return {}
    heads_and_lines = (block.partition("\n") for block in body.split("\n\n"))
    return {head: lines for head, _, lines in heads_and_lines}
