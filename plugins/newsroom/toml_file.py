"""Reading an editors' TOML file: tables asked for their keys, with a line for each problem."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final, TypeVar

from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Spot
from plugins.vietnamese.nearest import nearest
from plugins.vietnamese.normalise import nfc

T = TypeVar("T")

_WHERE: Final = re.compile(r"at line (\d+)")
_HEADER: Final = re.compile(r"\s*\[\[\s*([A-Za-z0-9_.-]+)\s*\]\]")


class TomlFile:
    """One file; what is wrong with it collects in `problems`. `top` is None if it is no TOML."""

    def __init__(self, text: str, path: str, rule: str) -> None:
        """Read the text of a file at a path below the content folder."""
        self.path, self.rule = path, rule
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        found: dict[str, list[int]] = {}
        for number, line in enumerate(self.lines, start=1):
            if header := _HEADER.match(line):
                found.setdefault(header[1], []).append(number)
        self._headers = {name: iter(lines) for name, lines in found.items()}
        self.top = self._load(text)

    def report(self, line: int, fact: str, why: str, remedy: str) -> None:
        """Note a problem at a line."""
        spot = f"content/{self.path}"
        self.problems.append(
            Problem(path=spot, line=line, fact=fact, why=why, remedy=remedy, rule=self.rule)
        )

    def line_of_next(self, name: str) -> int:
        """Give the line of the next header `[[name]]`: tables are read in the file's order."""
        return next(self._headers.get(name, iter(())), 1)

    def _load(self, text: str) -> TomlTable | None:
        try:
            whole = tomllib.loads(text, parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            spot = _WHERE.search(str(error))
            line = int(spot[1]) if spot else len(self.lines)
            why = 'mỗi dòng phải có dạng mục = "giá trị", tên bảng nằm trong [[ và ]]'
            fact = f"không đọc được dòng «{self.lines[line - 1].strip()}»"
            self.report(line, fact, why, "kiểm tra dấu nháy, dấu = và dấu ngoặc ở dòng này")
            return None
        return TomlTable(self, whole, 1, "")


class TomlTable:
    """One table of a file; a key of the wrong kind is reported and counts as missing."""

    def __init__(self, file: TomlFile, values: Mapping[str, object], line: int, name: str) -> None:
        """Wrap the values of the table that begins at a line."""
        self._file, self._values, self.line, self._name = file, values, line, name

    @property
    def spot(self) -> Spot:
        """Give the place of the table."""
        return Spot(path=self._file.path, line=self.line)

    def line_of(self, key: str) -> int:
        """Give the line of a key, or of the table when it does not have it."""
        written = re.compile(rf"\s*{re.escape(key)}\s*=")
        for number, line in enumerate(self._file.lines[self.line - 1 :], start=self.line):
            if written.match(line):
                return number
            if number > self.line and line.lstrip().startswith("["):
                break
        return self.line

    def report(self, key: str, fact: str, why: str, remedy: str) -> None:
        """Note a problem at a key."""
        self._file.report(self.line_of(key), fact, why, remedy)

    def refuse_others(self, known: Sequence[str]) -> None:
        """Report every key that is not known, with the nearest one that is."""
        for key in self._values:
            if key not in known:
                near = nearest(key, known)
                remedy = f"có phải là «{near}»?" if near else f"chỉ dùng: {', '.join(known)}"
                why = "mục lạ bị bỏ qua sẽ làm mất điều người viết muốn nói"
                self.report(key, f"không có mục «{key}»", why, remedy)

    def text(self, key: str, *, required: bool = False) -> str:
        """Give a text in NFC, or an empty one."""
        value = self._value(key, str, '"chữ trong dấu nháy"')
        text = nfc(value.strip()) if value else ""
        if required and not text:
            self.report(key, f"thiếu «{key}»", "mục này phải có", f'thêm dòng {key} = "…"')
        return text

    def choice(self, key: str, known: Sequence[str]) -> str:
        """Give one of the known words: the first when the key is missing."""
        text = self.text(key) or known[0]
        if text in known:
            return text
        near = nearest(text, known)
        remedy = f"có phải là «{near}»?" if near else f"ghi một trong: {', '.join(known)}"
        self.report(key, f"«{key}» không nhận «{text}»", "không biết phải làm thế nào", remedy)
        return known[0]

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts."""
        value = self._value(key, list, '["chữ", "chữ"]') or []
        if all(isinstance(item, str) for item in value):
            return tuple(nfc(item.strip()) for item in value)
        self.report(key, f"«{key}» không phải là danh sách chữ", "", f'viết {key} = ["chữ", "chữ"]')
        return ()

    def number(self, key: str) -> Decimal | None:
        """Give a number, or None."""
        written = self._values.get(key)
        if isinstance(written, int) and not isinstance(written, bool):
            return Decimal(written)
        return self._value(key, Decimal, "một số, dấu thập phân là dấu chấm: 0.01")

    def flag(self, key: str, *, default: bool) -> bool:
        """Give a yes or no."""
        value = self._value(key, bool, "true hoặc false")
        return default if value is None else value

    def day(self, key: str) -> date | None:
        """Give a day."""
        value = self._value(key, date, "một ngày không có nháy: 2026-11-24")
        return value.date() if isinstance(value, datetime) else value

    def tables(self, key: str, read: Callable[[TomlTable], T]) -> tuple[T, ...]:
        """Read each table `[[key]]` of this one, in order."""
        return tuple(map(read, self._tables(key)))

    def _tables(self, key: str) -> Iterator[TomlTable]:
        name = f"{self._name}.{key}" if self._name else key
        for values in self._value(key, list, f"các bảng [[{name}]]") or []:
            if isinstance(values, dict):
                yield TomlTable(self._file, values, self._file.line_of_next(name), name)
            else:
                self.report(key, f"«{key}» không phải là bảng", "", f"viết từng bảng [[{name}]]")

    def _value(self, key: str, kind: type[T], form: str) -> T | None:
        value = self._values.get(key)
        if value is None or isinstance(value, kind):
            return value
        self.report(key, f"«{key}» viết chưa đúng dạng", "không đọc được", f"viết {key} = {form}")
        return None
