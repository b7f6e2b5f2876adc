"""What the web server must know: which addresses moved, and which are gone.

Both are included into a `map` by nginx and by Caddy. They exist even when nothing is in them, since
neither starts without an included file, and begin with a remark, since Caddy reads no empty one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from plugins.newsroom.page import ExportFile, url_at
from plugins.newsroom.publication import Publication

MOVED: Final = ".may-chu/chuyen-huong.map"
GONE: Final = ".may-chu/da-go.map"
MAPS: Final = (MOVED, GONE)
REMARK: Final = "# Bản dựng viết ra cho máy chủ web.\n"
# Anything else would need nginx's quoting, where a `$` cannot be quoted at all.
PLAIN: Final = re.compile(r"/[A-Za-z0-9._~/-]*")


def server_map(publication: Publication, save_as: str) -> Iterator[ExportFile]:
    """Write the map of moved addresses (`/cu/ /moi/;`) or that of withdrawn ones (`/bai/ 1;`)."""
    lines = _moved(publication) if save_as == MOVED else _gone(publication)
    yield ExportFile(save_as=save_as, data="".join((REMARK, *sorted(lines))).encode())


def pairs_in(output: Path, save_as: str) -> Iterator[tuple[str, str]]:
    """Read a map of a built site: each address, and where it moved to (`1` when it is gone)."""
    file = output / save_as
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    for line in text.removeprefix(REMARK).splitlines():
        old, new = line.removesuffix(";").split(" ", 1)
        yield old, new


def _moved(publication: Publication) -> Iterator[str]:
    for card in map(publication.card, publication.group("template moved.html")):
        yield f"{_plain(card.url)} {_plain(card.target)};\n"


def _gone(publication: Publication) -> Iterator[str]:
    for url in map(url_at, publication.group("template withdrawn.html")):
        yield f"{_plain(url)} 1;\n"


def _plain(address: str) -> str:
    if not PLAIN.fullmatch(address):
        raise ValueError(f"not an address for the server's map: {address!r}")
    return address
