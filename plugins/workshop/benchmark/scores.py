"""What scorecards cost: a real one alone, and a large one that is made up for this alone."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Final

from plugins.workshop.benchmark.bench import SEED, laid_out
from plugins.workshop.benchmark.cases import Case, Expected, Turn, cold, noop
from plugins.workshop.benchmark.results import Rows, row_of_runs
from plugins.workshop.benchmark.sites import OURS, Site

FEW_ARTICLES: Final = 24
COMMUNES, MONTHS = 3321, 24
GROUPS: Final = (
    ("cong-khai", 18),
    ("tien-do", 20),
    ("so-hoa", 22),
    ("truc-tuyen", 22),
    ("hai-long", 18),
)
CARD: Final = """\
ten = "Bộ chỉ số để đo"
mo-ta = "Số liệu tự đặt ra để đo tốc độ, không của ai cả."
co-quan-cong-bo = "Không có"
cap = ["tinh", "xa"]
ky = "thang"

[[phuong-phap]]
ma = "1"
thang = 100
tong = "tong"
xep-hang = "tu-tinh"
"""


def score_rows(root: Path, rounds: int) -> Rows:
    """Measure PAPI alone, then provinces and communes over two years of months (s, bytes)."""
    papi, large = _rows(root, rounds, "papi", _papi), _rows(root, rounds, "766", _large)
    return papi | large


def _rows(root: Path, rounds: int, name: str, fill: Callable[[Path, Path], Path]) -> Rows:
    """Measure a site whose only scorecard is the one that `fill` lays; it gives a sheet to edit."""
    with tempfile.TemporaryDirectory(prefix="do-") as folder:
        bench = laid_out(root, Path(folder), (OURS,), FEW_ARTICLES)
        (site,) = bench.sites
        sheet = fill(root / "content" / "chi-so", site.folder / "content" / "chi-so")
        bench.warmed_up()
        cases = (
            Case(name="cold", prepare=cold),
            Case(name="noop", prepare=noop),
            Case(name="cell", prepare=lambda site, turn: _edited(sheet, site, turn)),
        )
        return {
            f"scores-{name}-{case.name}": {
                OURS: row_of_runs(bench.runs(case, rounds)[OURS]),
            }
            for case in cases
        }


def _edited(sheet: Path, site: Site, turn: Turn) -> Expected:
    """Change the note of one row, which its unit's page and the period's pages show."""
    lines = sheet.read_text("utf-8").splitlines()
    names = lines[0].split(",")
    row = next(csv.reader([lines[1]]))
    row[names.index("ghi-chu")] = turn.mark
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(row)
    lines[1] = text.getvalue().rstrip("\n")
    sheet.write_text("\n".join(lines) + "\n", "utf-8")
    return Expected(site=site, articles=turn.articles, marked=1)


def _papi(known: Path, folder: Path) -> Path:
    """Lay the real PAPI, sixty-three provinces over fourteen years."""
    shutil.copytree(known / "papi", folder / "papi")
    shutil.copy(known / "don-vi.csv", folder)
    return max((folder / "papi").glob("*.csv"))


def _large(known: Path, folder: Path) -> Path:
    """Lay thirty-four provinces and their communes, each month by five groups."""
    card = folder / "do-lon"
    card.mkdir(parents=True)
    units = (known / "don-vi.csv").read_text("utf-8")
    provinces = [*_provinces(units), "tinh-gia-lai"]
    communes = {f"xa-do-{n}": provinces[n % len(provinces)] for n in range(COMMUNES)}
    rows = (f"{xa},Xã đo {xa[6:]},,xa,34,,{of},,,,Đo\n" for xa, of in communes.items())
    (folder / "don-vi.csv").write_text(units + "".join(rows), "utf-8")
    areas = (
        f'\n[[linh-vuc]]\nma = "{name}"\nten = "Nhóm {name}"\ndiem-toi-da = {most}\n'
        for name, most in GROUPS
    )
    (card / "bo-chi-so.toml").write_text(CARD + "".join(areas), "utf-8")
    chance = Random(SEED)  # noqa: S311 - figures to measure with, not a secret
    for month in range(MONTHS):
        sheet = card / f"{2025 + (6 + month) // 12}-{(6 + month) % 12 + 1:02}.csv"
        sheet.write_text("".join(_sheet([*provinces, *communes], chance)), "utf-8")
    return sheet


def _provinces(units: str) -> Iterator[str]:
    """Name the provinces of the system of 34."""
    for row in csv.DictReader(io.StringIO(units)):
        if row["cap"] == "tinh" and "34" in row["he-thong"].split():
            yield row["ma"]


def _sheet(units: list[str], chance: Random) -> Iterator[str]:
    yield f"don-vi,tong,{','.join(name for name, _ in GROUPS)},nguon,ghi-chu\n"
    for unit in units:
        parts = [round(most * chance.uniform(0.5, 1), 2) for _, most in GROUPS]
        written = ",".join(f"{part:.2f}" for part in parts)
        yield f"{unit},{sum(parts):.2f},{written},số tự đặt ra để đo,\n"
