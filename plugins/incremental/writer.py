"""The writer of a build: it makes only what is not there already, made from the same things."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from plugins.incremental import ledger
from plugins.incremental.ledger import Line
from plugins.incremental.staging import Staging


class Writer:
    """Puts the files of one build in place; `made` and `written` count what had to be done.

    A file is kept when the last build made it from the same things (equal marks) and it lies in
    the output as that build left it; it is made but not written when its bytes come out equal.
    """

    def __init__(self, output: Path, cache: Path) -> None:
        """Open a fresh folder beside the output, and see what of the output is intact."""
        self._output, self._cache = output, cache
        self._staging = Staging(output)
        self._present = ledger.present(output)
        lines = ledger.load(cache, output).items()
        self._intact = {n: line for n, line in lines if self._present.get(n) == line[2:]}
        self._lines: dict[str, Line] = {}
        self.made: list[str] = []
        self.written: list[str] = []
        self.removed: list[str] = []

    def put(self, save_as: str, mark: str, make: Callable[[], bytes]) -> None:
        """See to it that a file of the output is as `make` would make it."""
        if save_as in self._lines:
            raise ValueError(f"two files want one place in the output: {save_as!r}")
        line = self._intact.get(save_as)
        if line is None or line.mark != mark:
            line = self._made(save_as, mark, make(), line)
        self._lines[save_as] = line

    def finish(self) -> None:
        """Change what is served to what this build has made, and remember it."""
        digests = {name: line.digest for name, line in self._lines.items()}
        self.removed = [name for name in self._present if name not in self._lines]
        if len(self.written) == len(self._lines):
            self._staging.take_the_place(digests)
        else:
            self._staging.move_in(digests, stale=self.removed)
        ledger.save(self._cache, self._output, self._lines)

    def abandon(self) -> None:
        """Leave the output as it was."""
        self._staging.abandon()

    @property
    def files(self) -> int:
        """Give the number of files of the whole output."""
        return len(self._lines)

    def _made(self, save_as: str, mark: str, data: bytes, line: Line | None) -> Line:
        self.made.append(save_as)
        digest = hashlib.sha256(data).hexdigest()
        if line and line.digest == digest:
            return line._replace(mark=mark)
        self.written.append(save_as)
        stat = self._staging.write(save_as, data)
        return Line(mark=mark, digest=digest, size=stat.st_size, time=stat.st_mtime_ns)
