"""From an editor's file to the one that is served: the same document, without who wrote it.

The bytes depend on the file, its name, the libraries and this module alone; so does the served
name, which never changes bytes. What somebody signed is served as it is.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Final

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from plugins.attachments.model import FOLDER
from plugins.attachments.reading.pdf import is_signed
from plugins.newsroom.attachment import Attachment
from plugins.newsroom.keeping import keep, kept, key_of
from plugins.newsroom.model import FileBeside
from plugins.newsroom.problem import Problem

STRIPPER: Final = "1"
FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_EMPTY: Final = {
    "core": f'<cp:coreProperties xmlns:cp="{_CORE}"/>'.encode(),
    "app": f'<Properties xmlns="{_OFFICE}/extended-properties"/>'.encode(),
    "custom": f'<Properties xmlns="{_OFFICE}/custom-properties"/>'.encode(),
}
"""What stands in place of a part of `docProps/`; a part that is missing would be a fault."""
_DESCRIBES: Final = ("/Metadata", "/PieceInfo", "/LastModified")
_SIGNATURES: Final = "_xmlsignatures/"


def stripped(files: Sequence[FileBeside], *, cache: Path) -> dict[str, Attachment | Problem]:
    """Strip attachments; those that the cache has are not even opened."""
    return {file.path: _served(file, cache / FOLDER) for file in files}


def _served(file: FileBeside, folder: Path) -> Attachment | Problem:
    place = PurePosixPath(file.path)
    key = key_of(place.name, file.digest, pypdf.__version__, zlib.ZLIB_RUNTIME_VERSION, STRIPPER)
    name = f"{place.stem}-{key[:12]}{place.suffix}"
    if kept(folder, key) is None:
        data = Path(file.location).read_bytes()
        try:
            bare = _bare_pdf(data) if place.suffix == ".pdf" else _bare_office(data)
        except Exception as error:  # noqa: BLE001 - pypdf may fail on foreign bytes in any way
            return _broken(file.path, error)
        keep(folder, key, {name: bare})
    return Attachment(url=f"/{FOLDER}/{name}", size=(folder / name).stat().st_size)


def _bare_pdf(data: bytes) -> bytes:
    reader = pypdf.PdfReader(io.BytesIO(data))
    if is_signed(reader):
        return data
    writer = pypdf.PdfWriter(clone_from=reader)
    title = reader.metadata and reader.metadata.title
    writer.metadata = {"/Title": title} if title else None  # what a reader's tab shows
    reached = _strip_reached(writer)
    for at in range(len(writer._objects)):  # noqa: SLF001 - pypdf writes what nothing leads to
        if at + 1 not in reached:
            writer._objects[at] = None  # noqa: SLF001
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _strip_reached(writer: pypdf.PdfWriter) -> set[int]:
    """Take descriptions from every object that the document leads to; give these by number."""
    reached: set[int] = set()
    waiting: list[PdfObject | None] = [writer.root_object.indirect_reference]
    waiting += [writer._info.indirect_reference] if writer._info else []  # noqa: SLF001
    while waiting:
        found = waiting.pop()
        if isinstance(found, IndirectObject):
            if found.idnum in reached:
                continue
            reached.add(found.idnum)
            found = found.get_object()
        if isinstance(found, DictionaryObject):
            for name in _DESCRIBES:
                found.pop(name, None)
            waiting += dict.values(found)
        elif isinstance(found, ArrayObject):
            waiting += list.__iter__(found)
    return reached


def _bare_office(data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as found, zipfile.ZipFile(stream, "w") as bare:
        if any(name.startswith(_SIGNATURES) for name in found.namelist()):
            return data
        for name in found.namelist():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            part = _EMPTY.get(_property(name)) or found.read(name)
            bare.writestr(entry, part, zipfile.ZIP_DEFLATED, compresslevel=9)
    return stream.getvalue()


def _property(name: str) -> str:
    """Name the part that says who wrote a file, and when: `core`, `app` or `custom`."""
    place = PurePosixPath(name.casefold())
    if place.suffix == ".psmdcp":
        return "core"
    return place.stem if place.parent.name == "docprops" and place.suffix == ".xml" else ""


def _broken(path: str, error: Exception) -> Problem:
    return Problem(
        path=f"content/{path}",
        line=None,
        fact="không bỏ được tên người soạn khỏi tệp",
        why=f"tệp hỏng ở giữa ({error})",
        remedy="mở tệp gốc rồi lưu lại; với PDF, trong Word chọn Lưu thành PDF",
        rule="attachment_is_sound",
    )
