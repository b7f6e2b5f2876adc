"""What is done without a build: go back, list releases, look at the live site (vận hành)."""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from plugins.publishing.commit import NotPublishable
from plugins.publishing.live import differences
from plugins.publishing.manifest import read_manifest
from plugins.publishing.reaching import Receiving, receiving
from plugins.publishing.receiver.release import MANIFEST
from plugins.publishing.saying import releases_said
from plugins.publishing.targets import Target, read_target
from plugins.vietnamese.numbers import thousands

SHOWN = 20


def rollback(settings: Path, target: str, to: str) -> int:
    """Go back to a release: without a name to the one that was live before this one."""

    def work(_: Target, other: Receiving) -> str:
        done = other.ask("rollback", *([to] if to else []))
        if not done["changed"]:
            return f"Bản {done['live']} vẫn đang chạy."
        word = "lùi" if done["live"] < done["before"] else "chuyển"
        return f"Đã {word} từ {done['before']} về {done['live']}."

    return _operate(settings, target, work)


def releases(settings: Path, target: str) -> int:
    """List the releases that are kept."""
    return _operate(settings, target, lambda _, other: releases_said(other.ask("status")))


def maintenance(settings: Path, target: str, *, off: bool) -> int:
    """Show everybody the page of maintenance, or the site again."""

    def work(_: Target, other: Receiving) -> str:
        done = other.ask("maintenance", "off" if off else "on")
        return "Đang hiện trang bảo trì." if done["maintenance"] else "Trang đã hiện lại."

    return _operate(settings, target, work)


def verify_live(settings: Path, target: str) -> int:
    """Fetch every file of the live release as readers do, and have the server look for others."""

    def work(to: Target, other: Receiving) -> str:
        faults = [f"trên máy chủ: {fault}" for fault in other.ask("scan")["faults"]]
        site, count = to.site, 0
        if site.url:
            try:
                manifest = read_manifest(json.loads(site.fetch(MANIFEST)))
            except (OSError, ValueError) as fault:
                faults.append(str(fault))
            else:
                count = len(manifest.files)
                found = differences(site, manifest, manifest.files)
                faults += map(str, found)
        if faults:
            said = "\n  ".join(faults[:SHOWN])
            raise NotPublishable(f"{thousands(len(faults))} chỗ không như đã phát hành:\n  {said}")
        return f"Đúng như đã phát hành: {thousands(count)} tệp đã tải và so."

    return _operate(settings, target, work)


def _operate(settings: Path, name: str, work: Callable[[Target, Receiving], str]) -> int:
    """Reach a target, do the work, say what came of it; 1 when it was refused."""
    try:
        target = read_target(runpy.run_path(str(settings)), name)
        with closing(receiving(target)) as other:
            print(work(target, other))
    except (NotPublishable, OSError, ValueError) as fault:
        print(f"lỗi: {fault}", file=sys.stderr)
        return 1
    return 0
