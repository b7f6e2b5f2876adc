"""`inv compare-builds`: what was built edit by edit is what a clean build makes (so bản dựng)."""

from __future__ import annotations

import hashlib
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from plugins.pelican_bridge.building import build
from plugins.pelican_bridge.options import BuildOptions
from plugins.vietnamese.numbers import thousands
from plugins.workshop.running import OUR_FAULT

SHOWN: Final = 20


def run(options: BuildOptions) -> int:
    """Build on from what is there, build once more from nothing; 3 when a file is another."""
    report = build(options)
    with tempfile.TemporaryDirectory(prefix="so-ban-dung-") as folder:
        place = Path(folder)
        now = datetime.fromisoformat(report.now)
        clean = replace(options, output=place / "trang", cache=place / "cache", now=now)
        if not (report.is_built and build(clean).is_built):
            return 1
        return told(digests(options.output), digests(clean.output), options.cache)


def told(found: Mapping[str, str], wanted: Mapping[str, str], cache: Path) -> int:
    """Say which files are not those of a clean build; 3 when there is one."""
    other = sorted({path for path, _ in found.items() ^ wanted.items()})
    if not other:
        print(f"Dựng tiếp bằng dựng sạch: {thousands(len(wanted))} tệp trùng từng byte.")
        return 0
    print(
        f"lỗi: {len(other)} tệp khác với dựng sạch: {', '.join(other[:SHOWN])} – bộ nhớ đệm đã sai "
        f"– gửi {cache} cho người làm phần mềm, xóa nó, rồi phát hành lại",
        file=sys.stderr,
    )
    return OUR_FAULT


def digests(folder: Path) -> dict[str, str]:
    """Give the digest of every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }
