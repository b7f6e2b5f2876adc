"""Pictures and attachments below `content/`, looked up one by one; each look is noted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.incremental.content_index import ContentIndex
from plugins.newsroom.model import FileBeside
from plugins.newsroom.notes import Notes
from plugins.newsroom.source_file import BESIDE, SourceFile


class KnownFiles(Mapping[str, FileBeside]):
    """Files of one kind by path."""

    def __init__(
        self, index: ContentIndex, content: Path, cache: Path, notes: Notes, kind: str
    ) -> None:
        """Look them up in an index."""
        self._index, self._content, self._cache = index, content, cache
        self._notes, self._kind = notes, kind

    def __getitem__(self, path: str) -> FileBeside:
        """Give a file; that there is none is a fact, too."""
        self._notes.facts.add(f"{self._kind} {path}")
        file = self._index.file(path)
        if file is None or file.kind != self._kind:
            raise KeyError(path)
        location, cache = str(self._content / path), str(self._cache)
        return FileBeside(path=path, digest=file.digest, location=location, cache=cache)

    def __iter__(self) -> Iterator[str]:
        """Go through all of them; who does depends on all."""
        self._notes.facts.add(f"{self._kind}s")
        return (file.path for file in self._index.files(self._kind, self._content))

    def __len__(self) -> int:
        """Count them."""
        return sum(1 for _ in self)


def facts_of(*files: SourceFile) -> set[str]:
    """Name what changes for others when some files do."""
    beside = [file for file in files if file.kind in BESIDE]
    return {f"{f.kind} {f.path}" for f in beside} | {f"{f.kind}s" for f in beside}
