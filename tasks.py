"""Lệnh của xưởng (`inv --list`, `inv --help <lệnh>`); the bodies, in `plugins/`, load when run."""

from __future__ import annotations

from pathlib import Path

from invoke.context import Context

from plugins.publishing.supply.tasks import audit, lock, restore_drill, sbom  # noqa: F401 - tasks too
from plugins.publishing.tasks import (  # noqa: F401 - tasks too
    check_merge,
    load,
    maintenance,
    monitor,
    publish,
    releases,
    rollback,
    server_config,
    verify_live,
    withdraw,
)
from plugins.workshop.command_line import build_options, command
from plugins.workshop.measuring_tasks import (  # noqa: F401 - tasks too
    benchmark,
    compare_builds,
    fuzz,
    judge,
    law,
    lighthouse,
    mutate,
    ordeal,
    profile,
    reliability,
)
from plugins.workshop.score_tasks import import_scores, undo_import  # noqa: F401

ROOT = Path(__file__).parent
CONTENT, OUTPUT, CACHE, SETTINGS = "content", "output", ".cache", "pelicanconf.py"


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

    return run(Path(content), Path(settings), json=Path(json) if json else None, changed=changed)


@command(
    *("dung", "content", "output", "cache", "settings", "workers", "date", "report", "why"),
    "for-review",
)
def build(
    _: Context,
    content: str = CONTENT,
    output: str = OUTPUT,
    cache: str = CACHE,
    settings: str = SETTINGS,
    workers: int = 0,
    date: str = "",
    report: str = "",
    why: str = "",
    for_review: bool = False,
) -> int:
    """Dựng trang vào thư mục output."""
    from plugins.workshop.building import run

    options = build_options((content, output, cache), settings, workers=workers, date=date, why=why)
    return run(ROOT, options, Path(report) if report else None, is_preview=for_review)


@command("xem-thu", "content", "output", "cache", "settings", "port")
def preview(
    _: Context,
    content: str = CONTENT,
    output: str = OUTPUT,
    cache: str = CACHE,
    settings: str = SETTINGS,
    port: int = 0,
) -> int:
    """Dựng, mở trang để xem, dựng lại mỗi khi lưu tệp."""
    from plugins.workshop.preview import run

    return run(ROOT, build_options((content, output, cache), settings), port or None)


@command("viet-bai", "content", "title", "column", "day", "summary", "slug")
def new(
    _: Context,
    content: str = CONTENT,
    title: str = "",
    column: str = "",
    day: str = "",
    summary: str = "",
    slug: str = "",
) -> int:
    """Tạo tệp cho một bài mới, hỏi những gì còn thiếu."""
    from plugins.workshop.asking import Told, run

    return run(
        Path(content), Told(title=title, column=column, date=day, summary=summary, slug=slug)
    )


@command("doi-ten", "old", "new", "column", "content", "dry-run")
def rename(
    _: Context,
    old: str,
    new: str = "",
    column: str = "",
    content: str = CONTENT,
    dry_run: bool = False,
) -> int:
    """Đổi tên, ngày hoặc chuyên mục của một bài cùng mọi đường dẫn tới nó."""
    from plugins.workshop.moving import run
    from plugins.workshop.renaming import Wish

    return run(Path(content), Wish(old=old, name=new, column=column), dry_run=dry_run)


@command("cai-dat")
def set_up(_: Context) -> None:
    """Cài phông chữ và gói npm mà trang cần."""
    from plugins.workshop import setting_up

    setting_up.set_up(ROOT, browsers=False)


@command("xac-minh")
def verify(_: Context) -> int:
    """Chạy mọi kiểm tra của người làm phần mềm."""
    from plugins.workshop import setting_up, verifying

    setting_up.set_up(ROOT, browsers=True)
    return verifying.verify(ROOT)


@command("chap-nhan")
def bless(_: Context) -> int:
    """Chấp nhận kết quả mới làm mẫu chuẩn."""
    from plugins.workshop import blessing

    return blessing.bless(ROOT)
