"""A picture's header, read without decoding the picture."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import BinaryIO, Final

from PIL import Image

from plugins.images.model import EXTENSIONS, MAX_WEIGHT, PictureFacts

# Our own limit is a rule for editors, with a message; Pillow's would stop at the header without
# telling the size. Nothing is decoded before that rule has been asked.
Image.MAX_IMAGE_PIXELS = None

#: First bytes of the kinds that editors confuse; ISO media files have their name at the fourth.
SIGNATURES: Final = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"<svg", "SVG"),
)
BRANDS: Final = {b"avif": "AVIF", b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC"}
HEAD_LENGTH: Final = 16
TAIL_LENGTH: Final = 65_536
SCAN: Final = 0xDA
END_OF_IMAGE: Final = b"\xff\xd9"


def kind_of(head: bytes) -> str:
    """Name the kind of a picture by its first bytes, or return nothing."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp":
        return BRANDS.get(head[8:12], "")
    return next((kind for signature, kind in SIGNATURES if head.startswith(signature)), "")


def read_picture(location: str) -> PictureFacts:
    """Read what the rules look at: the kind, the weight, and the header of a kind that we take."""
    with Path(location).open("rb") as stream:
        weight = os.fstat(stream.fileno()).st_size
        kind = kind_of(stream.read(HEAD_LENGTH))
        if kind not in EXTENSIONS or weight > MAX_WEIGHT:
            return PictureFacts(kind=kind, weight=weight)
        stream.seek(0)
        return _header(stream, kind, weight)


def _header(stream: BinaryIO, kind: str, weight: int) -> PictureFacts:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            image = Image.open(stream, formats=(kind,))
            if kind == "JPEG":
                image.getexif()  # a PNG would be unpacked for it
            width, height = image.size
            # Phones put a second, smaller picture behind a JPEG; that is no animation.
            moves = kind != "JPEG" and bool(getattr(image, "is_animated", False))
            whole = _is_whole(image, stream, weight)
    except Exception:  # noqa: BLE001  # a decoder may fail on foreign bytes in any way
        return PictureFacts(kind=kind, weight=weight, whole=False)
    return PictureFacts(
        kind=kind, weight=weight, width=width, height=height, moves=moves, whole=whole
    )


def _is_whole(image: Image.Image, stream: BinaryIO, weight: int) -> bool:
    if image.format == "PNG":
        image.verify()  # the checksum of every chunk to the last, without unpacking any
        return True
    if image.format == "WEBP":
        stream.seek(4)
        return int.from_bytes(stream.read(4), "little") + 8 <= weight
    return _jpeg_has_its_end(stream, weight)


def _jpeg_has_its_end(stream: BinaryIO, weight: int) -> bool:
    """Look for the end mark behind the point where the picture's data begin.

    Before that point a thumbnail may have an end mark of its own; behind it only the true one can
    stand, often followed by a phone's further data.
    """
    start = _scan_start(stream)
    stream.seek(max(start, weight - TAIL_LENGTH))
    if END_OF_IMAGE in stream.read():
        return True
    stream.seek(start)
    return END_OF_IMAGE in stream.read()


def _scan_start(stream: BinaryIO) -> int:
    position = 2
    while True:
        stream.seek(position)
        segment = stream.read(4)
        if len(segment) < 4:  # noqa: PLR2004  # two bytes of mark, two of length
            return position
        if segment[1] == SCAN:
            return position
        is_padded = segment[1] == 0xFF  # noqa: PLR2004  # a mark may be filled up with 0xFF
        position += 1 if is_padded else 2 + int.from_bytes(segment[2:], "big")
