"""The files that a manifest lists, kept as they are written (danh mục tệp)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from http import HTTPStatus
from json.encoder import encode_basestring
from typing import Final, NamedTuple

from plugins.publishing.receiver.lines import entries
from plugins.publishing.receiver.words import Listed

PLAIN: Final = re.compile(r"[\w./+;= -]*", re.ASCII)
AFTER_PATH: Final = '": {'
"""What follows a path in its line; within the path a quotation mark would be escaped."""


class Entry(NamedTuple):
    """A file of a release: SHA-256 in hex, size in bytes, media type.

    `status` is what a server answers at its address, which has moved to `to`, is gone, or is there.
    """

    sha256: str
    size: int
    type: str
    status: int = HTTPStatus.OK.value
    to: str = ""

    def line(self, path: str) -> str:
        """Write its line in a manifest; a page that is simply there says no more than it must."""
        plain = f'"sha256": "{self.sha256}", "size": {self.size}, "type": "{self.type}"'
        status = f', "status": {self.status:d}' if self.status != HTTPStatus.OK else ""
        to = f', "to": {json.dumps(self.to)}' if self.to else ""
        return f"{encode_basestring(path)}: {{{plain}{status}{to}}}"


def entry_of(said: Listed) -> Entry:
    """Read an entry that was parsed from JSON."""
    sha256, media_type = str(said["sha256"]), str(said["type"])
    if not PLAIN.fullmatch(sha256 + media_type):
        raise ValueError("a digest or a media type with signs that neither has")
    return Entry(
        sha256=sha256,
        size=int(said["size"]),
        type=media_type,
        status=int(said.get("status", HTTPStatus.OK)),
        to=str(said.get("to", "")),
    )


def path_in(line: str) -> str:
    """Give the path that a line is about; `ValueError` for what is no line."""
    path = line[1 : line.index(AFTER_PATH)]
    return str(json.loads(f'"{path}"')) if "\\" in path else path


class Listing(Mapping[str, Entry]):
    """Entries by their paths, each a line of text until somebody asks for it."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take lines as `Entry.line` writes them."""
        self.lines = frozenset(lines)

    @classmethod
    def of(cls, files: Mapping[str, Entry]) -> Listing:
        """List some entries."""
        return cls(entry.line(path) for path, entry in files.items())

    @cached_property
    def _by_path(self) -> dict[str, str]:
        return {path_in(line): line for line in self.lines}

    def __getitem__(self, path: str) -> Entry:
        return entry_of(entries((self._by_path[path],))[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_path)

    def __len__(self) -> int:
        return len(self.lines)

    def __contains__(self, path: object) -> bool:
        return path in self._by_path

    def count(self, ending: str) -> int:
        """Count the files whose names end so."""
        return sum(f"{ending}{AFTER_PATH}" in line for line in self.lines)

    def beside(self, other: Listing) -> Listing:
        """Give what another listing does not have, or has otherwise."""
        return Listing(self.lines - other.lines)
