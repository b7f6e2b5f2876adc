"""What an attachment holds, read apart from the build, which a broken one cannot harm."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Final

import pypdf

from plugins.attachments.model import MAX_WEIGHT, Contents
from plugins.attachments.reading.apart import read_apart
from plugins.attachments.reading.office import read_document
from plugins.attachments.reading.pdf import read_pdf
from plugins.newsroom import office_files, office_parts
from plugins.newsroom.keeping import keep, kept, key_of
from plugins.newsroom.model import FileBeside
from plugins.newsroom.office_files import Fault
from plugins.vietnamese.numbers import file_size

KEPT: Final = "tep-da-doc"


def read_attachment(file: FileBeside) -> Contents | Fault:
    """Read a PDF, Word or Excel file, or say why readers must not get it.

    What a sound one says is kept in the cache: reading takes a tenth of a second for each page.
    """
    location = Path(file.location)
    weight = location.stat().st_size
    if weight > MAX_WEIGHT:
        fact = f"tệp nặng {file_size(weight)}, quá giới hạn {file_size(MAX_WEIGHT)}"
        return fact, "người đọc bằng điện thoại không tải nổi", "giảm cỡ ảnh trong tệp rồi lưu lại"
    folder = Path(file.cache) / KEPT
    key = key_of(file.digest, location.suffix, pypdf.__version__, *_sources())
    entry = kept(folder, key) if file.cache else None
    if entry:
        said = json.loads((folder / entry.names[0]).read_bytes())
        return Contents(links=tuple(said["links"]), text=said["text"])
    found = read_apart(partial(_read, location))
    if file.cache and isinstance(found, Contents):
        keep(folder, key, {f"{key}.doc": json.dumps(asdict(found)).encode()})
    return found


def _read(file: Path) -> Contents:
    if file.suffix == ".pdf":
        return read_pdf(file.read_bytes())
    with file.open("rb") as stream:
        return read_document(stream, file.suffix)


@functools.cache
def _sources() -> Sequence[str]:
    """Give a digest of each module that decides what reading gives."""
    ours = sorted(Path(__file__).parent.glob("*.py"))
    files = (*ours, Path(office_files.__file__), Path(office_parts.__file__))
    return [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
