"""What a PDF file holds: no program, no other file, no password."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    TextStringObject,
)

from plugins.attachments.model import MOST_OBJECTS, MOST_PAGES, Contents
from plugins.newsroom.office_parts import Refused

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends is mended in what is served

_RUNS: Final = ("mã lệnh", "mã ấy chạy trên máy người mở tệp")
_HOLDS: Final = ("tệp nhúng", "tệp nhúng có thể là chương trình, và không soi được")
_PLAYS: Final = ("phim, tiếng hoặc hình động", "trình xem tệp chạy phần mềm ngoài để phát")
_SENDS: Final = ("lệnh gửi, lấy dữ liệu", "tệp tự liên lạc với nơi khác")
_FORM: Final = ("biểu mẫu động (XFA)", "trình duyệt không mở được, và biểu mẫu ấy có mã lệnh")
_Found = tuple[str, str]
_KEYS: Final[dict[str, _Found]] = {
    **dict.fromkeys(("/JS", "/JavaScript", "/AA"), _RUNS),
    **dict.fromkeys(("/EmbeddedFiles", "/EF", "/RF"), _HOLDS),
    **dict.fromkeys(("/RichMediaContent", "/RichMediaSettings"), _PLAYS),
    "/XFA": _FORM,
}
_VALUES: Final[dict[tuple[str, str], _Found]] = {
    **dict.fromkeys((("/S", "/JavaScript"), ("/S", "/Launch"), ("/S", "/RichMediaExecute")), _RUNS),
    **dict.fromkeys((("/S", "/SubmitForm"), ("/S", "/ImportData"), ("/S", "/GoToR")), _SENDS),
    **dict.fromkeys((("/S", "/GoToE"), ("/Type", "/EmbeddedFile")), _HOLDS),
    ("/Subtype", "/FileAttachment"): _HOLDS,
    **dict.fromkeys((("/S", "/Rendition"), ("/S", "/Movie"), ("/S", "/Sound")), _PLAYS),
    **{("/Subtype", name): _PLAYS for name in ("/RichMedia", "/Screen", "/Movie", "/Sound", "/3D")},
}
_SPOKEN: Final = ("/Title", "/Contents", "/Alt", "/ActualText", "/T", "/TU", "/V")
"""What a reader sees or hears beside the pages: bookmarks, notes, pictures, fields."""
_SPELT: Final = re.compile(
    rb"/(?:JavaScript|Launch|EmbeddedFile|RichMedia|SubmitForm|ImportData)\b"
)
_LINK: Final = re.compile(r"(?:https://|mailto:)\S", re.IGNORECASE)
_AGAIN: Final = "mở tệp gốc bằng Word, chọn Lưu thành PDF (Save as PDF), rồi thay tệp này"


def read_pdf(data: bytes) -> Contents:
    """Look at every object of a PDF; raises `Refused`, or what pypdf raises on a broken one."""
    if not data.startswith(b"%PDF-"):
        raise Refused(
            "tệp mang đuôi .pdf nhưng không phải PDF", "trình duyệt không mở được", _AGAIN
        )
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        why = "không soi được bên trong, và máy đọc màn hình không đọc được"
        raise Refused("tệp có mật khẩu hoặc cấm sao chép", why, _AGAIN)
    if len(reader.pages) > MOST_PAGES:
        raise Refused(
            f"tệp có {len(reader.pages)} trang", "không ai đọc nổi", "tách thành nhiều tệp"
        )
    links: list[str] = []
    said: list[str] = []
    for found in _dictionaries(reader):
        links += _links_of(found)
        values = (dict.get(found, key) for key in _SPOKEN)
        said += (value for value in values if isinstance(value, TextStringObject))
    if is_signed(reader) and (spelt := _SPELT.search(data)):
        raise _refused(
            _RUNS, spelt[0].decode()
        )  # what was signed is served as it is, to its last byte
    said += (" ".join(page.extract_text().split()) for page in reader.pages)
    return Contents(links=tuple(links), text="\n".join(said))


def is_signed(reader: PdfReader) -> bool:
    """Say whether somebody signed the file (ký số), so that no byte of it may change."""
    return any("/ByteRange" in found and "/Contents" in found for found in _dictionaries(reader))


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Give every dictionary of every object, whether or not a page leads to it."""
    numbers = {(n, generation) for generation, ids in reader.xref.items() for n in ids}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > MOST_OBJECTS:
        raise Refused(f"tệp gồm {len(numbers)} phần", "đọc chừng ấy làm treo máy", _AGAIN)
    waiting: list[PdfObject | None] = [reader.trailer]
    for number, generation in sorted(numbers):
        waiting.append(reader.get_object(IndirectObject(number, generation, reader)))
        while waiting:
            found = waiting.pop()
            if isinstance(found, DictionaryObject):
                yield found
                waiting += dict.values(found)
            elif isinstance(found, ArrayObject):
                waiting += list.__iter__(found)


def _links_of(found: DictionaryObject) -> Iterator[str]:
    for key in found:
        if key in _KEYS:
            raise _refused(_KEYS[key], key)
    for key in ("/S", "/Subtype", "/Type"):
        value = found.get(key)
        value = value.get_object() if value is not None else None
        if (key, str(value)) in _VALUES:
            raise _refused(_VALUES[key, str(value)], str(value))
    opening = found.get("/OpenAction")
    opening = opening.get_object() if opening is not None else None
    if isinstance(opening, DictionaryObject) and opening.get("/S") != "/GoTo":
        raise _refused(_RUNS, "/OpenAction")
    if "/URI" in found and found.get("/S") is not None:
        yield _link(found["/URI"])


def _link(written: object) -> str:
    target = written.decode("latin-1") if isinstance(written, ByteStringObject) else str(written)
    if not _LINK.match(target):
        why = "chỉ nhận liên kết https:// và mailto:"
        remedy = "sửa hoặc bỏ liên kết ấy trong tệp gốc, rồi Lưu thành PDF"
        raise Refused(f"tệp có liên kết tới «{target}»", why, remedy)
    return target


def _refused(found: _Found, name: str) -> Refused:
    what, why = found
    return Refused(f"tệp có {what} ({name})", why, _AGAIN)
