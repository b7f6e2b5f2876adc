"""What is known of an attachment, and how large it may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: Where served attachments lie, in the output and in the cache.
FOLDER: Final = "tep"

MAX_WEIGHT: Final = 20_000_000
MOST_PAGES: Final = 1_000
MOST_OBJECTS: Final = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What an attachment says, and where its links lead (nội dung tệp đính kèm)."""

    links: tuple[str, ...] = ()
    text: str = ""
