"""The tasks that measure; `tasks.py` takes them in."""

from __future__ import annotations

from pathlib import Path

from invoke.context import Context

from plugins.workshop.command_line import PUBLISHED, build_options, command

ROOT = Path(__file__).parents[2]


@command("do-toc-do", "articles", "cases", "peers", "rounds", "saves", "json", "plot", "measured")
def benchmark(  # noqa: PLR0913, PLR0917 - one argument an option of the command
    _: Context,
    articles: int = 1000,
    cases: str = "",
    peers: str = "",
    rounds: int = 3,
    saves: int = 10,
    json: str = "",
    plot: str = "",
    measured: str = "",
) -> int:
    """Đo thời gian và bộ nhớ, bên cạnh Hugo và Pelican nguyên bản."""
    from plugins.workshop.benchmark import command as bench  # noqa: PLC0415 - `inv` starts fast
    from plugins.workshop.benchmark.document import DEFAULT_CASES, Asked  # noqa: PLC0415

    drawing = Path(plot) if plot else None
    if measured:
        return bench.shown_again(Path(measured), drawing)
    asked = Asked(
        articles=articles,
        cases=bench.names("cases", cases, DEFAULT_CASES),
        peers=bench.names("peers", peers, ("hugo", "pelican")),
        rounds=rounds,
        saves=saves,
    )
    return bench.run(ROOT, asked, report=Path(json) if json else None, drawing=drawing)


@command("do-chi-tiet", "articles", "content", "case", "functions")
def profile(
    _: Context,
    articles: int = 1000,
    content: str = "",
    case: str = "edit",
    functions: bool = False,  # noqa: FBT001, FBT002 - a flag of the command
) -> int:
    """Đo xem thời gian dựng trang đi vào bước nào, hàm nào."""
    from plugins.workshop.benchmark.profiling import Wish, run  # noqa: PLC0415 - `inv` starts fast

    folder = Path(content) if content else None
    return run(ROOT, Wish(articles=articles, content=folder, case=case, functions=functions))


@command("phep-dung", "sequences")
def law(_: Context, sequences: int = 500) -> int:
    """Thử luật của bản dựng: sửa ngẫu nhiên nhiều chuỗi, dựng tiếp phải bằng dựng mới."""
    from plugins.workshop.law import run  # noqa: PLC0415 - `inv` starts fast

    return run(ROOT, sequences)


@command("so-ban-dung", "settings", "content", "cache", "workers")
def compare_builds(
    _: Context,
    settings: str = "publishconf.py",
    content: str = "content",
    cache: str = ".cache",
    workers: int = 0,
) -> int:
    """Dựng tiếp từ bộ nhớ đệm, dựng sạch từ đầu, so từng byte."""
    from plugins.workshop.comparing import run  # noqa: PLC0415 - `inv` starts fast
    from plugins.workshop.setting_up import set_up  # noqa: PLC0415

    set_up(ROOT, browsers=False)
    return run(build_options((content, PUBLISHED, cache), settings, workers=workers))


@command("thu-lua", "only")
def ordeal(_: Context, only: str = "") -> int:
    """Giết, cắt, làm đầy, lặp lại: chạy đủ các phép thử dài, rồi ghi số đo (--only D3)."""
    from plugins.workshop.ordeal import run  # noqa: PLC0415 - `inv` starts fast

    return run(ROOT, only)


@command("thu-ngau-nhien", "minutes")
def fuzz(_: Context, minutes: int = 10) -> int:
    """Cho mọi bộ đọc ăn dữ liệu ngẫu nhiên, xem có hỏng hay chậm không."""
    from plugins.workshop.fuzzing import run  # noqa: PLC0415 - `inv` starts fast

    return run(ROOT, minutes)


@command("dot-bien", "only")
def mutate(_: Context, only: str = "") -> int:
    """Sửa hỏng từng dòng của những phần không được sai, xem có phép thử nào thấy không."""
    from plugins.workshop.mutating import run  # noqa: PLC0415 - `inv` starts fast

    return run(ROOT, only)


@command("cham-diem")
def lighthouse(_: Context) -> int:
    """Chấm trang chủ, một chuyên mục và một bài bằng Lighthouse."""
    from plugins.workshop.lighthouse import measure  # noqa: PLC0415

    return measure(ROOT)


@command("doi-chieu")
def judge(_: Context) -> int:
    """Chạy các kiểm thử của chính Pelican trên phần của ta."""
    from plugins.workshop import judging  # noqa: PLC0415

    return judging.judge(ROOT, ROOT / ".cache")


@command("do-tin-cay")
def reliability(_: Context) -> int:
    """Viết bảng yêu cầu về độ tin cậy từ kết quả của lần xác minh gần nhất."""
    from plugins.workshop.reliability import run  # noqa: PLC0415

    return run(ROOT)
