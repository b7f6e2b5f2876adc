"""Read: from the content folder to a Newsroom, and every problem met on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.newsroom.digests import Digests
from plugins.newsroom.gathering import gather
from plugins.newsroom.installed import installed_version
from plugins.newsroom.model import Article, Newsroom, PictureFile, StandingPage
from plugins.newsroom.reading import Reading
from plugins.newsroom.reading_cache import ReadingCache
from plugins.newsroom.register_reader import RegisterReader
from plugins.newsroom.source_file import SourceFile

WORTH_A_POOL = 200
CHUNK = 40
TEXTS = ("article", "standing_page")
LIBRARIES = (("markdown", "markdown"), ("nh3", "nh3"), ("pyyaml", "yaml"))
CODE = (Path(__file__).parent, Path(__file__).parents[1] / "vietnamese")


def read_newsroom(
    content: Path, *, now: datetime, cache: Path | None = None, workers: int = 1
) -> Reading[Newsroom]:
    """Read the whole content folder; the value holds everything that could be read."""
    digests = Digests(cache, content)
    gathering = gather(content, digests)
    digests.save()
    texts = [file for file in gathering.files if file.kind in TEXTS]
    readings = _read_texts(texts, ReadingCache(cache, fingerprint()), workers)
    values = [reading.value for reading in readings]
    books = RegisterReader({f.path: f for f in gathering.files if f.kind == "register"})
    registers = books.read_all()
    problems = [*gathering.problems, *books.problems]
    problems += [problem for reading in readings for problem in reading.problems]
    unread = {f.path for f, value in zip(texts, values, strict=True) if value is None}
    newsroom = Newsroom(
        **registers,
        articles=tuple(v for v in values if isinstance(v, Article)),
        standing_pages=tuple(v for v in values if isinstance(v, StandingPage)),
        pictures={
            f.path: PictureFile(path=f.path, digest=f.digest, location=str(f.location))
            for f in gathering.files
            if f.kind == "picture"
        },
        now=now,
        unread=frozenset(unread | books.unread),
    )
    return Reading(value=newsroom, problems=tuple(sorted(problems, key=lambda p: p.order)))


def fingerprint() -> str:
    """Give a digest of all that decides what a reading is, other than the file itself."""
    parts = [installed_version(library, package) for library, package in LIBRARIES]
    for folder in CODE:
        modules = sorted(folder.rglob("*.py"), key=lambda path: path.as_posix())
        parts += [hashlib.sha256(path.read_bytes()).hexdigest() for path in modules]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _read_texts(files: list[SourceFile], cache: ReadingCache, workers: int) -> list[Reading[Any]]:
    recalled = {file.path: cache.recall(file) for file in files}
    fresh = [file for file in files if recalled[file.path] is None]
    read = {
        file.path: reading for file, reading in zip(fresh, _read_all(fresh, workers), strict=True)
    }
    readings = [recalled[file.path] or read[file.path] for file in files]
    for file, reading in zip(files, readings, strict=True):
        cache.keep(file, reading)
    cache.save()
    return readings


def _read_all(files: Sequence[SourceFile], workers: int) -> Iterable[Reading[Any]]:
    if not files:
        return ()
    from plugins.newsroom.text_reading import read_text  # noqa: PLC0415 - most builds need none

    if workers < 2 or len(files) < WORTH_A_POOL:  # noqa: PLR2004 - one worker is no pool
        return [read_text(file) for file in files]
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - takes 10 ms

    with ProcessPoolExecutor(max_workers=workers) as pool:
        return list(pool.map(read_text, files, chunksize=CHUNK))
