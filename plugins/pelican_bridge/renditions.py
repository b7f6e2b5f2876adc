"""Pictures as they are served, made when they are new and remembered for the next build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.incremental.changes import Changes
from plugins.incremental.desk import Desk
from plugins.incremental.output_index import OutputIndex
from plugins.newsroom.picture import Rendition
from plugins.newsroom.problem import Problem
from plugins.newsroom.stages import DEVELOPING


class Renditions:
    """Renditions by the paths of their pictures."""

    def __init__(self, desk: Desk, index: OutputIndex, *, cache: Path, workers: int) -> None:
        """Know what the last build knew."""
        self._desk, self._index = desk, index
        self._cache, self._workers = cache, workers
        self._new: dict[str, Rendition] = {}
        self._digests: dict[str, str] = {}

    def develop(self, changes: Changes) -> Iterator[Problem]:
        """Develop what has changed, or all when nothing is known; a broken one is a problem."""
        every = self._desk.newsroom.pictures
        paths = list(every) if changes.everything else changes.pictures
        pictures = [p for path in sorted(paths) if (p := every.get(path))]
        if not pictures:
            return
        if not DEVELOPING:
            raise RuntimeError("nội dung có ảnh mà PLUGINS không có plugins.images.plugin")
        develop = DEVELOPING["developing"]
        found = develop(pictures, cache=self._cache, workers=self._workers)
        digests = {picture.path: picture.digest for picture in pictures}
        self._new |= {p: made for p, made in found.items() if isinstance(made, Rendition)}
        self._digests |= digests
        yield from (made for made in found.values() if isinstance(made, Problem))

    def save(self) -> None:
        """Remember what was developed; it holds when the index is committed."""
        new = {path: (self._digests[path], made) for path, made in self._new.items()}
        self._index.save_renditions(new)

    def of(self, path: str) -> Rendition:
        """Give a picture's rendition; the gate let only sound pictures through."""
        if path in self._new:
            return self._new[path]
        known = self._index.rendition(path)
        if known is None or not isinstance(known[1], Rendition):
            raise LookupError(f"{path} was not developed")
        return known[1]
