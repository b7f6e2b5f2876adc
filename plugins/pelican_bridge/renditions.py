"""Pictures and attachments as they are served, made when new and remembered for the next build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from plugins.incremental.changes import Changes
from plugins.incremental.desk import Desk
from plugins.incremental.output_index import OutputIndex
from plugins.newsroom.attachment import Attachment
from plugins.newsroom.picture import Rendition
from plugins.newsroom.problem import Problem
from plugins.newsroom.stages import DEVELOPING, Served

NEEDED: Final = {
    "picture": "nội dung có ảnh mà PLUGINS không có plugins.images.plugin",
    "attachment": "nội dung có tệp đính kèm mà PLUGINS không có plugins.attachments.plugin",
}


class Renditions:
    """What is served of pictures and attachments, by their paths."""

    def __init__(self, desk: Desk, index: OutputIndex, *, cache: Path, workers: int) -> None:
        """Know what the last build knew."""
        self._desk, self._index = desk, index
        self._cache, self._workers = cache, workers
        self._new: dict[str, Served] = {}
        self._digests: dict[str, str] = {}

    def develop(self, changes: Changes) -> Iterator[Problem]:
        """Develop what has changed, or all when nothing is known; a broken one is a problem."""
        for kind, every in self._desk.newsroom.beside.items():
            paths = list(every) if changes.everything else changes.files(kind)
            files = [file for path in sorted(paths) if (file := every.get(path))]
            if not files:
                continue
            if kind not in DEVELOPING:
                raise RuntimeError(NEEDED[kind])
            found = DEVELOPING[kind](files, cache=self._cache, workers=self._workers)
            self._digests |= {file.path: file.digest for file in files}
            self._new |= {p: made for p, made in found.items() if not isinstance(made, Problem)}
            yield from (made for made in found.values() if isinstance(made, Problem))

    def save(self) -> None:
        """Remember what was developed; it holds when the index is committed."""
        new = {path: (self._digests[path], made) for path, made in self._new.items()}
        self._index.save_renditions(new)

    def of(self, path: str) -> Served:
        """Give what is served of a file; the gate let only sound ones through."""
        if path in self._new:
            return self._new[path]
        known = self._index.rendition(path)
        if known is None or not isinstance(known[1], Rendition | Attachment):
            raise LookupError(f"{path} was not developed")
        return known[1]
