"""PDF files made at run time: sound ones, and each with one thing wrong."""

from __future__ import annotations

import io
from collections.abc import Callable

from pypdf import PdfWriter
from pypdf.annotations import Link
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

Change = Callable[[PdfWriter], object]


def pdf(text: str = "Ke hoach 2026", *changes: Change, author: str = "") -> bytes:
    """Make a PDF of one page that says a text in ASCII, and change it before it is written."""
    writer, stream = PdfWriter(), io.BytesIO()
    page = writer.add_blank_page(width=595, height=842)
    font = names(Type="Font", Subtype="Type1", BaseFont="Helvetica")
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})  # noqa: SLF001
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    content = DecodedStreamObject()
    content.set_data(f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode("ascii"))
    page[NameObject("/Contents")] = writer._add_object(content)  # noqa: SLF001
    if author:
        writer.add_metadata({"/Author": author, "/Producer": "Microsoft Word"})
    for change in changes:
        change(writer)
    writer.write(stream)
    return stream.getvalue()


def names(**values: str) -> DictionaryObject:
    """Make a dictionary of names."""
    return DictionaryObject({NameObject(f"/{k}"): NameObject(f"/{v}") for k, v in values.items()})


def action(kind: str, **texts: str) -> DictionaryObject:
    """Make an action with texts."""
    made = names(S=kind)
    made |= {NameObject(f"/{k}"): TextStringObject(v) for k, v in texts.items()}
    return made


def opening(made: PdfObject) -> Change:
    """Do something when the file is opened."""
    return at_root("OpenAction", made)


def at_root(key: str, made: PdfObject) -> Change:
    """Put something into the catalogue."""
    return lambda writer: writer.root_object.update({NameObject(f"/{key}"): made})


def on_page(key: str, made: PdfObject) -> Change:
    """Put something into the first page."""
    return lambda writer: writer.pages[0].update({NameObject(f"/{key}"): made})


def annotated(made: DictionaryObject) -> Change:
    """Put an annotation on the first page."""
    return on_page("Annots", ArrayObject([made]))


def linked(url: str) -> Change:
    """Link to an address."""
    return lambda writer: writer.add_annotation(0, Link(rect=(72, 700, 200, 740), url=url))


def signed(writer: PdfWriter) -> None:
    """Put what looks like a signature into the file's form."""
    made = names(Type="Sig", Filter="Adobe.PPKLite")
    made[NameObject("/ByteRange")] = ArrayObject()
    made[NameObject("/Contents")] = TextStringObject("0" * 64)
    field = DictionaryObject({NameObject("/V"): writer._add_object(made)})  # noqa: SLF001
    at_root("AcroForm", DictionaryObject({NameObject("/Fields"): ArrayObject([field])}))(writer)
