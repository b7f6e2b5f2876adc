"""`inv preview`: build on every save, serve the last good output, reload the browser."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Collection, Iterator
from pathlib import Path
from threading import Event, Thread

from watchfiles import DefaultFilter, watch

from plugins.pelican_bridge.options import BuildOptions
from plugins.workshop.building import summary
from plugins.workshop.preview_builds import Builder, Outcome
from plugins.workshop.preview_page import failure_panel, problem_panel
from plugins.workshop.preview_server import PortTaken, Stage, open_server
from plugins.workshop.setting_up import set_up

FOLDERS = ("theme", "plugins")
SETTINGS = "*conf.py"
GATHERING = 200  # milliseconds in which several saves are one
PAUSE = 20
TICK = 500
OWN_CODE = "workshop"
RESTART = "Mã của chính lệnh xem thử đã đổi: dừng (Ctrl+C) và chạy lại để dùng mã mới."


def run(root: Path, options: BuildOptions, port: int | None) -> int:
    """Preview until Ctrl+C or SIGTERM; 1 when the port that was asked for is taken."""
    set_up(root, browsers=False)
    stage = Stage(options.output)
    try:
        server = open_server(stage, port)
    except PortTaken as taken:
        print(f"lỗi: {taken}. Chọn cổng khác, ví dụ --port {(port or 0) + 1}.", file=sys.stderr)
        return 1
    stopping = _stopped_by_signals()
    Thread(target=server.serve_forever, daemon=True).start()
    _say(f"Xem thử tại http://127.0.0.1:{server.server_port}/ (dừng: Ctrl+C).")
    try:
        _build_on_every_save(root, options, stage, stopping)
    finally:
        stage.close()
        server.shutdown()
        server.server_close()
    _say("Đã dừng xem thử.")
    return 0


def _build_on_every_save(root: Path, options: BuildOptions, stage: Stage, stopping: Event) -> None:
    with Builder(options) as builder:
        for changed in _saves(root, options, stopping):
            if any(path.suffix == ".py" for path in changed):
                builder.renew()
            if any(path.parent.name == OWN_CODE for path in changed):
                _say(RESTART)
            _say("Đang dựng…")
            outcome = builder.build(stopping)
            if outcome is None:
                return
            _show(outcome, options.output, stage)


def _saves(root: Path, options: BuildOptions, stopping: Event) -> Iterator[Collection[Path]]:
    """Yield nothing at first, for the first build, and then what each burst of saves changed.

    The watch begins before the first build, so no save is missed; the settings files are looked
    at on every tick, as a watch on a single file ends when an editor puts another in its place.
    """
    folders = [options.content, *(root / name for name in FOLDERS)]
    stamps = _stamps(root, options)
    first = True
    for events in watch(
        *(folder for folder in folders if folder.is_dir()),
        watch_filter=DefaultFilter(),
        debounce=GATHERING,
        step=PAUSE,
        rust_timeout=TICK,
        yield_on_timeout=True,
        stop_event=stopping,
    ):
        before, stamps = stamps, _stamps(root, options)
        changed = {Path(path) for _, path in events}
        changed |= {path for path, time in stamps.items() if before.get(path) != time}
        if changed or first:
            yield changed
        first = False


def _stamps(root: Path, options: BuildOptions) -> dict[Path, int]:
    files = {options.settings, *root.glob(SETTINGS)}
    return {path: path.stat().st_mtime_ns for path in sorted(files) if path.is_file()}


def _show(outcome: Outcome, output: Path, stage: Stage) -> None:
    """Say what came of a build, on the terminal and on every open page."""
    if outcome.report is None:
        panel = failure_panel(outcome.failure)
        _say("Chương trình hỏng, không do bài viết. Bản dựng lần trước, nếu có, vẫn giữ nguyên.")
    else:
        panel = problem_panel(outcome.report.problems)
        _say(summary(outcome.report, output))
    stage.show(str(time.time_ns()), panel)


def _stopped_by_signals() -> Event:
    stopping = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    return stopping


def _say(line: str) -> None:
    print(f"[{time.strftime('%H:%M:%S')}] {line}", flush=True)
