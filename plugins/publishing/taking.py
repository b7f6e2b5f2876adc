"""What a build left in its output becomes a manifest, and a place for each file (kiểm kê)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from plugins.feeds.exports.server_maps import GONE, MOVED, pairs_in
from plugins.incremental.completion import MARKER, is_complete
from plugins.newsroom.heads import save_as
from plugins.publishing.commit import Commit, NotPublishable
from plugins.publishing.compressing import FORMS, USUAL, compressed, is_compressible
from plugins.publishing.listing import Entry, Listing, entry_of
from plugins.publishing.manifest import LIVES, Manifest
from plugins.publishing.receiver.lines import entries
from plugins.workshop.media_types import MEDIA_TYPES, UNKNOWN

NOT_FOUND: Final = "404.html"
AT_ONCE: Final = 2
OWN: Final = "rieng"
"""The folder of the cache that holds what publishing adds to the output."""


class Seen(NamedTuple):
    """A file as it was last looked at: size and time; its line and those of its forms, as text."""

    stamp: str
    lines: str


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
            own = self.cache / OWN / path
            return own if own.is_file() else self.output / path
        file = self.output / plain
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
    """Take a finished output down; compressed forms and digests are kept by `cache`."""
    if not is_complete(output):
        raise NotPublishable(
            f"{output} không phải kết quả của một lần dựng trọn vẹn – phát hành là tất cả hoặc "
            "không gì – chạy lại inv build --settings publishconf.py"
        )
    found = _looked_over(output, cache, forms)
    manifest = Manifest(
        site=site,
        sequence=commit.sequence,
        commit=commit.id,
        by=commit.by,
        built=built,
        expires=built + LIVES,
        files=_listing(found, _answers(output)),
    )
    return Taken(manifest=manifest, output=output, cache=cache)


def _looked_over(output: Path, cache: Path, forms: tuple[str, ...]) -> dict[str, Seen]:
    """Look at all files; what was said of one is believed while media types and forms stay."""
    (cache / OWN).mkdir(parents=True, exist_ok=True)
    memory, key = cache / "kiem-ke.txt", repr((MEDIA_TYPES, forms))
    found = dict(_looked_at(output, _remembered(memory, key), cache, forms))
    blocks = (f"{seen.stamp} {path}\n{seen.lines}" for path, seen in found.items())
    body = "\n\n".join(blocks)
    memory.write_text(f"{_seal(key, body)}\n{body}", encoding="utf-8")
    return found


def _listing(found: dict[str, Seen], answers: Mapping[str, tuple[int, str]]) -> Listing:
    """List every file; a few pages are not answered with 200."""
    for path in answers.keys() & found.keys():
        lines = _answered(found[path].lines.split("\n"), *answers[path])
        found[path] = found[path]._replace(lines="\n".join(lines))
    return Listing("\n".join(seen.lines for seen in found.values()).split("\n"))


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


def _files(output: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Give every file of an output that is served, by its path."""
    waiting = [("", str(output))]
    while waiting:
        inside, folder = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                path = f"{inside}{entry.name}"
                if entry.is_symlink():
                    raise NotPublishable(
                        f"{path} là đường tắt – không biết nó dẫn tới đâu – xóa nó"
                    )
                if "\n" in path:
                    raise NotPublishable(f"tên tệp {path!r} có dấu xuống dòng – đổi tên nó")
                if entry.is_dir():
                    waiting.append((f"{path}/", entry.path))
                elif path != MARKER:
                    yield path, entry


def _looked_at(
    output: Path, known: Mapping[str, Seen], cache: Path, forms: tuple[str, ...]
) -> Iterator[tuple[str, Seen]]:
    """Give every file's digests: from memory when its size and its time are those of then."""
    fresh = []
    for path, entry in chain(_files(output), _files(cache / OWN)):
        old = known.get(path)
        if old and old.stamp == _stamp(entry.stat()):
            yield path, old
        else:
            fresh.append((path, entry))
    with ThreadPoolExecutor(AT_ONCE) as crew:
        seen = crew.map(lambda file: _seen(file[0], file[1], cache, forms), fresh)
        yield from zip((path for path, _ in fresh), seen, strict=True)


def _seen(path: str, entry: os.DirEntry[str], cache: Path, forms: tuple[str, ...]) -> Seen:
    """Work out a file's digests, and compress it."""
    stat, file = entry.stat(), Path(entry.path)
    kind = MEDIA_TYPES.get(os.path.splitext(path)[1], UNKNOWN)  # noqa: PTH122 - text alone
    sha256 = _digest(file)
    lines = [Entry(sha256, stat.st_size, kind).line(path)]
    for form in forms if is_compressible(path, stat.st_size) else ():
        place = compressed(path, file, sha256, form, cache)
        lines.append(Entry(_digest(place), place.stat().st_size, kind).line(path + form))
    return Seen(_stamp(stat), "\n".join(lines))


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _stamp(stat: os.stat_result) -> str:
    return f"{stat.st_size}/{stat.st_mtime_ns}"


def _seal(key: str, body: str) -> str:
    return hashlib.sha256(f"{key}\n{body}".encode()).hexdigest()


def _remembered(memory: Path, key: str) -> dict[str, Seen]:
    """Read back, by paths, what was seen before; nothing when a byte of that was changed."""
    try:
        seal, _, body = memory.read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return {}
    if not body or seal != _seal(key, body):
        return {}
    known = {}
    for block in body.split("\n\n"):
        head, _, lines = block.partition("\n")
        stamp, _, path = head.partition(" ")
        known[path] = Seen(stamp, lines)
    return known
