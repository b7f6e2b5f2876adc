"""Build: what `inv build` and the preview call; Pelican's own command does the same build."""

from __future__ import annotations

import fcntl
import gc
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pelican import Pelican
from pelican.log import console
from pelican.settings import read_settings

from plugins.pelican_bridge.generator import GateClosed
from plugins.pelican_bridge.options import BuildOptions, BuildReport

LOCK = "dang-dung.khoa"


def build(options: BuildOptions) -> BuildReport:
    """Build the site; errors in the content are in the report, and the output stays as it was."""
    report = BuildReport()
    started = time.perf_counter()
    console.quiet = True  # it would count «0 articles», those of the idle generators
    overrides = {
        "PATH": str(options.content.resolve()),
        "OUTPUT_PATH": str(options.output.resolve()),
        "CACHE_PATH": str(options.cache.resolve()),
        "WORKERS": options.workers,
        "BUILD_DATE": options.now,
        "BUILD_REPORT": report,
        "SETTINGS_NAME": options.settings.name,
    }
    with _alone(options.cache), _plain_modes(), _no_collections(), suppress(GateClosed):
        Pelican(read_settings(str(options.settings), override=overrides)).run()
    if not report.now:
        raise RuntimeError("PLUGINS không có plugins.pelican_bridge.plugin, nên không dựng gì cả")
    report.seconds["whole"] = time.perf_counter() - started
    return report


@contextmanager
def _alone(cache: Path) -> Iterator[None]:
    """Wait until no other build uses this cache; a killed build's lock is gone with it."""
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _no_collections() -> Iterator[None]:
    """Let the garbage collector rest: it would visit every record, and none is in a cycle."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def _plain_modes() -> Iterator[None]:
    """Make files that a web server can read, whatever the umask of whoever builds."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)
