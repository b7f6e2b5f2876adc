"""`inv profile`: where the time of a build goes, stage by stage, and function by function."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.pelican_bridge.progress import STAGES
from plugins.vietnamese.numbers import decimal
from plugins.workshop.benchmark.bench import laid_out, say
from plugins.workshop.benchmark.cases import edit_stylesheet, edit_template
from plugins.workshop.benchmark.functions import STARTER, slowest
from plugins.workshop.benchmark.judging import work_of
from plugins.workshop.benchmark.measuring import measured
from plugins.workshop.benchmark.peers import WHOLE
from plugins.workshop.benchmark.sites import OURS, Site

CASES = ("cold", "edit", "noop", "template", "css")
MARK = "dang-soi"
TOTAL = "whole"
OUTSIDE = "ngoài các bước: nạp chương trình, thiết đặt, xem qua"
START = "khởi động Python và inv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to look at (yêu cầu soi): a content folder or a corpus, a case, how closely."""

    articles: int
    content: Path | None
    case: str
    functions: bool


def run(root: Path, wish: Wish) -> int:
    """Build as often as the case needs, then once under the lens, and print what was seen."""
    if wish.case not in CASES:
        print(f"lỗi: --case không có «{wish.case}»; có: {', '.join(CASES)}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="soi-") as folder:
        site = _site(root, Path(folder), wish)
        if wish.case != "cold":
            say("Dựng lần đầu, không tính giờ…")
            measured(*site.command, cwd=site.folder)
        print(stage_table(*_stages(site, wish.case)))
        if wish.functions:
            _prepare(site, wish.case)
            print(f"\n{_functions(site, Path(folder))}")
    return 0


def stage_table(stages: dict[str, float], seconds: float) -> str:
    """Show each stage's seconds and share, and what lies outside of all stages."""
    inside = {name: taken for name, taken in stages.items() if name != TOTAL}
    total = stages.get(TOTAL, sum(inside.values()))
    rows = {STAGES.get(name, name): taken for name, taken in inside.items()}
    rows |= {OUTSIDE: total - sum(inside.values()), START: seconds - total, "tất cả": seconds}
    lines = [f"{'bước':<38}{'giây':>9}{'phần':>9}"]
    lines += [
        f"{name:<38}{decimal(taken, 3):>9}{decimal(100 * taken / seconds, 1):>8}%"
        for name, taken in rows.items()
    ]
    return "\n".join(lines)


def _site(root: Path, folder: Path, wish: Wish) -> Site:
    name = WHOLE if wish.content else OURS
    (site,) = laid_out(root, folder, (name,), 0 if wish.content else wish.articles).sites
    if wish.content:
        shutil.rmtree(site.folder / "content")
        shutil.copytree(wish.content, site.folder / "content")
    return site


def _stages(site: Site, case: str) -> tuple[dict[str, float], float]:
    _prepare(site, case)
    since = time.time_ns()
    cost = measured(*site.command, cwd=site.folder)
    return work_of(site, since).stages, cost.seconds


def _prepare(site: Site, case: str) -> None:
    if case == "cold":
        site.forget()
    if case == "template":
        edit_template(site, MARK)
    if case == "css":
        edit_stylesheet(site, MARK)
    if case == "edit":
        articles = sorted((site.folder / "content" / "tin-bai").rglob("*.md"))
        with articles[len(articles) // 2].open("a", encoding="utf-8") as file:
            file.write("\nBài vừa được sửa.\n")


def _functions(site: Site, folder: Path) -> str:
    """Build with a profile in every process, and show the functions that took longest."""
    starter, profiles = folder / "starter", folder / "profiles"
    starter.mkdir()
    profiles.mkdir()
    (starter / "sitecustomize.py").write_text(STARTER, encoding="utf-8")
    env = {"PYTHONPATH": str(starter), "PROFILES": str(profiles)}
    measured(*site.command, cwd=site.folder, env=env)
    return "\n".join(_shown(profiles, site.folder))


def _shown(profiles: Path, folder: Path) -> Iterator[str]:
    for number, profile in enumerate(sorted(profiles.glob("*.prof")), 1):
        seconds, rows = slowest(profile, folder)
        yield f"tiến trình {number}: {decimal(seconds, 2)} giây (đo cả hàm nên chậm hơn thật)"
        yield f"{'riêng (s)':>10}{'cả hàm con (s)':>16}{'số lần':>12}  hàm"
        for row in rows:
            yield (
                f"{decimal(row.own, 3):>10}{decimal(row.whole, 3):>16}{row.calls:>12}  {row.name}"
            )
