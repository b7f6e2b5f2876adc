"""The collection of defects: each laid over a small sound base, on its own or with others.

A defect is a folder of `tests/defects/`: `content/` holds files laid over the base, `rows/` lines
added to its registers, and `MADE` whatever Git does not carry. `expected.txt` is what is said.
"""

from __future__ import annotations

import shutil
import tempfile
import unicodedata
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PIL import Image
from support import office_files, pdf_files

from plugins.checking.table import CHECKS
from plugins.incremental.crew import Crew
from plugins.incremental.desk import Desk
from plugins.incremental.marks import Marks
from plugins.newsroom.problem import Problem
from plugins.scorecards.plugin import register
from plugins.vietnamese.dates import ZONE

register()  # the feature that reads a folder of its own

FOLDER = Path(__file__).parents[1] / "defects"
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=ZONE)
COLUMN = "tin-bai/truyen-thong/ke-hoach"
NAMES = tuple(sorted(path.name for path in FOLDER.iterdir() if path.name != "base"))

SOUND = """---
title: Một bài thử
date: 01/04/2023
summary: Một câu tóm tắt.
---

Cải cách hành chính của tỉnh.
"""
ABOUT_PICTURE = """
image_alt: Một ô đen.
image_credit: Ban biên tập
"""


def lay(names: tuple[str, ...], content: Path) -> Path:
    """Lay defects over a copy of the base."""
    shutil.copytree(FOLDER / "base" / "content", content)
    for name in names:
        laid = FOLDER / name / "content"
        if laid.is_dir():
            shutil.copytree(laid, content, dirs_exist_ok=True)
        for rows in sorted((FOLDER / name).glob("rows/*")):
            with (content / rows.name).open("ab") as register:
                register.write(rows.read_bytes())
        if name in MADE:
            MADE[name](content)
    return content


def problems_of(content: Path, *, now: datetime = NOW) -> tuple[Problem, ...]:
    """Read and check a content folder as `inv check` does, at a fixed minute."""
    with tempfile.TemporaryDirectory() as cache:
        kept, marks = Path(cache), Marks(Path(cache))
        desk = Desk(content, kept, now=now, crew=Crew(workers=1), checks=CHECKS, marks=marks)
        desk.work()
        problems = desk.problems()
        desk.close()
    return problems


def _written(name: str, data: bytes) -> Callable[[Path], None]:
    def make(content: Path) -> None:
        (content / COLUMN / name).write_bytes(data)

    return make


def _symlink(content: Path) -> None:
    (content / COLUMN / "2023-04-01-symlink.md").symlink_to("/etc/hostname")


def _nested_repository(content: Path) -> None:
    (content / "tin-bai/truyen-thong/kho-khac/.git").mkdir(parents=True)


def _names_that_differ_by_case(content: Path) -> None:
    for name in ("2023-04-01-hai-ten.md", "2023-04-01-Hai-Ten.md"):
        (content / COLUMN / name).write_text(SOUND, encoding="utf-8")


def _nfd_name(content: Path) -> None:
    name = unicodedata.normalize("NFD", "2023-04-01-cải-cách.md")
    (content / COLUMN / name).write_text(SOUND, encoding="utf-8")


def _empty_folder(content: Path) -> None:
    (content / "tin-bai/truyen-thong/thu-muc-trong").mkdir()


def _register_gone(content: Path) -> None:
    (content / "the.csv").unlink()


def _nothing_to_publish(content: Path) -> None:
    shutil.rmtree(content / "tin-bai")


def _picture(name: str, mode: str, size: tuple[int, int]) -> Callable[[Path], None]:
    def make(content: Path) -> None:
        Image.new(mode, size).save(content / COLUMN / f"2023-04-01-{name}.jpg")
        text = SOUND.replace("\n---\n\n", f"\nimage: 2023-04-01-{name}.jpg{ABOUT_PICTURE}---\n\n")
        (content / COLUMN / f"2023-04-01-{name}.md").write_text(text, encoding="utf-8")

    return make


def _heavy_picture(content: Path) -> None:
    _picture("picture-too-heavy", "L", (8, 8))(content)
    with (content / COLUMN / "2023-04-01-picture-too-heavy.jpg").open("ab") as picture:
        picture.truncate(21_000_000)


def _attachment(name: str, data: bytes) -> Callable[[Path], None]:
    def make(content: Path) -> None:
        (content / COLUMN / name).write_bytes(data)
        text = SOUND + f"\nXem [tài liệu kèm theo]({name}).\n"
        stem = name.rpartition(".")[0]
        (content / COLUMN / f"2023-04-01-{stem}.md").write_text(text, encoding="utf-8")

    return make


MADE: dict[str, Callable[[Path], None]] = {
    "005-utf-16": _written("2023-04-01-utf-16.md", SOUND.encode("utf-16")),
    "006-windows-1258": _written(
        "2023-04-01-windows-1258.md",
        unicodedata.normalize("NFKD", "---\ntitle: Tỉnh mở lớp học\n").encode("cp1258", "ignore"),
    ),
    "018-symlink": _symlink,
    "021-nested-repository": _nested_repository,
    "039-names-that-differ-by-case": _names_that_differ_by_case,
    "040-nfd-name": _nfd_name,
    "042-empty-folder": _empty_folder,
    "043-tcvn3-bytes": _written(
        "2023-04-01-tcvn3-bytes.md",
        "---\ntitle: C¶i c¸ch hµnh chÝnh cña tØnh\n".encode("latin-1"),
    ),
    "194-secret-in-an-article": _written(
        "2023-04-01-secret-in-an-article.md",
        f"{SOUND}\nKhóa: {'gh'}{'p_'}{'Zx9Kq2' * 6}\n".encode(),
    ),
    "048-register-gone": _register_gone,
    "121-picture-too-large": _picture("picture-too-large", "L", (8_000, 6_000)),
    "123-picture-too-heavy": _heavy_picture,
    "114-nothing-to-publish": _nothing_to_publish,
    "206-advertisement-in-a-file": _attachment(
        "thong-bao.xlsx", office_files.workbook(("Đơn vị", "Nhà cái uy tín"))
    ),
    "205-name-too-long": _written(f"2023-04-01-{'dai-' * 30}ten.md", SOUND.encode()),
    "200-missing-attachment": _attachment("ke-hoach-2022.pdf", pdf_files.pdf()),
    "201-unlinked-attachment": _written("2023-04-01-tep-thua.pdf", pdf_files.pdf()),
    "202-workbook-with-a-program": _attachment(
        "tep-co-macro.xlsx",
        office_files.with_part(office_files.workbook(), "xl/vbaProject.bin", b"x"),
    ),
    "203-pdf-with-a-program": _attachment(
        "tep-co-ma.pdf",
        pdf_files.pdf("Ke hoach", pdf_files.opening(pdf_files.action("JavaScript", JS="x"))),
    ),
    "204-attachment-to-a-strange-host": _attachment(
        "tep-noi-ra-ngoai.docx",
        office_files.with_relationship(
            office_files.document(), "hyperlink", "https://tinhmao.gov.vn/a"
        ),
    ),
}
