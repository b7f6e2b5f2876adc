"""Nothing has changed: said without importing what a build is made of (không có gì đổi).

Whatever is not seen here with certainty is left to the build itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.incremental.ahead import Ahead
from plugins.incremental.database import Database
from plugins.incremental.inspection import Lies, inspect
from plugins.incremental.lines import line_in
from plugins.incremental.schemas import (
    CONTENT,
    OUTPUT,
    OUTPUT_FORMAT,
    content_place,
    output_place,
)
from plugins.incremental.staging import is_undisturbed
from plugins.incremental.tables import Groups, Values
from plugins.newsroom.walking import Walked, walk_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much there is: pages, files, and articles by their state."""

    pages: int
    files: int
    published: int
    scheduled: int
    drafts: int


class FirstLook:
    """What is seen of content and output before anything else is imported (cái nhìn đầu tiên).

    `counts` are those of the last build if this one would find and do nothing, else None. Then
    `walked` is how the content lies, and `lies` how the output does, for the build that follows.
    """

    def __init__(
        self,
        folders: tuple[Path, Path, Path],
        now: datetime,
        *,
        reader: str,
        values: Mapping[str, str],
        workers: int,
    ) -> None:
        """Look: at the output in another process, if there may be one, at the content in this.

        `folders` are content, output and cache; `reader` is the reader's mark; `values` are what
        the last build must have noted of the program, the theme, the settings and the day.
        """
        content, self._output, cache = folders
        self.counts: Counts | None = None
        self.walked: Walked | None = None
        self._ahead: Ahead[Lies] | None = None
        places = content_place(cache, content), output_place(cache, self._output)
        if all(place.is_file() for place in places) and content.is_dir():
            read = Database(places[0], CONTENT, reader)
            written = Database(places[1], OUTPUT, OUTPUT_FORMAT)
            if not (read.is_new or written.is_new):
                self._look(read, written, content, (now, values, workers))
            read.close()
            written.close()

    def lies(self) -> Lies | None:
        """Give how the output lies, if another process has looked at it."""
        ahead, self._ahead = self._ahead, None
        return ahead.result() if ahead else None

    def _look(
        self,
        read: Database,
        written: Database,
        content: Path,
        asked: tuple[datetime, Mapping[str, str], int],
    ) -> None:
        now, values, workers = asked
        is_sound = is_undisturbed(self._output)
        if is_sound and workers > 1:
            self._ahead = Ahead(lambda: _inspected(written, self._output))
        rows = read.rows("SELECT path, number, size, mtime, ctime, inode FROM file")
        known = {row[0]: row[1:] for row in rows}
        self.walked = walk_whole(str(content), known)
        if (
            is_sound
            and self.walked.is_untouched(known)
            and _agree(read, written, values)
            and _is_silent(read, now)
        ):
            lies = self._ahead.result() if self._ahead else None
            self._ahead = None
            lies = lies or _inspected(written, self._output)
            if not (lies.altered or lies.moved or lies.touched):
                self.counts = _counts(read, written)


def _inspected(written: Database, output: Path) -> Lies:
    places = written.rows("SELECT number, save_as, size, time FROM line")
    folders = written.rows("SELECT path, time FROM folder")
    return inspect(output, places, folders, lambda name: line_in(written, name))


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


def _is_silent(read: Database, now: datetime) -> bool:
    """Say whether nothing is wrong with the content, and nothing has become due."""
    if read.row("SELECT 1 FROM problem") is not None:
        return False
    last, minute = int(Values(read).get("now") or 0), int(now.timestamp())
    first, last = sorted((last, minute))
    due = read.row("SELECT 1 FROM file WHERE due > ? AND due <= ?", first, last)
    return due is None


def _counts(read: Database, written: Database) -> Counts:
    groups = Groups(read, lambda numbers: list(map(str, numbers)))
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
