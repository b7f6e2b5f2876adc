"""How many bytes of files rsync sends, as it says itself."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

LITERAL = re.compile(r"^Literal data: ([\d,]+) bytes$", re.MULTILINE)


class Sent:
    """Counts while a test runs: the first rsync on the PATH tells its statistics (lượng gửi)."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Put a script in the place of rsync that runs it and keeps what it says."""
        self._said = folder / "rsync.txt"
        self._said.touch()
        script = folder / "bin" / "rsync"
        script.parent.mkdir()
        script.write_text(f'#!/bin/sh\nexec /usr/bin/rsync --stats "$@" >>{self._said}\n', "ascii")
        script.chmod(0o755)
        monkeypatch.setenv("PATH", f"{script.parent}:{os.environ['PATH']}")

    def literal(self) -> int:
        """Give the bytes that were sent since this was asked last, before compression."""
        found = LITERAL.findall(self._said.read_text(encoding="utf-8"))
        self._said.write_text("", encoding="utf-8")
        return sum(int(one.replace(",", "")) for one in found)
