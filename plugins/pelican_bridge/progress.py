"""Progress on the terminal for whatever lasts longer than a second."""

from __future__ import annotations

import sys
import time

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
    """Says on stderr what is being done, once a second has passed and at most twice a second."""

    def __init__(self) -> None:
        """Start counting the second."""
        self._started = time.monotonic()
        self._spoken = self._started
        self._pace = PACE if sys.stderr.isatty() else PACE_IN_A_LOG

    def say(self, text: str) -> None:
        """Show what is being done now, if it is time to."""
        now = time.monotonic()
        if now - self._started < PATIENCE or now - self._spoken < self._pace:
            return
        self._spoken = now
        end = "\r" if sys.stderr.isatty() else "\n"
        print(f"  {text} ({now - self._started:.0f} giây)   ", end=end, file=sys.stderr)  # noqa: T201
