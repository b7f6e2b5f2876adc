"""Nothing has changed: said without importing what a build is made of (không có gì đổi).

Whatever is not seen here with certainty is left to the build itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.incremental.database import Database
from plugins.incremental.inspection import altered, touched
from plugins.incremental.schemas import (
    CONTENT,
    OUTPUT,
    OUTPUT_FORMAT,
    content_place,
    output_place,
)
from plugins.incremental.staging import is_undisturbed
from plugins.incremental.tables import Groups, Values
from plugins.newsroom.walking import is_untouched


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much there is: pages, files, and articles by their state."""

    pages: int
    files: int
    published: int
    scheduled: int
    drafts: int


def counts_if_nothing_changed(
    folders: tuple[Path, Path, Path], now: datetime, *, reader: str, values: Mapping[str, str]
) -> Counts | None:
    """Give the counts of the last build if this one would find and do nothing, else None.

    `folders` are content, output and cache; `reader` is the reader's mark; `values` are what the
    last build must have noted of the program, the theme, the settings and the day.
    """
    content, output, cache = folders
    places = content_place(cache, content), output_place(cache, output)
    if not all(place.is_file() for place in places):
        return None
    read = Database(places[0], CONTENT, reader)
    try:
        if read.is_new or not _is_read(read, content, now):
            return None
        written = Database(places[1], OUTPUT, OUTPUT_FORMAT)
        try:
            if written.is_new or not _agree(read, written, values):
                return None
            return _counts(read, written) if _is_written(written, output) else None
        finally:
            written.close()
    finally:
        read.close()


def _agree(read: Database, written: Database, values: Mapping[str, str]) -> bool:
    """Say whether the output was made from what was read last, by this program, without a word."""
    before, source = Values(written), Values(read)
    return (
        all(before.get(name) == value for name, value in values.items())
        and before.get("identity") == source.get("identity")
        and before.get("count") == source.get("count")
        and before.get("said") == ""
        and source.get("unread") == "[]"
        and source.get("today") == values["today"]
    )


def _is_read(read: Database, content: Path, now: datetime) -> bool:
    if read.row("SELECT 1 FROM problem") is not None:
        return False
    last, minute = int(Values(read).get("now") or 0), int(now.timestamp())
    first, last = sorted((last, minute))
    if read.row("SELECT 1 FROM file WHERE due > ? AND due <= ?", first, last) is not None:
        return False
    rows = read.rows("SELECT path, number, size, mtime, ctime, inode FROM file")
    known = {row[0]: row[1:] for row in rows}
    return content.is_dir() and is_untouched(str(content), known)


def _is_written(written: Database, output: Path) -> bool:
    places = written.rows("SELECT number, save_as, size, time FROM line")
    folders = written.rows("SELECT path, time FROM folder")
    if not is_undisturbed(output):
        return False
    return not altered(output, places) and not touched(output, folders)


def _counts(read: Database, written: Database) -> Counts:
    groups = Groups(read, str)
    return Counts(
        pages=_count(written, "SELECT count(*) FROM card"),
        files=_count(written, "SELECT count(*) FROM line"),
        published=groups.size("published"),
        scheduled=groups.size("scheduled"),
        drafts=groups.size("draft"),
    )


def _count(database: Database, query: str) -> int:
    row = database.row(query)
    return int(row[0]) if row else 0
