"""Files as they are sent compressed, made once for each content (bản nén sẵn)."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Final

import brotli
import zstandard

from plugins.workshop.media_types import TEXTS

WORTH: Final = 256
"""Smaller files gain nothing."""
ASSETS: Final = "tai-nguyen/"
"""These are fetched by everybody and change seldom: they are worth the longest look."""
FORMS: Final[dict[str, Callable[[bytes, bool], bytes]]] = {
    ".br": lambda data, hard: brotli.compress(data, quality=11 if hard else 9),
    ".gz": lambda data, _: gzip.compress(data, compresslevel=9, mtime=0),
    ".zst": lambda data, hard: zstandard.compress(data, level=19 if hard else 12),
}
USUAL: Final = (".br", ".gz")
"""What every server knows; nginx has no zstd, so only a target of Caddy's asks for it."""


def is_compressible(path: str, size: int) -> bool:
    """Say whether a file of the output gets compressed neighbours."""
    return size >= WORTH and path.endswith(TEXTS) and not path.startswith(".")


def compressed(path: str, file: Path, sha256: str, form: str, cache: Path) -> Path:
    """Give a file's compressed form out of the cache, made when it is not there."""
    place = cache / "nen" / sha256[:2] / f"{sha256}{form}"
    if not place.is_file():
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = place.with_name(f".{place.name}")
        fresh.write_bytes(FORMS[form](file.read_bytes(), path.startswith(ASSETS)))
        fresh.replace(place)
    return place
