"""A Word or Excel file, looked at before anything opens it (tệp Word, Excel).

Its sizes are counted while it unpacks: what its headers say of them is only compared.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from struct import error as BadStruct  # noqa: N812 - an exception, named as one
from typing import BinaryIO, Final

from plugins.newsroom.office_parts import Container, Refused

Fault = tuple[str, str, str]
"""What is wrong with a file, why that matters, and the remedy."""

MOST_PACKED: Final = 50_000_000
MOST_UNPACKED: Final = 200_000_000
MOST_RATIO: Final = 100
MOST_ENTRIES: Final = 1000
CHUNK: Final = 1 << 16
ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of old Office files, and of new ones with a password."""
METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED: Final = 0x1
BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, BadStruct),
    *(ValueError, NotImplementedError, RuntimeError, OverflowError),
)
"""All that zipfile raises when a file is no whole archive."""
_BOMB: Final = "tệp như vậy làm treo máy người mở", "tạo tệp mới, chép nội dung sang rồi lưu lại"
_ODD: Final = "Word và Excel không lưu tệp như vậy: đã có ai sửa nó", "mở ra rồi lưu thành tệp mới"


def office_fault(file: BinaryIO, suffix: str) -> Fault | None:
    """Say why a .docx or .xlsx file must not be opened; None when it may be. Leaves it at 0."""
    try:
        read_office(file, suffix)
    except Refused as refused:
        return refused.fault
    finally:
        file.seek(0)
    return None


def read_office(file: BinaryIO, suffix: str) -> tuple[str, ...]:
    """Give the addresses that a .docx or .xlsx file leads to; raises `Refused`."""
    try:
        return _look(file, suffix).links
    except BROKEN as error:
        why = f"không giải nén được ({error})"
        remedy = "mở bằng Word, Excel rồi lưu lại, hoặc xin lại"
        raise Refused("tệp hỏng hoặc chưa tải hết", why, remedy) from None


def _look(file: BinaryIO, suffix: str) -> Container:
    head = file.read(len(OLE))
    packed = file.seek(0, 2)
    if head == OLE:
        why = "tệp có mật khẩu hoặc là dạng Office 97–2003, không soi được bên trong"
        raise Refused(f"tệp không phải {suffix} thường", why, f"bỏ mật khẩu rồi lưu thành {suffix}")
    if not head.startswith(ZIP):
        why = "phần đầu tệp không phải của Word hay Excel"
        raise Refused(f"tệp không phải {suffix}", why, f"mở tệp gốc rồi lưu thành {suffix}")
    if packed > MOST_PACKED:
        why = f"giới hạn là {MOST_PACKED // 10**6} MB"
        raise Refused(f"tệp nặng {packed // 10**6} MB", why, "thu nhỏ ảnh trong tệp rồi lưu lại")
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
        _check_entries(entries)
        container = Container(suffix)
        budget = min(MOST_UNPACKED, MOST_RATIO * packed)
        for entry in entries:
            part = container.part(entry.filename)
            for piece in _unpacked(archive, entry):
                budget -= len(piece)
                if budget < 0:
                    what = f"tệp giải nén ra quá {MOST_UNPACKED // 10**6} MB"
                    raise Refused(f"{what} hoặc quá {MOST_RATIO} lần", *_BOMB)
                part.feed(piece)
            part.close()
        container.close()
        return container


def _check_entries(entries: Sequence[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise Refused(f"tệp gồm hơn {MOST_ENTRIES:,} phần".replace(",", "."), *_BOMB)
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        if not _is_plain(name) or stat.S_ISLNK(entry.external_attr >> 16):
            raise Refused(f"tệp có phần tên lạ {name!r}", *_ODD)
        if name.casefold() in seen:
            raise Refused(f"tệp có hai phần cùng tên «{name}»", *_ODD)
        seen.add(name.casefold())
        if entry.flag_bits & ENCRYPTED:
            why = "không soi được bên trong"
            raise Refused("tệp có mật khẩu", why, "bỏ mật khẩu rồi lưu lại")
        if entry.compress_type not in METHODS:
            raise Refused(f"phần «{name}» nén theo cách lạ", *_ODD)


def _is_plain(name: str) -> bool:
    """Say whether a part lies where its name says, in every program."""
    steps = name.removesuffix("/").split("/")
    return not any(sign in name for sign in "\0\\:") and not {"", ".", ".."} & set(steps)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack an entry to its true end, piece by piece."""
    told, entry.file_size = entry.file_size, MOST_UNPACKED + CHUNK
    found = 0
    with archive.open(entry) as stream:
        while piece := stream.read(CHUNK):
            found += len(piece)
            yield piece
    if found != told:
        raise Refused(f"phần «{entry.filename}» không dài như tệp ghi", *_ODD)
