"""An article's HTML as a tree, read as browsers read what is well written."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from plugins.downloads.model import Element

#: Elements that never hold anything and have no end tag (HTML, 13.1.2).
VOID: Final = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input"),
        *("link", "meta", "source", "track", "wbr"),
    )
)


def read_tree(html: str) -> Element:
    """Read a text; an end tag without its beginning counts for nothing."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.open[0]


class _Reader(HTMLParser):
    """Reads tags into elements; `open` are those that have not ended, the outermost first."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element(name="", given={}, children=[])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        element = Element(name=tag, given=given, children=[])
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.name == tag for element in self.open[1:]):
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)
