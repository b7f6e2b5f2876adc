"""What a server keeps of former releases, and for how long (giữ lại)."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

RELEASES: Final = 10
FOLDERS: Final = ("tai-nguyen", "anh")
"""Here the names of files hold their digests."""
SECONDS: Final = 30 * 24 * 3600


def keep_assets(release: Path, kept: Path) -> None:
    """Keep the files whose names hold their digest for a month after their last release."""
    now = time.time()
    for folder in FOLDERS:
        for file in filter(Path.is_file, (release / folder).glob("**/*")):
            place = kept / file.relative_to(release)
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                fresh = place.with_name(f".{place.name}")
                shutil.copy(file, fresh)
                fresh.replace(place)
            os.utime(place, (now, now))
    for file in filter(Path.is_file, kept.glob("**/*")):
        if file.stat().st_mtime < now - SECONDS:
            file.unlink()


def outlived(names: Iterable[str], safe: Collection[str]) -> list[str]:
    """Name the releases that go: all but the newest, and none of the safe ones."""
    return [name for name in sorted(names)[:-RELEASES] if name not in safe]


def keep_only(release: Path, kept: Path) -> None:
    """Remove the kept files that a release does not have."""
    for file in filter(Path.is_file, kept.glob("**/*")):
        if not (release / file.relative_to(kept)).is_file():
            file.unlink()
