"""What was done to the releases, by whom and when: lines that are only ever added (nhật ký)."""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path
from typing import Final

from plugins.publishing.receiver.words import Noted

MOVES: Final = ("activate", "rollback")


class Journal:
    """A file of one JSON object a line, oldest first."""

    def __init__(self, file: Path) -> None:
        """Open a journal; its file is made by the first line."""
        self._file = file

    def entries(self) -> list[Noted]:
        """Give all lines; one that a crash cut short counts for nothing."""
        found: list[Noted] = []
        lines = self._file.read_text("utf-8").splitlines() if self._file.is_file() else ()
        for line in lines:
            with contextlib.suppress(ValueError):
                found.append(json.loads(line))
        return found

    def last_move(self) -> Noted:
        """Give what was done last to change the live release; nothing when nothing was."""
        moves = [entry for entry in self.entries() if entry["did"] in MOVES]
        return moves[-1] if moves else Noted()

    def former(self, live: str) -> list[str]:
        """Name the releases that were worked on before the live one, the latest last."""
        return [entry["release"] for entry in self.entries() if entry["release"] != live]

    def note(self, entry: Noted) -> None:
        """Add a line, and have it on the disk before going on; one that was cut short is ended."""
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        line = json.dumps({"at": at, **entry}, ensure_ascii=False) + "\n"
        with self._file.open("ab+") as log:
            log.seek(max(0, log.tell() - 1))
            cut = log.read(1) not in (b"", b"\n")
            log.write(b"\n" * cut + line.encode())
            log.flush()
            os.fsync(log.fileno())
