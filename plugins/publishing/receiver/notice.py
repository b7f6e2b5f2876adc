"""The page that everybody gets while the site is under maintenance (trang bảo trì)."""

from __future__ import annotations

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


def show(page: Path, *, wish: bool) -> None:
    """Put the page where the web server looks for it, or take it away."""
    if not wish:
        page.unlink(missing_ok=True)
        return
    fresh = page.with_suffix(".moi")
    fresh.write_text(MAINTENANCE, "utf-8")
    fresh.replace(page)
