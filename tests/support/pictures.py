"""Real picture files as cameras, phones and scanners make them, and as they break."""

from __future__ import annotations

import hashlib
import io
import struct
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms

from plugins.newsroom.model import FileBeside

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 60), (30, 60, 190)
SECRET = b"PHONG-HOP-KIN"


def halves(width: int = 1000, height: int = 600) -> Image.Image:
    """Draw a picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:  # noqa: ANN401
    """Encode a picture."""
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def telltale_jpeg(orientation: int = 1) -> bytes:
    """Make a JPEG that tells where it was made: GPS, XMP, IPTC, a comment and a thumbnail."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET.decode()
    exif[0x8825] = {1: "N", 2: (13.0, 46.0, 12.0), 3: "E", 4: (109.0, 13.0, 5.0)}
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>' + SECRET + b"</a></x:xmpmeta>"
    data = encoded(halves(), exif=exif, xmp=xmp, comment=SECRET, quality=90)
    record = b"\x1c\x02\x78" + struct.pack(">H", len(SECRET)) + SECRET  # IPTC 2:120, caption
    body = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(record)) + record
    body += b"\x00" * (len(record) % 2)
    segment = b"\xff\xed" + struct.pack(">H", len(body) + 2) + body
    return data[:2] + segment + data[2:]


def swapped_profile() -> bytes:
    """Make a colour profile in which red is what sRGB calls green, and the other way round."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(profile[128:132], "big")
    tags = {bytes(profile[132 + 12 * n : 136 + 12 * n]): 132 + 12 * n for n in range(count)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)


def bomb() -> bytes:
    """Make a PNG of few bytes that unpacks to 144 million pixels."""
    return encoded(Image.new("1", (12_000, 12_000)), "PNG", optimize=True)


def animation(kind: str) -> bytes:
    """Make an animation of two pictures."""
    first, second = Image.new("RGB", (40, 30), RED), Image.new("RGB", (40, 30), BLUE)
    return encoded(first, kind, save_all=True, append_images=[second], duration=100)


def stored(folder: Path, path: str, data: bytes) -> FileBeside:
    """Put a picture below a content folder, as gathering finds it."""
    location = folder / path
    location.parent.mkdir(parents=True, exist_ok=True)
    location.write_bytes(data)
    return FileBeside(path=path, digest=hashlib.sha256(data).hexdigest(), location=str(location))


def pictures_of(folder: Path, **files: bytes) -> dict[str, FileBeside]:
    """Put pictures beside an article; `anh_jpg` is `tin-bai/a/b/anh.jpg`."""
    found = (
        stored(folder, f"tin-bai/a/b/{name.replace('_', '.')}", data)
        for name, data in files.items()
    )
    return {picture.path: picture for picture in found}
