"""Nothing has changed: said without importing what a build is made of (không có gì đổi).

Whatever is not seen here with certainty is left to the build itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.incremental.ahead import Ahead
from plugins.incremental.database import Database, Seen, vouch, vouched
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

Inspected = tuple[Lies | None, Seen]
"""How an output lies, and how its memory lay when it was found whole."""
NOT_SEEN: Inspected = (None, ())


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
        self._ahead: Ahead[Inspected] | None = None
        self._lies: Lies | None = None
        self._place = output_place(cache, self._output)
        place = content_place(cache, content)
        if place.is_file() and self._place.is_file() and content.is_dir():
            is_sound = is_undisturbed(self._output)
            if is_sound and workers > 1:
                self._ahead = Ahead(lambda: _inspected(self._place, self._output))
            read = Database(place, CONTENT, reader)
            if not read.is_new and self._is_untouched(read, content) and is_sound:
                self._look(read, now, values)
            read.close()

    def lies(self) -> Lies | None:
        """Give how the output lies, if that was looked at; its memory is then known to be whole."""
        ahead, self._ahead = self._ahead, None
        if ahead:
            self._lies, seen = ahead.result() or NOT_SEEN
            vouch(self._place, seen)
        return self._lies

    def _is_untouched(self, read: Database, content: Path) -> bool:
        rows = read.rows("SELECT path, number, size, mtime, ctime, inode FROM file")
        known = {row[0]: row[1:] for row in rows}
        self.walked = walk_whole(str(content), known)
        return self.walked.is_untouched(known)

    def _look(self, read: Database, now: datetime, values: Mapping[str, str]) -> None:
        if not _is_silent(read, now):
            return
        self._lies = self.lies() or _inspected(self._place, self._output)[0]
        written = Database(self._place, OUTPUT, OUTPUT_FORMAT)
        if self._lies and self._lies.is_nothing and _agree(read, written, values):
            self.counts = _counts(read, written)
        written.close()


def _inspected(place: Path, output: Path) -> Inspected:
    """Look at an output by what its memory says; no more is known when that is not whole."""
    written = Database(place, OUTPUT, OUTPUT_FORMAT)
    if written.is_new:
        return NOT_SEEN
    places = written.rows("SELECT number, save_as, size, time FROM line")
    folders = written.rows("SELECT path, time FROM folder")
    lies = inspect(output, places, folders, lambda name: line_in(written, name))
    written.close()
    return lies, vouched(place)


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
