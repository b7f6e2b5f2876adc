"""What the web server must know: which addresses moved, and which are gone.

Both are included by nginx into a `map $uri …` block and exist even when they are empty, since
nginx does not start without an included file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.newsroom.page import ExportFile, Page

MOVED = ".may-chu/chuyen-huong.map"
GONE = ".may-chu/da-go.map"
# Anything else would need nginx's quoting, where a `$` cannot be quoted at all.
PLAIN = re.compile(r"/[A-Za-z0-9._~/-]*")


def server_maps(pages: Iterable[Page]) -> Iterator[ExportFile]:
    """Write the map of moved addresses (`/cu/ /moi/;`) and that of withdrawn ones (`/bai/ 1;`)."""
    shown = tuple(pages)
    moved = ((page.url, page.view.target) for page in shown if page.template == "moved.html")
    yield _map(MOVED, (f"{_plain(old)} {_plain(new)};\n" for old, new in moved))
    gone = (page.url for page in shown if page.template == "withdrawn.html")
    yield _map(GONE, (f"{_plain(url)} 1;\n" for url in gone))


def _map(save_as: str, lines: Iterable[str]) -> ExportFile:
    return ExportFile(save_as=save_as, data="".join(sorted(lines)).encode())


def _plain(address: str) -> str:
    if not PLAIN.fullmatch(address):
        raise ValueError(f"not an address for the server's map: {address!r}")
    return address
