"""A Word or Excel file is opened only after a look that believes nothing it says of itself."""

from __future__ import annotations

import io
import shutil
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from support import office_files as made

from plugins.newsroom.office_files import MOST_ENTRIES, office_fault
from plugins.workshop.running import run

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
WORD, SHEET = made.document(), made.workbook()
TYPES = "[Content_Types].xml"
MAIN = "wordprocessingml.document.main+xml"


def fault(data: bytes, suffix: str) -> tuple[str, str, str] | None:
    """Look at a file; it must be at its start afterwards, for whoever opens it."""
    file = io.BytesIO(data)
    found = office_fault(file, suffix)
    assert file.tell() == 0
    return found


def field(name: str, code: str) -> bytes:
    """Make a part of a Word file with a field, its code in two runs."""
    runs = f"<w:instrText>{code[:2]}</w:instrText><w:r/><w:instrText>{code[2:]}</w:instrText>"
    body = runs if name == "instrText" else f'<w:fldSimple w:instr="{code}"/>'
    return f'<w:hdr xmlns:w="urn:w">{body}</w:hdr>'.encode()


def entry_told(data: bytes, place: int, value: bytes) -> bytes:
    """Write over a field of the last entry in the central directory."""
    spot = data.rindex(b"PK\x01\x02") + place
    return data[:spot] + value + data[spot + len(value) :]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_c11_what_python_writes_is_taken(suffix: str) -> None:
    """python-docx's template and openpyxl's book hold nothing that is refused."""
    assert fault(WORD if suffix == ".docx" else SHEET, suffix) is None


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_c11_what_libreoffice_writes_is_taken(tmp_path: Path) -> None:
    """Another program's parts, in another order."""
    source = tmp_path / "tep.xlsx"
    source.write_bytes(SHEET)
    run(
        *("soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}"),
        *("--convert-to", "xlsx", "--outdir", str(tmp_path / "ra"), str(source)),
        cwd=tmp_path,
    )
    written = (tmp_path / "ra" / source.name).read_bytes()
    assert written != SHEET
    assert fault(written, ".xlsx") is None


@pytest.mark.parametrize(
    ("kind", "target"),
    [("hyperlink", "https://vi-du.vn/a"), ("hyperlink", "mailto:a@vi-du.vn"), ("hyperlink", "#B2")],
)
def test_c11_a_plain_link_is_taken(kind: str, target: str) -> None:
    """Nearly every plan names a page or a mailbox."""
    assert fault(made.with_relationship(WORD, kind, target), ".docx") is None


CASES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "a renamed document": (lambda: WORD, ".xlsx", "tệp mang đuôi .xlsx nhưng là tệp Word"),
    "a renamed workbook": (lambda: SHEET, ".docx", "tệp mang đuôi .docx nhưng là tệp Excel"),
    "a text": (lambda: b"not a workbook", ".xlsx", "tệp không phải .xlsx"),
    "an empty file": (lambda: b"", ".docx", "tệp không phải .docx"),
    "a password, or Office 97": (lambda: OLE, ".docx", "tệp không phải .docx thường"),
    "a plain archive": (
        lambda: made.zipped([("a.xml", b"<a/>")]),
        ".docx",
        "tệp không phải .docx thường",
    ),
    "a template": (
        lambda: made.retyped(WORD, MAIN, "wordprocessingml.template.main+xml"),
        ".docx",
        "tệp không phải .docx thường",
    ),
    "cut off": (lambda: WORD[: len(WORD) // 2], ".docx", "tệp hỏng hoặc chưa tải hết"),
    "1,001 entries": (
        lambda: made.zipped((f"word/{n}.xml", b"<a/>") for n in range(MOST_ENTRIES + 1)),
        ".docx",
        "tệp gồm hơn 1.000 phần",
    ),
    "a name that climbs": (
        lambda: made.with_part(WORD, "word/../../x.xml", b"<a/>"),
        ".docx",
        "tệp có phần tên lạ 'word/../../x.xml'",
    ),
    "an absolute name": (
        lambda: made.with_part(WORD, "/x.xml", b"<a/>"),
        ".docx",
        "tệp có phần tên lạ '/x.xml'",
    ),
    "a name of Windows": (
        lambda: made.with_part(WORD, "c:x.xml", b"<a/>"),
        ".docx",
        "tệp có phần tên lạ 'c:x.xml'",
    ),
    "one name twice": (
        lambda: made.with_part(WORD, "Word/Document.xml", b"<a/>"),
        ".docx",
        "tệp có hai phần cùng tên «",
    ),
    "a program by its name": (
        lambda: made.with_part(SHEET, "xl/vbaProject.bin", OLE),
        ".xlsx",
        "tệp có mã lệnh (macro) ở «xl/vbaProject.bin»",
    ),
    "a program by its type": (
        lambda: made.retyped(
            SHEET,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        ),
        ".xlsx",
        "tệp có mã lệnh (macro) ở «[Content_Types].xml»",
    ),
    "a program under another name": (
        lambda: made.with_relationship(SHEET, "vbaProject", "x.xml", external=False),
        ".xlsx",
        "tệp có mã lệnh (macro) ở «docProps/_rels/app.xml.rels»",
    ),
    "an embedded workbook": (
        lambda: made.with_part(WORD, "word/embeddings/a.xlsx", SHEET),
        ".docx",
        "tệp nhúng tệp khác ở «word/embeddings/a.xlsx»",
    ),
    "an archive that is called a picture": (
        lambda: made.with_part(WORD, "word/media/image1.png", WORD),
        ".docx",
        "tệp nhúng tệp khác ở «word/media/image1.png»",
    ),
    "an ActiveX control": (
        lambda: made.with_part(WORD, "word/activeX/activeX1.bin", OLE),
        ".docx",
        "tệp nhúng tệp khác ở «word/activeX/activeX1.bin»",
    ),
    "an OLE object": (
        lambda: made.with_relationship(WORD, "oleObject", "x.xml", external=False),
        ".docx",
        "tệp nối tới thứ ở ngoài nội dung: oleobject «x.xml» (docProps/_rels/app.xml.rels)",
    ),
    "a template from elsewhere": (
        lambda: made.with_relationship(WORD, "attachedTemplate", "https://x.vn/a.dotm"),
        ".docx",
        "tệp nối tới thứ ở ngoài nội dung: attachedtemplate «https://x.vn/a.dotm»",
    ),
    "a picture from elsewhere": (
        lambda: made.with_relationship(WORD, "image", "https://x.vn/a.png"),
        ".docx",
        "tệp nối tới thứ ở ngoài nội dung: image «https://x.vn/a.png»",
    ),
    "an address that is not said to lead out": (
        lambda: made.with_relationship(WORD, "image", "\\\\x.vn\\a.png", external=False),
        ".docx",
        "tệp nối tới thứ ở ngoài nội dung: image «\\\\x.vn\\a.png»",
    ),
    "a link that runs": (
        lambda: made.with_relationship(WORD, "hyperlink", "javascript:alert(1)"),
        ".docx",
        "tệp có liên kết tới «javascript:alert(1)»",
    ),
    "a link to a file": (
        lambda: made.with_relationship(WORD, "hyperlink", "file:///c:/a.exe"),
        ".docx",
        "tệp có liên kết tới «file:///c:/a.exe»",
    ),
    "another's workbook": (
        lambda: made.with_relationship(SHEET, "externalLink", "a.xml", external=False),
        ".xlsx",
        "tệp nối tới thứ ở ngoài nội dung: externallink «a.xml»",
    ),
    "a command in a field": (
        lambda: made.with_part(WORD, "word/header9.xml", field("instrText", "DDEAUTO cmd")),
        ".docx",
        "tệp có trường DDE ở «word/header9.xml»",
    ),
    "a command in a simple field": (
        lambda: made.with_part(WORD, "word/header9.xml", field("fldSimple", " dde c m")),
        ".docx",
        "tệp có trường DDE ở «word/header9.xml»",
    ),
    "entities": (
        lambda: made.with_part(WORD, "word/x.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        ".docx",
        "phần «word/x.xml» có khai báo DOCTYPE",
    ),
    "entities in UTF-16": (
        lambda: made.with_part(WORD, "word/x.xml", "<!DOCTYPE a><a/>".encode("utf-16")),
        ".docx",
        "phần «word/x.xml» có khai báo DOCTYPE",
    ),
    "an encoding that hides": (
        lambda: made.with_part(WORD, "word/x.xml", b'<?xml version="1.0" encoding="cp037"?><a/>'),
        ".docx",
        "phần «word/x.xml» ghi mã cp037",
    ),
    "a part that is no XML": (
        lambda: made.with_part(WORD, "word/x.xml", b"<a>"),
        ".docx",
        "tệp hỏng",
    ),
    "cells merged to the end": (
        lambda: made.with_part(SHEET, "xl/x.xml", b'<a><mergeCell ref="A1:XFD1048576"/></a>'),
        ".xlsx",
        "trang tính gộp ô A1:XFD1048576",
    ),
    "a header that says less": (
        lambda: entry_told(SHEET, 24, struct.pack("<L", 3)),
        ".xlsx",
        "phần «[Content_Types].xml» không dài như tệp ghi",
    ),
    "an entry with a password": (
        lambda: entry_told(SHEET, 8, struct.pack("<H", 1)),
        ".xlsx",
        "tệp có mật khẩu",
    ),
    "an entry packed in a rare way": (
        lambda: entry_told(SHEET, 10, struct.pack("<H", zipfile.ZIP_LZMA)),
        ".xlsx",
        "phần «[Content_Types].xml» nén theo cách lạ",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_c11_what_must_not_be_opened_is_named(name: str) -> None:
    """An editor reads what is wrong, why, and how to mend it."""
    make, suffix, said = CASES[name]
    found = fault(make(), suffix)
    assert found is not None
    fact, why, remedy = found
    assert fact.startswith(said)
    assert why
    assert remedy


def test_c11_a_bomb_is_left_after_its_first_megabytes() -> None:
    """10 MB that unpack to 10 GB, and headers that say 1,000 bytes: nothing fills up, or waits."""
    data = made.bomb(10_000_000)
    tracemalloc.start()
    began = monotonic()
    found = fault(data, ".xlsx")
    took, most = monotonic() - began, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found is not None
    assert found[0] == "tệp giải nén ra quá 200 MB hoặc quá 100 lần"
    assert most < 10_000_000
    assert took < 20


def test_c11_a_small_bomb_is_one_too() -> None:
    """Zeros that unpack to 300 times the whole file."""
    parts = made.unzipped(SHEET) | {"xl/media/image1.png": bytes(3_000_000)}
    found = fault(made.zipped(parts.items()), ".xlsx")
    assert found is not None
    assert found[0] == "tệp giải nén ra quá 200 MB hoặc quá 100 lần"
