"""A file that an article or a page hands out: a plan, a form, a table (tệp đính kèm)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from plugins.vietnamese.numbers import file_size

EXTENSIONS: Final = (".pdf", ".docx", ".xlsx")
_LINK: Final = re.compile(r"(?!/)[\w./-]+\.(?:pdf|docx|xlsx)", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """An attachment as it is served: its address and its size in bytes."""

    url: str
    size: int

    @property
    def words(self) -> str:
        """Say what a reader gets: `PDF, 1,2 MB`."""
        return f"{self.url.rpartition('.')[2].upper()}, {file_size(self.size)}"


def names_attachment(target: str) -> bool:
    """Say whether a link's address, as it is written, is a way to an attachment."""
    return bool(_LINK.fullmatch(target))
