"""Read: from the content folder to a Newsroom, and every problem met on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.newsroom import markdown_text
from plugins.newsroom.article_reading import read_article, read_standing_page
from plugins.newsroom.digests import Digests
from plugins.newsroom.fragment import Fragment
from plugins.newsroom.gathering import gather
from plugins.newsroom.model import Article, Newsroom, PictureFile, StandingPage
from plugins.newsroom.reading import Reading
from plugins.newsroom.reading_cache import ReadingCache
from plugins.newsroom.register_reader import RegisterReader, undecodable
from plugins.newsroom.rules.characters import characters_are_sound
from plugins.newsroom.source_file import SourceFile
from plugins.vietnamese.legacy import Undecodable, decode

WORTH_A_POOL = 200
CHUNK = 40
CODE = (Path(__file__).parent, Path(__file__).parents[1] / "vietnamese")


def read_newsroom(
    content: Path, *, now: datetime, cache: Path | None = None, workers: int = 1
) -> Reading[Newsroom]:
    """Read the whole content folder; the value holds everything that could be read."""
    digests = Digests(cache, content)
    gathering = gather(content, digests)
    digests.save()
    texts = [file for file in gathering.files if file.kind in _READERS]
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
    parts = [markdown_text.fingerprint()]
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
    if workers < 2 or len(files) < WORTH_A_POOL:  # noqa: PLR2004 - one worker is no pool
        return [_read_text(file) for file in files]
    with ProcessPoolExecutor(max_workers=workers) as pool:
        return list(pool.map(_read_text, files, chunksize=CHUNK))


def _read_text(file: SourceFile) -> Reading[Any]:
    text = decode(file.read())
    if isinstance(text, Undecodable):
        return Reading(value=None, problems=(undecodable(file, text),))
    text = text.replace("\r\n", "\n")
    reading: Reading[Any] = _READERS[file.kind](file, text, _render)
    problems = (*characters_are_sound(text, file.path), *reading.problems)
    return Reading(value=reading.value, problems=problems)


def _render(text: str, path: str, first_line: int) -> Reading[Fragment]:
    return markdown_text.render(text, path=path, first_line=first_line)


_READERS: dict[str, Callable[..., Reading[Any]]] = {
    "article": read_article,
    "standing_page": read_standing_page,
}
