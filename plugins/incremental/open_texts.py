"""Texts as they were read, opened one by one from the store, or read again if it was damaged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plugins.incremental.content_index import ContentIndex
from plugins.incremental.text_store import TextStore
from plugins.newsroom.model import Article, StandingPage
from plugins.newsroom.reading import Reading
from plugins.newsroom.source_file import SourceFile

MOST_OPEN = 100


class OpenTexts:
    """The readings of the texts of one content folder; the last ones stay open."""

    def __init__(self, content: Path, index: ContentIndex, store: TextStore) -> None:
        """Open texts from a store; the index says what each file is."""
        self._content, self._index, self._store = content, index, store
        self._opened: dict[tuple[str, str], Reading[Any]] = {}

    def text(self, path: str, digest: str) -> Article | StandingPage:
        """Open a text that is filed."""
        value = self.reading(path, digest).value
        assert isinstance(value, Article | StandingPage)  # noqa: S101 - unread texts are not filed
        return value

    def reading(self, path: str, digest: str) -> Reading[Any]:
        """Give what reading a file gave."""
        known = self._opened.get((path, digest)) or self._store.recall(path, digest)
        if known is None:  # damaged in the store
            known = self._read(path, digest)
        if len(self._opened) > MOST_OPEN:
            self._opened.clear()
        self._opened[path, digest] = known
        return known

    def _read(self, path: str, digest: str) -> Reading[Any]:
        from plugins.newsroom.text_reading import read_text  # noqa: PLC0415 - most builds read none

        file = self._index.file(path)
        assert file  # noqa: S101 - what is filed is known
        location = self._content / path
        return read_text(
            SourceFile(path=path, kind=file.kind, digest=digest, data=b"", location=location)
        )
