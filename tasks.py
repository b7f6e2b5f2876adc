"""Lệnh của xưởng: `inv --list` kể tên, `inv --help <lệnh>` nói cách dùng.

The bodies live in `plugins/`; each is imported only when its task runs.
"""

from __future__ import annotations

import functools
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

if TYPE_CHECKING:
    from plugins.pelican_bridge.options import BuildOptions

ROOT = Path(__file__).parent
CONTENT, OUTPUT, CACHE, SETTINGS = "content", "output", ".cache", "pelicanconf.py"
HELP = {
    "content": "thư mục nội dung (mặc định: content)",
    "output": "thư mục kết quả (mặc định: output)",
    "cache": "thư mục bộ nhớ đệm (mặc định: .cache)",
    "settings": "tệp thiết đặt của trang (mặc định: pelicanconf.py)",
    "workers": "số tiến trình làm việc cùng lúc (mặc định: số lõi của máy)",
    "date": "phút dựng, ví dụ 2026-11-24T08:00 (mặc định: SOURCE_DATE_EPOCH, rồi lúc này)",
    "report": "ghi báo cáo cho máy đọc (JSON) vào tệp này",
    "json": "ghi kết quả cho máy đọc (JSON) vào tệp này",
    "changed": "chỉ kể lỗi của tệp đã sửa (theo Git)",
    "port": "cổng để xem (mặc định: 8000, bận thì cổng kế tiếp)",
}


def command(alias: str, *names: str) -> Callable[[Callable[..., int | None]], object]:
    """Make a task that exits with its body's code; what was not foreseen is our fault, code 3."""

    def make(body: Callable[..., int | None]) -> object:
        @functools.wraps(body)
        def answer(*args: object, **kwargs: object) -> None:
            try:
                code = body(*args, **kwargs) or 0
            except (Exit, KeyboardInterrupt):
                raise
            except Exception:  # noqa: BLE001 - whatever it is, the editor is not to blame
                traceback.print_exc()
                print("lỗi: chương trình hỏng, không phải do bài viết.", file=sys.stderr)
                code = 3
            sys.exit(code)

        helps = {name: HELP[name] for name in names}
        return task(aliases=[alias], help=helps, auto_shortflags=False)(answer)

    return make


def options(folders: tuple[str, str, str], settings: str, workers: int, date: str) -> BuildOptions:
    """Make the build's options out of what was typed."""
    from plugins.pelican_bridge.options import build_options

    content, output, cache = map(Path, folders)
    return build_options(
        folders=(content, output, cache),
        settings=Path(settings),
        workers=workers or os.cpu_count() or 1,
        date=date,
    )


@command("kiem-tra", "content", "settings", "json", "changed")
def check(
    _: Context,
    content: str = CONTENT,
    settings: str = SETTINGS,
    json: str = "",
    changed: bool = False,
) -> int:
    """Kiểm tra nội dung, kể mọi lỗi một lượt."""
    from plugins.checking.command import run

    report = Path(json) if json else None
    return run(Path(content), Path(settings), json=report, changed=changed)


@command("dung", "content", "output", "cache", "settings", "workers", "date", "report")
def build(
    _: Context,
    content: str = CONTENT,
    output: str = OUTPUT,
    cache: str = CACHE,
    settings: str = SETTINGS,
    workers: int = 0,
    date: str = "",
    report: str = "",
) -> int:
    """Dựng trang vào thư mục output."""
    from plugins.workshop.building import run

    asked = options((content, output, cache), settings, workers, date)
    return run(ROOT, asked, Path(report) if report else None)


@command("cai-dat")
def set_up(_: Context) -> None:
    """Cài phông chữ và gói npm mà trang cần."""
    from plugins.workshop.setting_up import set_up as install

    install(ROOT, browsers=False)


@command("xac-minh")
def verify(_: Context) -> int:
    """Chạy mọi kiểm tra của người làm phần mềm."""
    from plugins.workshop import setting_up, verifying

    setting_up.set_up(ROOT, browsers=True)
    return verifying.verify(ROOT)


@command("chap-nhan")
def bless(_: Context) -> int:
    """Chấp nhận kết quả mới làm mẫu chuẩn."""
    from plugins.workshop.blessing import bless as accept

    return accept(ROOT)
