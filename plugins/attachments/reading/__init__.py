"""What an attachment holds, read apart from the build, which a broken one cannot harm."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from plugins.attachments.model import MAX_WEIGHT, Contents
from plugins.attachments.reading.apart import read_apart
from plugins.attachments.reading.pdf import read_pdf
from plugins.newsroom.office_files import Fault, read_office
from plugins.vietnamese.numbers import file_size


def read_attachment(location: str) -> Contents | Fault:
    """Read a PDF, Word or Excel file, or say why readers must not get it."""
    file = Path(location)
    weight = file.stat().st_size
    if weight > MAX_WEIGHT:
        fact = f"tệp nặng {file_size(weight)}, quá giới hạn {file_size(MAX_WEIGHT)}"
        return fact, "người đọc bằng điện thoại không tải nổi", "giảm cỡ ảnh trong tệp rồi lưu lại"
    return read_apart(partial(_read, file))


def _read(file: Path) -> Contents:
    if file.suffix == ".pdf":
        return read_pdf(file.read_bytes())
    with file.open("rb") as stream:
        return Contents(links=read_office(stream, file.suffix))
