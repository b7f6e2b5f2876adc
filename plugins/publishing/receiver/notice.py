"""What the server shows beside a release: the page of maintenance, the heartbeat (lời báo)."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

PAGE: Final = "bao-tri.html"
MAINTENANCE: Final = """\
<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Trang đang bảo trì</title>
<h1>Trang đang bảo trì</h1>
<p>Xin quay lại sau ít phút.</p>
</html>
"""


BEAT: Final = "nhip.txt"


def show(page: Path, *, wish: bool) -> None:
    """Put the page of maintenance where the web server looks for it, or take it away."""
    if wish:
        write(page, MAINTENANCE)
    else:
        page.unlink(missing_ok=True)


def heartbeat() -> str:
    """Say, for monitors elsewhere, that whoever publishes was here now."""
    return time.strftime("%Y-%m-%dT%H:%M:%S+00:00\n", time.gmtime())


def write(file: Path, text: str) -> None:
    """Write a file that is served, whole or not at all."""
    fresh = file.with_suffix(".moi")
    fresh.write_text(text, "utf-8")
    fresh.replace(file)
