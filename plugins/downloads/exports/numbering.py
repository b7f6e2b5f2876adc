"""What a Word file counts: its lists, each of which begins anew, and the addresses it leads to."""

from __future__ import annotations

from html import escape
from itertools import count
from typing import Final

from plugins.downloads.exports.sheet import Sheet
from plugins.downloads.model import Item

HYPERLINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


class Lists:
    """The numbered lists of one document, each depth with the list that is open there.

    Word by itself would number every list of a style on from the one before.
    """

    def __init__(self, sheet: Sheet) -> None:
        """Begin with no list open."""
        self._looks, self._last = sheet.looks, sheet.lists
        self._open: dict[int, int] = {}
        self.written = ""

    def number_of(self, item: Item, style: str) -> int:
        """Give the number of the list that an item belongs to; an item may open one."""
        if item.opens or item.depth not in self._open:
            self._last += 1
            self._open[item.depth] = self._last
            self.written += (
                f'<w:num w:numId="{self._last}"><w:abstractNumId w:val="{self._looks[style]}"/>'
                f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{item.number}"/>'
                "</w:lvlOverride></w:num>"
            )
        return self._open[item.depth]


class Links:
    """The addresses that one document leads to, each with a name of its own."""

    def __init__(self, sheet: Sheet) -> None:
        """Begin with none."""
        self._free = (n for n in count(1) if n not in sheet.relations_taken)
        self._names: dict[str, str] = {}

    def name_of(self, url: str) -> str:
        """Give the name under which the document knows an address."""
        if url not in self._names:
            self._names[url] = f"rId{next(self._free)}"
        return self._names[url]

    @property
    def written(self) -> str:
        """Write them all."""
        return "".join(
            f'<Relationship Id="{name}" Type="{HYPERLINK}" Target="{escape(url)}"'
            ' TargetMode="External"/>'
            for url, name in self._names.items()
        )
