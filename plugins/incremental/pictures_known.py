"""The pictures below `content/`, looked up one by one; each look is noted (ảnh đã biết)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.incremental.content_index import ContentIndex
from plugins.newsroom.model import PictureFile
from plugins.newsroom.notes import Notes


class Pictures(Mapping[str, PictureFile]):
    """Pictures by path."""

    def __init__(self, index: ContentIndex, content: Path, notes: Notes) -> None:
        """Look them up in an index."""
        self._index, self._content, self._notes = index, content, notes

    def __getitem__(self, path: str) -> PictureFile:
        """Give a picture; that there is none is a fact, too."""
        self._notes.facts.add(f"picture {path}")
        file = self._index.file(path)
        if file is None or file.kind != "picture":
            raise KeyError(path)
        return PictureFile(path=path, digest=file.digest, location=str(self._content / path))

    def __iter__(self) -> Iterator[str]:
        """Go through all of them; who does depends on all."""
        self._notes.facts.add("pictures")
        return (file.path for file in self._index.files("picture", self._content))

    def __len__(self) -> int:
        """Count them."""
        return sum(1 for _ in self)
