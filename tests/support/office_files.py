"""Word and Excel files made at run time: sound ones, and each with one thing wrong."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable

from docx import Document
from openpyxl import Workbook

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def document(*paragraphs: str, author: str = "") -> bytes:
    """Make a Word file."""
    made, stream = Document(), io.BytesIO()
    for text in paragraphs or ("Kế hoạch cải cách hành chính",):
        made.add_paragraph(text)
    made.core_properties.author = author
    made.save(stream)
    return stream.getvalue()


def workbook(*rows: Iterable[str | float], merged: str = "") -> bytes:
    """Make an Excel file of one sheet."""
    book, stream = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows or (("Đơn vị", "Tổng điểm"), ("Huế", 16.5)):
        sheet.append(list(row))
    if merged:
        sheet.merged_cells.add(merged)
    book.save(stream)
    return stream.getvalue()


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Put parts into an archive, in that order, whatever their names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """Take an archive apart."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """Give an office file one part more, or another one under that name."""
    return zipped((unzipped(data) | {name: part}).items())


def with_relationship(data: bytes, kind: str, target: str, *, external: bool = True) -> bytes:
    """Let an office file lead from one of its parts to something of that kind."""
    mode = ' TargetMode="External"' if external else ""
    link = f'<Relationship Id="rX" Type="{RELATIONSHIPS}/{kind}" Target="{target}"{mode}/>'
    part = f'<Relationships xmlns="{PACKAGE}">{link}</Relationships>'
    return with_part(data, "docProps/_rels/app.xml.rels", part.encode())


def retyped(data: bytes, old: str, new: str) -> bytes:
    """Change words in the table of an office file's content types."""
    types = unzipped(data)["[Content_Types].xml"].decode()
    assert old in types
    return with_part(data, "[Content_Types].xml", types.replace(old, new).encode())


def bomb(packed: int) -> bytes:
    """Make a workbook of about so many bytes packed that says it is small, and unpacks to GBs."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    zeros = [
        squeeze.compress(bytes(1_000_000)) + squeeze.flush(zlib.Z_FULL_FLUSH) for _ in range(2)
    ]
    stream = io.BytesIO(workbook())
    with zipfile.ZipFile(stream, "a") as archive:
        entry = zipfile.ZipInfo("xl/media/image1.png")
        archive.writestr(entry, zeros[0] + zeros[1] * (packed // len(zeros[1])) + squeeze.flush())
        entry.compress_type, entry.file_size = zipfile.ZIP_DEFLATED, 1000
    return stream.getvalue()
