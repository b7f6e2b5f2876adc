"""Reading all the registers, and what is wrong between the lines of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol, TypeVar

from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import MENTIONS, Mention, Section, Spot
from plugins.newsroom.registers_reading import (
    read_abbreviations,
    read_agencies,
    read_hosts,
    read_localities,
    read_mentions,
    read_topics,
)
from plugins.newsroom.rules.adverts import nothing_is_advertised
from plugins.newsroom.rules.characters import characters_are_sound
from plugins.newsroom.rules.secrets import no_text_holds_a_secret
from plugins.newsroom.sections_reading import read_sections
from plugins.newsroom.source_file import SourceFile
from plugins.vietnamese.legacy import Undecodable, decode


class _Line(Protocol):
    """A record of a register: it has a place."""

    @property
    def spot(self) -> Spot:
        """Give the record's place."""
        ...


Record = TypeVar("Record", bound=_Line)


class RegisterReader:
    """Reads every register; `problems` and `unread` tell what could not be read."""

    def __init__(self, files: dict[str, SourceFile]) -> None:
        """Take the register files that were found, by their names."""
        self._files = files
        self.problems: list[Problem] = []
        self.unread: set[str] = set()

    def read_all(self) -> dict[str, Any]:
        """Give the newsroom's registers by the names of its attributes."""
        return {
            "sections": self._sections(),
            "agencies": self._by("id", "co-quan.csv", read_agencies),
            "localities": self._by("id", "dia-ban.csv", read_localities),
            "abbreviations": tuple(self._records("tu-viet-tat.csv", read_abbreviations)),
            "tags": self._by("id", "the.csv", read_topics),
            "series": self._by("id", "dong-su-kien.csv", read_topics),
            "hosts": self._by("host", "lien-ket.csv", read_hosts),
            "mentions": self._mentions(),
        }

    def _mentions(self) -> tuple[Mention, ...]:
        """Give no line when there is no such file: nothing is let stand."""
        return tuple(self._records(MENTIONS, read_mentions)) if MENTIONS in self._files else ()

    def _sections(self) -> tuple[Section, ...]:
        name = "chuyen-trang.toml"
        text = self._text(name)
        if text is None:
            return ()
        reading = read_sections(text, name)
        self.problems.extend(reading.problems)
        if reading.value is None:
            self.unread.add(name)
        return reading.value or ()

    def _records(
        self, name: str, read: Callable[[str, str], Iterator[Record | Problem]]
    ) -> list[Record]:
        text = self._text(name)
        found = [] if text is None else list(read(text, name))
        problems = [item for item in found if isinstance(item, Problem)]
        self.problems.extend(problems)
        if problems and len(problems) == len(found):
            self.unread.add(name)
        return [item for item in found if not isinstance(item, Problem)]

    def _by(
        self, key: str, name: str, read: Callable[[str, str], Iterator[Record | Problem]]
    ) -> dict[str, Record]:
        found: dict[str, Record] = {}
        for record in self._records(name, read):
            value: str = getattr(record, key)
            first = found.setdefault(value, record)
            if first is not record:
                self.problems.append(given_twice(value, first.spot, record.spot))
        return found

    def _text(self, name: str) -> str | None:
        file = self._files.get(name)
        text, problems = text_of(file) if file else (None, (_missing(name),))
        self.problems.extend(problems)
        if text is None:
            self.unread.add(name)
        return text


def text_of(file: SourceFile) -> tuple[str | None, tuple[Problem, ...]]:
    """Give a table's text, with lines that end alike, and what is wrong with its characters."""
    text = decode(file.read())
    if isinstance(text, Undecodable):
        return None, (undecodable(file, text),)
    rules = (characters_are_sound, nothing_is_advertised, no_text_holds_a_secret)
    found = tuple(problem for rule in rules for problem in rule(text, file.path))
    return text.replace("\r\n", "\n"), found


def given_twice(key: str, first: Spot, again: Spot) -> Problem:
    """Say that two lines of a register have one key."""
    return Problem(
        path=f"content/{again.path}",
        line=again.line,
        fact=f"mã «{key}» đã có ở dòng {first.line}",
        why="hai dòng một mã thì không biết bài nói về dòng nào",
        remedy="đổi mã của một trong hai dòng",
        rule="every_id_is_given_once",
    )


def undecodable(file: SourceFile, text: Undecodable) -> Problem:
    """Say that a file is not text in UTF-8."""
    return Problem(
        path=f"content/{file.path}",
        line=text.line,
        fact=text.fact,
        why="trang chỉ nhận chữ Unicode (UTF-8)",
        remedy=text.remedy,
        rule="text_is_utf_8",
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
