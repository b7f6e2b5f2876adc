"""What reading one file gives, as it goes from a crew's process back to the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plugins.incremental.records import written
from plugins.newsroom.filing import FiledText, file_text
from plugins.newsroom.problem import Problem
from plugins.newsroom.reading import Reading
from plugins.newsroom.register_reader import RegisterReader
from plugins.newsroom.registers import Registers
from plugins.newsroom.source_file import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A text that was read: its reading written down, and how it is filed if it could be read."""

    path: str
    digest: str
    kept: bytes
    filed: FiledText | None


def read_whole(file: SourceFile, now: datetime, *, shows_drafts: bool = False) -> Read:
    """Read a text and file it."""
    from plugins.newsroom.text_reading import read_text  # noqa: PLC0415 - most builds read none

    reading = read_text(file)
    filed = filed_from(reading, now, shows_drafts=shows_drafts)
    return Read(path=file.path, digest=file.digest, kept=written(reading), filed=filed)


def filed_from(
    reading: Reading[Any], now: datetime, *, shows_drafts: bool = False
) -> FiledText | None:
    """File what was read; a text that could not be read is not filed."""
    return reading.value and file_text(reading.value, now, shows_drafts=shows_drafts)


def read_registers(
    files: Mapping[str, SourceFile],
) -> tuple[Registers, Sequence[Problem], frozenset[str]]:
    """Read every register: what could be read, what is wrong, and which could not be read."""
    reader = RegisterReader(dict(files))
    registers = Registers(**reader.read_all())
    return registers, tuple(reader.problems), frozenset(reader.unread)
