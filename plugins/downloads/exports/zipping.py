"""ZIP files whose bytes depend on their content alone: no times, no users, no machines."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
UNIX: Final = 3


def unpacked(package: bytes) -> dict[str, bytes]:
    """Give the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as found:
        return {name: found.read(name) for name in found.namelist()}


def added(package: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Add parts, in their order, to a package, or to nothing; what it has is not packed again."""
    stream = io.BytesIO(package)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as whole:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = UNIX, 0o644 << 16
            whole.writestr(entry, data)
    return stream.getvalue()
