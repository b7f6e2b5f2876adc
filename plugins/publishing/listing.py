"""The files that a manifest lists, kept as they are written (danh mục tệp).

A site of ten thousand articles has a hundred thousand files, of which an edit changes seven: two
listings are compared by their texts, and an entry is read when somebody asks for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from json.encoder import encode_basestring
from typing import Final, NamedTuple

from plugins.publishing.receiver.words import Listed

BEGIN: Final = ',\n"files": {\n'
END: Final = "\n}}\n"
PLAIN: Final = re.compile(r"[\w./+;= -]*", re.ASCII)
LINE: Final = re.compile(r'"((?:[^"\\]|\\.)*)": (\{.*\}),?')


class Entry(NamedTuple):
    """A file of a release: SHA-256 in hex, size in bytes, media type.

    `status` is what a server answers at its address, which has moved to `to`, is gone, or is there.
    """

    sha256: str
    size: int
    type: str
    status: int = HTTPStatus.OK.value
    to: str = ""

    def as_json(self) -> str:
        """Write its fields; a page that is simply there says no more than it must."""
        plain = f'"sha256": "{self.sha256}", "size": {self.size}, "type": "{self.type}"'
        status = f', "status": {self.status:d}' if self.status != HTTPStatus.OK else ""
        to = f', "to": {json.dumps(self.to)}' if self.to else ""
        return f"{{{plain}{status}{to}}}"


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


class Listing(Mapping[str, Entry]):
    """Entries by their paths, each a JSON text of its own."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Take texts as `Entry.as_json` writes them."""
        self.texts = texts

    def __getitem__(self, path: str) -> Entry:
        return entry_of(json.loads(self.texts[path]))

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)

    def __contains__(self, path: object) -> bool:
        return path in self.texts

    def changed_from(self, old: Listing) -> list[str]:
        """Name the files that both have, with other bytes."""
        both = self.texts.keys() & old.texts.keys()
        other = [path for path in both if self.texts[path] != old.texts[path]]
        return sorted(path for path in other if self[path].sha256 != old[path].sha256)

    def written_after(self, head: Mapping[str, object]) -> str:
        """Write a manifest: its head, then one file a line, so that two of them differ in few."""
        lines = (f"{encode_basestring(path)}: {text}" for path, text in sorted(self.texts.items()))
        said = json.dumps(head, ensure_ascii=False, indent=0).removesuffix("\n}")
        return said + BEGIN + ",\n".join(lines) + END


def read_written(text: str) -> tuple[Mapping[str, object], Listing]:
    """Read back what `written_after` wrote; raises `ValueError` for anything else."""
    head, begin, rest = text.partition(BEGIN)
    body, end, more = rest.rpartition(END)
    if not begin or not end or more:
        raise ValueError("not a manifest that was written here")
    found = [LINE.fullmatch(line) for line in body.split("\n") if line]
    texts = {_path(line[1]): line[2] for line in found if line}
    if len(texts) != len(found):
        raise ValueError("a line is not an entry")
    return json.loads(head + "}"), Listing(texts)


def _path(written: str) -> str:
    return str(json.loads(f'"{written}"')) if "\\" in written else written
