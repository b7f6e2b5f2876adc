"""The tasks that publish; the top's `tasks.py` takes them in."""

from __future__ import annotations

from pathlib import Path

from invoke.context import Context

from plugins.workshop.command_line import PUBLISHED, build_options, command

ROOT = Path(__file__).parents[2]
SETTINGS = "publishconf.py"


@command("xuat-ban", "target", "settings", "dry-run", "allow-loss", "content", "cache", "workers")
def publish(
    _: Context,
    target: str = "",
    settings: str = SETTINGS,
    dry_run: bool = False,
    allow_loss: bool = False,
    content: str = "content",
    cache: str = ".cache",
    workers: int = 0,
) -> int:
    """Dựng, gửi, đưa lên trang thật, rồi xem lại; hỏng thì tự lùi."""
    from plugins.publishing import publishing
    from plugins.workshop.setting_up import set_up

    set_up(ROOT, browsers=False)
    options = build_options((content, PUBLISHED, cache), settings, workers=workers)
    wish = publishing.Wish(target=target, dry_run=dry_run, allow_loss=allow_loss)
    return publishing.publish(ROOT, options, wish)


@command("kiem-hai-nguoi", "base", "proposed")
def check_merge(_: Context, base: str = "origin/main", proposed: bool = False) -> int:
    """Soi các lần ghi: có hai người không, tệp có người giữ thì người giữ có duyệt không."""
    from plugins.publishing import two_persons

    return two_persons.check_merge(ROOT, base, proposed=proposed)


@command("go-bai", "address", "reason", "target", "settings", "content", "cache", "yes")
def withdraw(
    _: Context,
    address: str,
    reason: str = "",
    target: str = "",
    settings: str = SETTINGS,
    content: str = "content",
    cache: str = ".cache",
    yes: bool = False,
) -> int:
    """Gỡ khẩn cấp một bài: khỏi trang thật, các danh sách và cả các bản đang giữ."""
    from plugins.publishing.withdrawing import Demand, withdraw_article
    from plugins.workshop.setting_up import set_up

    set_up(ROOT, browsers=False)
    options = build_options((content, PUBLISHED, cache), settings)
    demand = Demand(address=address, reason=reason, target=target, is_confirmed=yes)
    return withdraw_article(ROOT, options, demand)


@command("lui-ban", "target", "settings", "to")
def rollback(_: Context, target: str = "", settings: str = SETTINGS, to: str = "") -> int:
    """Lùi trang thật về bản trước, hoặc về một bản đang giữ."""
    from plugins.publishing import operating

    return operating.rollback(Path(settings), target, to)


@command("cac-ban", "target", "settings")
def releases(_: Context, target: str = "", settings: str = SETTINGS) -> int:
    """Kể các bản mà máy chủ đang giữ, và đã làm gì gần đây."""
    from plugins.publishing import operating

    return operating.releases(Path(settings), target)


@command("soi-trang-that", "target", "settings")
def verify_live(_: Context, target: str = "", settings: str = SETTINGS) -> int:
    """Tải mọi tệp của trang thật, so với bản đã phát hành."""
    from plugins.publishing import operating

    return operating.verify_live(Path(settings), target)


@command("bao-tri", "target", "settings", "off")
def maintenance(_: Context, target: str = "", settings: str = SETTINGS, off: bool = False) -> int:
    """Hiện trang bảo trì cho mọi người; --off để hiện lại trang."""
    from plugins.publishing import operating

    return operating.maintenance(Path(settings), target, off=off)


@command(
    *("canh-trang", "target", "settings", "signers", "memory", "pages", "json", "alarm"),
    "heartbeat",
)
def monitor(
    _: Context,
    target: str = "",
    settings: str = SETTINGS,
    signers: str = "",
    memory: str = ".cache/canh-trang.json",
    pages: int = 20,
    json: str = "",
    alarm: str = "",
    heartbeat: int = 60,
) -> int:
    """Canh trang thật từ một máy khác: chữ ký, hạn, và trang như người đọc nhận được."""
    from plugins.publishing.monitoring import Watch, run

    watch = Watch(
        signers=Path(signers) if signers else None,
        memory=Path(memory),
        pages=pages,
        report=Path(json) if json else None,
        alarm=alarm,
        heartbeat=heartbeat,
    )
    return run(Path(settings), target, watch)


@command(
    "cau-hinh-may-chu",
    *("program", "folder", "settings", "root", "conf", "certificate", "certificate-key"),
)
def server_config(
    _: Context,
    program: str = "nginx",
    folder: str = "may-chu",
    settings: str = SETTINGS,
    root: str = "/srv/trang",
    conf: str = "/etc/trang",
    certificate: str = "",
    certificate_key: str = "",
) -> int:
    """Viết cấu hình nginx (hoặc Caddy), máy nhận và khóa SSH cho máy chủ."""
    from plugins.publishing.server_config import Server, run

    server = Server(
        program=program,
        root=root,
        conf=conf,
        certificate=certificate,
        certificate_key=certificate_key,
    )
    return run(Path(settings), server, Path(folder))


@command("do-tai", "program", "seconds", "settings", "content", "cache", "workers")
def load(
    _: Context,
    program: str = "nginx",
    seconds: int = 10,
    settings: str = SETTINGS,
    content: str = "content",
    cache: str = ".cache",
    workers: int = 0,
) -> int:
    """Dựng, phục vụ trên máy này, cho wrk hỏi dồn: lúc thường, lúc đổi bản, lúc nạp lại."""
    from plugins.publishing.load import run
    from plugins.workshop.setting_up import set_up

    set_up(ROOT, browsers=False)
    options = build_options((content, PUBLISHED, cache), settings, workers=workers)
    return run(ROOT, options, program, seconds)
