"""A served attachment is the editor's document, and says nothing of who made it."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject
from support import office_files as office
from support import pdf_files as made

from plugins.attachments.stripping import stripped
from plugins.newsroom.attachment import Attachment
from plugins.newsroom.model import FileBeside
from plugins.workshop.headers import headers_at
from plugins.workshop.running import run

AUTHOR = "Nguyen Van Soan"


def served(folder: Path, data: bytes, name: str, *, cache: str = "cache") -> tuple[str, bytes]:
    """Serve an attachment: its address and its bytes."""
    (folder / name).write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    file = FileBeside(path=f"tin-bai/a/b/{name}", digest=digest, location=str(folder / name))
    found = stripped([file], cache=folder / cache)[file.path]
    assert isinstance(found, Attachment)
    place = folder / cache / found.url.removeprefix("/")
    assert found.size == place.stat().st_size
    return found.url, place.read_bytes()


def with_metadata(writer: PdfWriter) -> None:
    """Describe the file, and its page, in XMP."""
    described = DecodedStreamObject()
    described.set_data(f"<x:xmpmeta>{AUTHOR}</x:xmpmeta>".encode())
    described[NameObject("/Subtype")] = NameObject("/XML")
    place = writer._add_object(described)  # noqa: SLF001
    writer.root_object[NameObject("/Metadata")] = place
    writer.pages[0][NameObject("/Metadata")] = place


def with_bookmarks(writer: PdfWriter) -> None:
    """Let readers jump."""
    writer.add_outline_item(title="Phần một", page_number=0)


def test_c11_a_pdf_names_no_author_and_says_the_same(tmp_path: Path) -> None:
    """Words, bookmarks, links and the title stay; author, program and dates are gone."""

    def titled(writer: PdfWriter) -> None:
        writer.add_metadata({"/Title": "Kế hoạch 2026"})

    link = made.linked("https://a.gov.vn/")
    data = made.pdf("Ke hoach 2026", with_bookmarks, link, with_metadata, titled, author=AUTHOR)
    assert AUTHOR.encode() in data
    _, bare = served(tmp_path, data, "ke-hoach.pdf")
    assert AUTHOR.encode() not in bare
    found = PdfReader(io.BytesIO(bare))
    assert found.metadata == {"/Title": "Kế hoạch 2026"}
    assert found.xmp_metadata is None
    assert found.pages[0].extract_text() == "Ke hoach 2026"
    assert [mark["/Title"] for mark in found.outline] == ["Phần một"]  # type: ignore[call-overload]
    marks = found.pages[0].annotations
    assert marks is not None
    assert marks[0].get_object()["/A"]["/URI"] == "https://a.gov.vn/"


@pytest.mark.slow
@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftoppm")), reason="LibreOffice, Poppler"
)
def test_c11_a_pdf_of_an_office_program_looks_the_same(tmp_path: Path) -> None:
    """What LibreOffice saves as PDF shows the same pixels after it was stripped."""
    source = tmp_path / "bang.xlsx"
    source.write_bytes(office.workbook(*(("Sở Nội vụ", n) for n in range(90))))
    home = f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}"
    run("soffice", "--headless", home, "--convert-to", "pdf", str(source), cwd=tmp_path)
    data = (tmp_path / "bang.pdf").read_bytes()
    _, bare = served(tmp_path, data, "bang.pdf")
    assert "/Producer" in (PdfReader(io.BytesIO(data)).metadata or {})
    assert "/Producer" not in (PdfReader(io.BytesIO(bare)).metadata or {})
    (tmp_path / "tran.pdf").write_bytes(bare)
    for name in ("bang", "tran"):
        run("pdftoppm", "-r", "50", f"{name}.pdf", name, cwd=tmp_path)
    shown = [sorted(tmp_path.glob(f"{name}-*.ppm")) for name in ("bang", "tran")]
    before, after = ([page.read_bytes() for page in pages] for pages in shown)
    assert len(before) >= 2
    assert before == after


def test_c11_word_and_excel_files_name_no_author_and_say_the_same(tmp_path: Path) -> None:
    """Their own programs open them, and find the text and no name."""
    _, bare = served(tmp_path, office.document("Biểu mẫu số 1", author=AUTHOR), "mau.docx")
    document = Document(io.BytesIO(bare))
    assert [paragraph.text for paragraph in document.paragraphs] == ["Biểu mẫu số 1"]
    assert document.core_properties.author == ""
    parts = office.unzipped(bare)
    assert not any(AUTHOR.encode() in part for part in parts.values())
    company = b"<Properties><Company>So Noi vu</Company></Properties>"
    data = office.with_part(office.workbook(("Huế", 16.5)), "docProps/app.xml", company)
    _, bare = served(tmp_path, data, "bang.xlsx")
    assert b"So Noi vu" not in office.unzipped(bare)["docProps/app.xml"]
    sheet = load_workbook(io.BytesIO(bare)).active
    assert sheet is not None
    assert [cell.value for row in sheet.iter_rows() for cell in row] == ["Huế", 16.5]


def test_c11_what_is_served_depends_on_the_file_alone(tmp_path: Path) -> None:
    """The same bytes on each machine; another file has another name."""
    for name, data in (("a.pdf", made.pdf(author=AUTHOR)), ("a.docx", office.document())):
        first = served(tmp_path, data, name)
        assert served(tmp_path, data, name, cache="khac") == first
        stem, _, suffix = first[0].removeprefix("/tep/").rpartition(".")
        assert stem.startswith("a-")
        assert len(stem) == len("a-123456789abc")
        assert suffix == name.rpartition(".")[2]
    other = served(tmp_path, made.pdf("Ke hoach 2027"), "a.pdf")
    assert other[0] != served(tmp_path, made.pdf("Ke hoach 2026"), "a.pdf")[0]
    _, bare = served(tmp_path, office.document(), "b.docx")
    entries = zipfile.ZipFile(io.BytesIO(bare)).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_c11_what_somebody_signed_is_served_as_it_is(tmp_path: Path) -> None:
    """A signature (ký số) holds for every byte; without them it would be void."""
    data = made.pdf("Ke hoach", made.signed, author=AUTHOR)
    assert served(tmp_path, data, "ke-hoach.pdf")[1] == data
    data = office.with_part(office.document(author=AUTHOR), "_xmlsignatures/sig1.xml", b"<a/>")
    assert served(tmp_path, data, "mau.docx")[1] == data


def test_an_attachment_says_what_a_reader_gets() -> None:
    """The kind and the size stand before the click."""
    assert Attachment(url="/tep/ke-hoach-0123456789ab.pdf", size=1_234_567).words == "PDF, 1,2 MB"


def test_s04_a_pdf_opens_in_place_and_the_others_are_saved() -> None:
    """A browser shows a PDF itself; it must never show what came out of Word as a page."""
    pdf, word = headers_at("/tep/a-0123456789ab.pdf"), headers_at("/tep/a-0123456789ab.docx")
    assert "Content-Disposition" not in pdf
    assert word["Content-Disposition"] == "attachment"
    assert pdf["Cache-Control"] == word["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "frame-ancestors 'none'" in pdf["Content-Security-Policy"]
