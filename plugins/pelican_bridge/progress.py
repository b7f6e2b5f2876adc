"""Progress on the terminal for whatever lasts longer than a second."""

from __future__ import annotations

import sys
import time

from plugins.vietnamese.numbers import thousands

STAGES = {
    "read": "đọc và kiểm tra nội dung",
    "inspect": "xem bản đã dựng",
    "develop": "làm ảnh",
    "pages": "dựng trang",
    "files": "ghi tệp",
    "finish": "đổi sang bản mới",
}
PATIENCE = 1.0
PACE, PACE_IN_A_LOG = 0.2, 5.0


class Progress:
    """Says on stderr what is being done, and how far, once a second has passed."""

    def __init__(self) -> None:
        """Start counting the second."""
        self._started = time.monotonic()
        self._spoken = self._started
        self._stage = ""
        self._pace = PACE if sys.stderr.isatty() else PACE_IN_A_LOG

    def begin(self, stage: str) -> None:
        """Say what is being done from now on."""
        self._stage = stage
        self._say("")

    def count(self, done: int, total: int) -> None:
        """Say how many of how many things are done."""
        if time.monotonic() - self._spoken > self._pace:
            self._say(f" {thousands(done)}/{thousands(total)}")

    def _say(self, how_far: str) -> None:
        now = time.monotonic()
        if now - self._started < PATIENCE or now - self._spoken < self._pace:
            return
        self._spoken = now
        text = f"  {self._stage}{how_far} ({now - self._started:.0f} giây)   "
        print(text, end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr)  # noqa: T201
