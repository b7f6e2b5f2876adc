"""What is known of a picture before it is decoded, and how large it may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: Where served pictures lie, in the output and in the cache.
FOLDER: Final = "anh"

MAX_PIXELS: Final = 40_000_000
MAX_WEIGHT: Final = 20_000_000

#: The kinds that editors may use, and the extensions that belong to each.
EXTENSIONS: Final = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
}

#: How Vietnamese messages name a kind whose name people know otherwise.
NAMES: Final = {"WEBP": "WebP", "HEIC": "HEIC (ảnh của điện thoại iPhone)"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFacts:
    """What a picture's header says (thông tin đầu tệp ảnh).

    `kind` is what its first bytes are, whatever its name says, and empty when they are no known
    picture; `width` and `height` are 0 when the header cannot be read; `whole` is False when the
    header is damaged or the end is missing; `moves` is True for an animation.
    """

    kind: str
    weight: int
    width: int = 0
    height: int = 0
    moves: bool = False
    whole: bool = True
