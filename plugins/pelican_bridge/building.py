"""`inv build` and the preview: the same build as Pelican's, which hosts it when it has to.

Pelican takes a fifth of a second to start, more than an edit costs. It hosts the build when the
settings name a plugin that is not ours, and whenever somebody calls `pelican` itself.
"""

from __future__ import annotations

import gc
import importlib
import os
import runpy
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.incremental.alone import alone
from plugins.incremental.database import is_whole
from plugins.incremental.marks import Marks
from plugins.incremental.quick import Counts, FirstLook
from plugins.incremental.schemas import content_place, output_place
from plugins.newsroom.minute import current_minute
from plugins.newsroom.site import read_site
from plugins.pelican_bridge.fixed import fixed_values
from plugins.pelican_bridge.gate import GateClosed
from plugins.pelican_bridge.options import BuildOptions, BuildReport

if TYPE_CHECKING:
    import jinja2

OURS = "plugins."
HOST = "plugins.pelican_bridge.plugin"
WORN_WARM = ("jinja2", "plugins.newsroom.text_reading", "plugins.pelican_bridge.rendering")


def build(options: BuildOptions) -> BuildReport:
    """Build the site; errors in the content are in the report, and the output stays as it was."""
    report = BuildReport()
    started = time.perf_counter()
    settings = {**runpy.run_path(str(options.settings)), **_overrides(options, report)}
    settings["THEME"] = str((options.settings.parent / settings["THEME"]).resolve())
    is_ours = all(name.startswith(OURS) for name in settings["PLUGINS"])
    with alone(options.cache), _plain_modes(), no_collections(), suppress(GateClosed):
        if is_ours:
            _build_here(settings, report)
        else:
            from plugins.pelican_bridge.hosting import build_in_pelican  # noqa: PLC0415

            build_in_pelican(options.settings, _overrides(options, report))
    if not report.now:
        raise RuntimeError("PLUGINS không có plugins.pelican_bridge.plugin, nên không dựng gì cả")
    report.seconds["whole"] = time.perf_counter() - started
    return report


def take_part(plugins: Iterable[str]) -> None:
    """Let our plugins take part, but for the one that knows Pelican."""
    for name in plugins:
        if name.startswith(OURS) and name != HOST:
            importlib.import_module(name).register()


def get_ready(options: BuildOptions) -> None:
    """Import all that a build will need, and read the memories through; build nothing."""
    take_part(runpy.run_path(str(options.settings))["PLUGINS"])
    from plugins.newsroom.stages import PAGES  # noqa: PLC0415 - `inv` starts fast

    for name in (*WORN_WARM, *(later.module for later in PAGES.values())):
        importlib.import_module(name)
    cache = options.cache.resolve()
    for memory in (content_place(cache, options.content), output_place(cache, options.output)):
        with suppress(OSError):  # there is none yet
            is_whole(memory)


def _build_here(settings: Mapping[str, Any], report: BuildReport) -> None:
    marks = Marks(Path(settings["CACHE_PATH"]), shows_drafts=settings.get("IS_PREVIEW", False))
    look = _first_look(settings, marks)
    try:
        if look.counts and not settings["WHY"]:
            _report(look.counts, settings, report)
            return
        from plugins.pelican_bridge.whole_build import WholeBuild  # noqa: PLC0415 - all features

        take_part(settings["PLUGINS"])
        whole = WholeBuild(settings, report, lambda: _environment(settings), marks, look)
        whole.read()
        whole.write()
    finally:
        look.lies()  # nobody may be left who still looks


def _first_look(settings: Mapping[str, Any], marks: Marks) -> FirstLook:
    """See whether anything has changed since the last build."""
    content, output, cache = (
        Path(settings[name]) for name in ("PATH", "OUTPUT_PATH", "CACHE_PATH")
    )
    now = settings["BUILD_DATE"] or current_minute()
    return FirstLook(
        (content, output, cache),
        now,
        reader=marks.filing,
        values=fixed_values(settings, read_site(settings), marks, now.date()),
        workers=settings["WORKERS"],
    )


def _report(counts: Counts, settings: Mapping[str, Any], report: BuildReport) -> None:
    report.now = (settings["BUILD_DATE"] or current_minute()).isoformat()
    report.pages, report.files = counts.pages, counts.files
    report.published, report.scheduled = counts.published, counts.scheduled
    report.drafts = counts.drafts


def _environment(settings: Mapping[str, Any]) -> jinja2.Environment:
    """Make the templates' environment as Pelican makes it."""
    from jinja2 import Environment  # noqa: PLC0415 - a build that renders nothing needs none

    return Environment(**settings["JINJA_ENVIRONMENT"])  # noqa: S701 - the renderer escapes


def _overrides(options: BuildOptions, report: BuildReport) -> dict[str, object]:
    preview = {"IS_PREVIEW": True} if options.is_preview else {}
    return preview | {
        "PATH": str(options.content.resolve()),
        "OUTPUT_PATH": str(options.output.resolve()),
        "CACHE_PATH": str(options.cache.resolve()),
        "WORKERS": options.workers,
        "BUILD_DATE": options.now,
        "BUILD_REPORT": report,
        "SETTINGS_NAME": options.settings.name,
        "WHY": options.why,
    }


@contextmanager
def no_collections() -> Iterator[None]:
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
