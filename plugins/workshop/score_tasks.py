"""The tasks that import results; a module of its own, so that the list of tasks stays short."""

from __future__ import annotations

from pathlib import Path

from invoke.context import Context

from plugins.workshop.command_line import command


@command(
    "nhap-chi-so",
    *("file", "bo", "ky", "source", "reason", "sheet", "columns", "content", "cache", "yes"),
)
def import_scores(  # noqa: PLR0913 - each is an option
    _: Context,
    file: str,
    bo: str = "",
    ky: str = "",
    source: str = "",
    reason: str = "",
    sheet: str = "",
    columns: str = "",
    content: str = "content",
    cache: str = ".cache",
    yes: bool = False,
) -> int:
    """Nhập kết quả chỉ số từ tệp CSV hay XLSX, cho xem trước khi ghi."""
    from plugins.workshop.importing.command import Told, run  # noqa: PLC0415

    told = Told(bo=bo, ky=ky, source=source, reason=reason, sheet=sheet, columns=columns, yes=yes)
    return run(Path(file), Path(content), Path(cache), told)


@command("hoan-tac-nhap", "cache")
def undo_import(_: Context, cache: str = ".cache") -> int:
    """Hoàn tác lần nhập chỉ số gần nhất."""
    from plugins.workshop.importing.command import run_undo  # noqa: PLC0415

    return run_undo(Path(cache))
