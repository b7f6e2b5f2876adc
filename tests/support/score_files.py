"""A small scorecard in strings: four provinces, two areas, two periods."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.dataset import Sources
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Registers
from plugins.newsroom.source_file import SourceFile
from plugins.scorecards.ranking.records import records_of
from plugins.scorecards.reading.book import read_book
from plugins.scorecards.rules import check

UNITS = """\
ma,ten,ten-ngan,cap,he-thong,ma-so,thuoc,hieu-luc-tu,hieu-luc-den,ke-thua,nguon
tinh-binh-dinh,Tỉnh Bình Định,Bình Định,tinh,63,52,,,2025-06-30,tinh-gia-lai,Thử
tinh-gia-lai-cu,Tỉnh Gia Lai (đến 30/06/2025),Gia Lai (cũ),tinh,63,64,,,2025-06-30,tinh-gia-lai,Thử
tinh-gia-lai,Tỉnh Gia Lai,Gia Lai,tinh,34,52,,2025-07-01,,,Thử
tinh-phu-yen,Tỉnh Phú Yên,Phú Yên,tinh,63,54,,,2025-06-30,,Thử
thanh-pho-hue,Thành phố Huế,Huế,tinh,63 34,46,,,,,Thử
bo-noi-vu,Bộ Nội vụ,Nội vụ,bo,,,,,,,Thử
"""
CARD = """\
ten = "Chỉ số thử"
ten-ngan = "THỬ"
mo-ta = "Đo thử."
co-quan-cong-bo = "Bộ Thử"
cap = ["tinh"]
nhom = ["Tốt", "Khá"]

[[phuong-phap]]
ma = "1"
tu = "2022"
thang = 20
tong = "tong"
sai-so = 0.01
xep-hang = "cong-bo"

[[linh-vuc]]
ma = "a"
ten = "Lĩnh vực A"
diem-toi-da = 10

[[linh-vuc.tieu-chi]]
ma = "a1"
ten = "Tiêu chí A1"
diem-toi-da = 6

[[linh-vuc.tieu-chi]]
ma = "a2"
ten = "Tiêu chí A2"
diem-toi-da = 4

[[linh-vuc]]
ma = "b"
ten = "Lĩnh vực B"
diem-toi-da = 10
"""
HEADER = (
    "don-vi,ma-so,he,tong,hang,so-don-vi,nhom,a,a1,a2,b,nguon,ghi-chu,suy-ra,"
    "sua-ngay,ly-do-sua,xac-nhan"
)
SHEET = f"""\
{HEADER}
Huế,46,63,16.50,1,4,Tốt,8.50,5.50,3.00,8.00,https://vi-du.vn/1,,,,,
Bình Định,52,63,15.25,2,4,Tốt,8.25,5.00,3.25,7.00,https://vi-du.vn/1,,,,,
Phú Yên,54,63,14.00,3,4,Khá,7.00,4.00,3.00,7.00,https://vi-du.vn/1,,,,,
Gia Lai,64,63,13.00,4,4,Khá,7.00,4.00,3.00,6.00,https://vi-du.vn/1,,,,,
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What reading, checking and arranging a scorecard gave."""

    records: dict[str, object]
    problems: tuple[Problem, ...]


def scorecard(
    card: str = CARD, units: str = UNITS, key: str = "thu", **sheets: str | bytes
) -> Read:
    """Read a scorecard of these texts; without `ky_2022`, its sheet of 2022 is the usual one."""
    texts: dict[str, str | bytes] = {"bo-chi-so.toml": card, "2022.csv": SHEET}
    texts |= {_name(name): text for name, text in sheets.items()}
    files = [file(f"chi-so/{key}/{name}", text) for name, text in texts.items() if text != ""]
    shared = (file("chi-so/don-vi.csv", units),)
    reading = read_book(Sources(name=key, files=tuple(files), shared=shared, registers=Registers()))
    checked = check(reading.value) if reading.value else ()
    problems = (*reading.problems, *checked)
    sound = reading.value and not any(problem.is_error for problem in problems)
    records = dict(records_of(reading.value)) if sound and reading.value else {}
    return Read(records=records, problems=problems)


def _name(key: str) -> str:
    return key.removeprefix("ky_").replace("_", "-") + ".csv"


def file(path: str, text: str | bytes) -> SourceFile:
    """Make a file of the content."""
    data = text.encode() if isinstance(text, str) else text
    digest = hashlib.sha256(data).hexdigest()
    return SourceFile(path=path, kind="data", digest=digest, data=data, location=Path("/nowhere"))


def row(unit: str, **cells: str) -> str:
    """Write one row of a sheet; columns that are not given are empty."""
    names = HEADER.split(",")
    filled = {"don-vi": unit, "nguon": "https://vi-du.vn/1"}
    filled |= {name.replace("_", "-"): text for name, text in cells.items()}
    return ",".join(f'"{filled[name]}"' if name in filled else "" for name in names) + "\n"
