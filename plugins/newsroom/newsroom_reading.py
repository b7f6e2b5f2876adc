"""Read: from the content folder to a Newsroom, and every problem met on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

from plugins.newsroom import markdown_text
from plugins.newsroom.article_reading import read_article, read_standing_page
from plugins.newsroom.fragment import Fragment
from plugins.newsroom.gathering import gather
from plugins.newsroom.model import Article, Newsroom, PictureFile, StandingPage
from plugins.newsroom.problem import Problem
from plugins.newsroom.reading import Reading
from plugins.newsroom.reading_cache import ReadingCache
from plugins.newsroom.registers import Spot
from plugins.newsroom.registers_reading import (
    read_abbreviations,
    read_agencies,
    read_hosts,
    read_localities,
    read_topics,
)
from plugins.newsroom.rules.characters import characters_are_sound
from plugins.newsroom.sections_reading import read_sections
from plugins.newsroom.source_file import SourceFile
from plugins.vietnamese.legacy import Undecodable, decode

WORTH_A_POOL = 200
CHUNK = 40
CODE = (Path(__file__).parent, Path(__file__).parents[1] / "vietnamese")
DECODING_RULE = "text_is_utf_8"


class _Registered(Protocol):
    """A record of a register: it has an id and a place."""

    @property
    def id(self) -> str: ...

    @property
    def spot(self) -> Spot: ...


R = TypeVar("R", bound=_Registered)


def read_newsroom(
    content: Path, *, now: datetime, cache: Path | None = None, workers: int = 1
) -> Reading[Newsroom]:
    """Read the whole content folder; the value holds everything that could be read."""
    gathering = gather(content)
    problems = list(gathering.problems)
    texts = [file for file in gathering.files if file.kind in _READERS]
    readings = _read_texts(texts, ReadingCache(cache, fingerprint()), workers)
    problems += [problem for reading in readings for problem in reading.problems]
    values = [reading.value for reading in readings]
    registers = {f.path: f for f in gathering.files if f.kind == "register"}
    newsroom = Newsroom(
        **_read_registers(registers, problems),
        articles=tuple(v for v in values if isinstance(v, Article)),
        standing_pages=tuple(v for v in values if isinstance(v, StandingPage)),
        pictures={
            f.path: PictureFile(path=f.path, digest=f.digest, location=str(f.location))
            for f in gathering.files
            if f.kind == "picture"
        },
        now=now,
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
    text = decode(file.data)
    if isinstance(text, Undecodable):
        return Reading(value=None, problems=(_undecodable(file, text),))
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


def _read_registers(files: dict[str, SourceFile], problems: list[Problem]) -> dict[str, Any]:
    def records(name: str, read: Callable[[str, str], Iterator[Any]]) -> list[Any]:
        found = list(read(_text_of(files, name, problems), name))
        problems.extend(item for item in found if isinstance(item, Problem))
        return [item for item in found if not isinstance(item, Problem)]

    sections = read_sections(_text_of(files, "chuyen-trang.toml", problems), "chuyen-trang.toml")
    problems.extend(sections.problems)
    return {
        "sections": sections.value or (),
        "agencies": _by_id(records("co-quan.csv", read_agencies), problems),
        "localities": _by_id(records("dia-ban.csv", read_localities), problems),
        "abbreviations": tuple(records("tu-viet-tat.csv", read_abbreviations)),
        "tags": _by_id(records("the.csv", read_topics), problems),
        "series": _by_id(records("dong-su-kien.csv", read_topics), problems),
        "hosts": {host.host: host for host in records("lien-ket.csv", read_hosts)},
    }


def _text_of(files: dict[str, SourceFile], name: str, problems: list[Problem]) -> str:
    file = files.get(name)
    if file is None:
        problems.append(_missing(name))
        return ""
    text = decode(file.data)
    if isinstance(text, Undecodable):
        problems.append(_undecodable(file, text))
        return ""
    problems.extend(characters_are_sound(text, name))
    return text.replace("\r\n", "\n")


def _by_id(records: list[R], problems: list[Problem]) -> dict[str, R]:
    found: dict[str, R] = {}
    for record in records:
        first = found.setdefault(record.id, record)
        if first is not record:
            problems.append(
                Problem(
                    path=f"content/{record.spot.path}",
                    line=record.spot.line,
                    fact=f"mã «{record.id}» đã có ở dòng {first.spot.line}",
                    why="hai dòng một mã thì không biết bài nói về dòng nào",
                    remedy="đổi mã của một trong hai dòng",
                    rule="every_id_is_given_once",
                )
            )
    return found


def _undecodable(file: SourceFile, text: Undecodable) -> Problem:
    return Problem(
        path=f"content/{file.path}",
        line=text.line,
        fact=text.fact,
        why="trang chỉ nhận chữ Unicode (UTF-8)",
        remedy=text.remedy,
        rule=DECODING_RULE,
    )


def _missing(name: str) -> Problem:
    return Problem(
        path=f"content/{name}",
        line=None,
        fact="không có tệp này",
        why="mỗi trang cần đủ các sổ, dù chỉ có dòng tiêu đề",
        remedy="tạo lại tệp, hoặc lấy lại bằng git restore",
        rule="every_register_is_there",
    )
