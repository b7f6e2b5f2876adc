"""Writing a file of the content: whole, or not at all."""

from __future__ import annotations

from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put a whole file in the place of another, never half of one; it keeps the other's mode."""
    fresh = path.with_name(f".{path.name}.moi")
    fresh.write_bytes(data)
    if path.exists():
        fresh.chmod(path.stat().st_mode)
    fresh.replace(path)
