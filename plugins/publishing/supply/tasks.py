"""The tasks about what the site is made with; the top's `tasks.py` takes them in."""

from __future__ import annotations

from pathlib import Path

from invoke.context import Context

from plugins.workshop.command_line import command

ROOT = Path(__file__).parents[3]


@command("kiem-toan")
def audit(_: Context) -> int:
    """Soi lỗ hổng đã biết và giấy phép của mọi gói mà trang dùng."""
    from plugins.publishing.supply import auditing

    return auditing.audit(ROOT)


@command("khoa-goi")
def lock(_: Context) -> None:
    """Ghim lại phiên bản và mã băm của mọi gói Python."""
    from plugins.workshop import locking

    locking.lock(ROOT)


@command("ke-thanh-phan", "bill")
def sbom(_: Context, bill: str = ".cache/xuat-ban/thanh-phan.cdx.json") -> int:
    """Viết bảng kê thành phần (SBOM, CycloneDX 1.6) của phần mềm."""
    from plugins.publishing.supply.bill import write_bill

    return write_bill(ROOT, Path(bill))


@command("dien-tap-khoi-phuc", "backup", "prepare", "target", "settings")
def restore_drill(
    _: Context,
    backup: str = ".cache/khoi-phuc",
    prepare: bool = False,
    target: str = "",
    settings: str = "publishconf.py",
) -> int:
    """Dựng lại bản đang chạy từ kho trần và các gói đã cất, không cần mạng, rồi so từng byte."""
    from plugins.publishing.supply import drill

    if prepare:
        return drill.prepare(ROOT, Path(backup))
    return drill.restore(Path(backup), Path(settings), target)
