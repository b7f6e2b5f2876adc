"""The desk as files: what an editor, a designer and a developer would have in their folder."""

from __future__ import annotations

import csv
import functools
import io
import json
import posixpath
from collections.abc import Iterable
from pathlib import Path

from support.desk import Desk, Draft, Part, Row, Sheet
from support.pdf_files import pdf
from support.pictures import encoded, halves

ROOT = Path(__file__).parents[2]
TABLES = {
    "co-quan.csv": (
        *("ma", "ten", "ten-ngan", "cap", "loai", "co-quan-chu-quan"),
        *("hieu-luc-tu", "hieu-luc-den", "ke-thua", "trang-web", "nguon"),
    ),
    "dia-ban.csv": (
        *("ma", "ten", "ten-ngan", "cap", "he-thong", "ma-so", "thuoc"),
        *("hieu-luc-tu", "hieu-luc-den", "ke-thua", "nguon"),
    ),
    "tu-viet-tat.csv": ("viet-tat", "nghia", "nhom", "nhap-nhang", "nguon"),
    "the.csv": ("ma", "ten", "mo-ta"),
    "dong-su-kien.csv": ("ma", "ten", "mo-ta"),
    "lien-ket.csv": ("may-chu", "ten", "nofollow", "nguon"),
}
UNITS = "ma,ten,ten-ngan,cap,he-thong,ma-so,thuoc,hieu-luc-tu,hieu-luc-den,ke-thua,nguon\n"
SCORES = "don-vi,tong,nguon,sua-ngay,ly-do-sua\n"
SCORECARD = """\
ten = "Chỉ số thử"
mo-ta = "Đo thử."
co-quan-cong-bo = "Bộ Thử"
giay-phep = "{terms}"
xem-lai = 2026-11-24

[[phuong-phap]]
ma = "1"
den = "2022"
thang = 100
xep-hang = "tu-tinh"

[[phuong-phap]]
ma = "2"
tu = "2023"
thang = 100
xep-hang = "tu-tinh"
"""
TABLE = "| Việc | Hạn |\n|---|---|\n| Mở lớp | trước 15/12/2023 |\n| Đưa tin | không nêu |"
FIGURES = "so-lieu"
SETTINGS, PUBLISHING = "mauconf.py", "xuatbanconf.py"
PUBLISHED = {"SITEURL": "https://xuat-ban.example", "REVIEW_COMPONENTS": False}


def files(desk: Desk) -> dict[str, bytes]:
    """Give every file of the site by its path below the site's folder."""
    texts = {
        "chuyen-trang.toml": "\n".join(map(_section, desk.sections)),
        "co-quan.csv": _table("co-quan.csv", desk.agencies.values()),
        "dia-ban.csv": _table("dia-ban.csv", desk.localities.values()),
        "tu-viet-tat.csv": _table("tu-viet-tat.csv", desk.abbreviations),
        "the.csv": _table("the.csv", desk.tags.values()),
        "dong-su-kien.csv": _table("dong-su-kien.csv", desk.series.values()),
        "lien-ket.csv": _table("lien-ket.csv", desk.hosts.values()),
        **scorecard(desk),
        **{f"trang/{slug}.md": _sheet(sheet) for slug, sheet in desk.sheets.items()},
        **{draft.path: _article(draft, desk) for draft in desk.articles.values()},
    }
    pictures = {
        picture_path(draft, place): picture(colour)
        for draft in desk.articles.values()
        for place, colour in (("anh", draft.lead), ("trong-bai", draft.inset))
        if colour
    }
    attached = {attachment_path(d): pdf(d.attached) for d in desk.articles.values() if d.attached}
    written = {path: text.encode() for path, text in texts.items()} | pictures | attached
    return {
        **{f"content/{path}": data for path, data in written.items()},
        **{f"theme/{path}": data for path, data in desk.theme.items()},
        SETTINGS: _settings(desk.settings),
        PUBLISHING: _settings({**desk.settings, **PUBLISHED}),
    }


def scorecard(desk: Desk) -> dict[str, str]:
    """Give the files of the desk's scorecard by their path below the content folder."""
    units = "".join(f"{unit},{name},,tinh,,,,,,,Mẫu\n" for unit, name in desk.unit_names.items())
    sheets = {
        f"chi-so/thu/{period}.csv": SCORES
        + "".join(
            f"{s.unit},{s.points},{s.source},{s.corrected},{'Gõ nhầm' if s.corrected else ''}\n"
            for s in scores
        )
        for period, scores in desk.scores.items()
    }
    definition = SCORECARD.format(terms=desk.terms)
    return {
        "chi-so/don-vi.csv": UNITS + units,
        "chi-so/thu/bo-chi-so.toml": definition,
        **sheets,
    }


@functools.cache
def picture(colour: str) -> bytes:
    """Draw a small picture; equal colours are equal bytes."""
    red, green, blue = bytes.fromhex(colour)
    image = halves(320, 200)
    image.paste((red, green, blue), (40, 40, 280, 160))
    return encoded(image, quality=80)


def picture_path(draft: Draft, place: str) -> str:
    """Give the path of an article's picture, which lies beside it."""
    return f"{draft.folder}/{draft.day.isoformat()}-{draft.slug}-{place}.jpg"


def attachment_path(draft: Draft) -> str:
    """Give the path of an article's attachment, which lies beside it."""
    return f"{draft.folder}/{draft.day.isoformat()}-{draft.slug}-tep.pdf"


def _article(draft: Draft, desk: Desk) -> str:
    return "---\n" + "\n".join(_front_matter(draft)) + "\n---\n\n" + _body(draft, desk)


def _front_matter(draft: Draft) -> list[str]:
    day = f"{draft.day:%d/%m/%Y} {draft.at}".strip()
    lines = [f"title: {_quoted(draft.title)}", f'date: "{day}"']
    lines += [
        f"summary: {_quoted(draft.summary)}",
        f"status: {draft.status}",
        f"lang: {draft.lang}",
    ]
    lists = {
        "tags": draft.tags,
        "agencies": draft.agencies,
        "localities": draft.localities,
        "columns": ["/".join(key) for key in draft.columns],
        "authors": draft.authors,
        "aliases": draft.aliases,
    }
    lines += [f"{key}: [{', '.join(values)}]" for key, values in lists.items() if values]
    lines += [f"series: {draft.series}"] if draft.series else []
    lines += [f"source: {_quoted(draft.source)}"] if draft.source else []
    lines += [f"modified: {draft.modified:%d/%m/%Y}"] if draft.modified else []
    if draft.meanings:
        lines += ["abbreviations:", *(f"  {k}: {_quoted(m)}" for k, m in draft.meanings.items())]
    if draft.corrections:
        lines.append("correction:")
    for day_of, text in draft.corrections:
        lines += [f"  - date: {day_of:%d/%m/%Y}", f"    text: {_quoted(text)}"]
    if draft.lead:
        name = posixpath.basename(picture_path(draft, "anh"))
        lines += [f"image: {name}", "image_alt: Một khung màu nằm giữa hai nửa nền."]
        lines += ["image_caption: Khung màu của bài.", "image_credit: Ban biên tập"]
    return lines


def _body(draft: Draft, desk: Desk) -> str:
    parts = [*draft.paragraphs, f"Bản ghi số {draft.stamp:04}."]
    parts += [_link(draft, desk.articles[number]) for number in draft.links]
    if draft.inset:
        name = posixpath.basename(picture_path(draft, "trong-bai"))
        parts.append(f"![Một khung màu trên nền hai màu.]({name})")
    if draft.attached:
        parts.append(f"Xem [tệp kèm theo bài]({posixpath.basename(attachment_path(draft))}).")
    if draft.heading:
        parts += [f"## {draft.heading}", "Chưa có số liệu công bố."]
    parts += [TABLE] if draft.has_table else []
    return "\n\n".join(parts) + "\n"


def _link(draft: Draft, target: Draft) -> str:
    way = posixpath.relpath(target.path, draft.folder)
    anchor = f"#{FIGURES}" if target.heading == "Số liệu" else ""
    return f"Xem thêm [bài số {target.number} cùng việc]({way}{anchor})."


def _sheet(sheet: Sheet) -> str:
    head = [f"title: {_quoted(sheet.title)}", f"summary: {_quoted(sheet.summary)}"]
    head.append(f"lang: {sheet.lang}")
    return "---\n" + "\n".join(head) + "\n---\n\n" + "\n\n".join(sheet.paragraphs) + "\n"


def _section(section: Part) -> str:
    lines = ["[[chuyen-trang]]", *_part(section)]
    for column in section.columns:
        lines += ["[[chuyen-trang.chuyen-muc]]", *_part(column)]
    return "\n".join(lines) + "\n"


def _part(part: Part) -> list[str]:
    lines = [f"id = {_quoted(part.id)}", f"ten = {_quoted(part.name)}"]
    lines.append(f"mo-ta = {_quoted(part.description)}")
    return [*lines, *([f"co-quan = {_quoted(part.agency)}"] if part.agency else []), ""]


def _table(name: str, rows: Iterable[Row]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, TABLES[name], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def _settings(settings: dict[str, object]) -> bytes:
    conf = str(ROOT / "pelicanconf.py")
    lines = [f"import runpy\n\nglobals().update(runpy.run_path({conf!r}))"]
    lines += [f"{name} = {value!r}" for name, value in settings.items()]
    return ("\n".join(lines) + "\n").encode()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
