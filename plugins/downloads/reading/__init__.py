"""From an article's HTML to blocks: whatever a page may hold, by way of a table of tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from plugins.downloads.grid import placed
from plugins.downloads.model import Block, Element, Heading, Item, Paragraph, Run, Runs, Table
from plugins.downloads.reading.tree import read_tree

_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_LEVELS: Final = 4
PLAIN: Final = Run(text="")
CELLS: Final = ("th", "td")
ABSOLUTE: Final = ("https://", "http://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where the reader stands: the site's URL, and the quotations and lists around the spot."""

    base: str
    inset: int = 0
    depth: int = 0


def read_blocks(html: str, base: str) -> tuple[Block, ...]:
    """Read the blocks of an article; addresses from the site's root are put behind `base`."""
    return tuple(_flow(read_tree(html), _Place(base=base)))


def _flow(node: Element, place: _Place) -> Iterator[Block]:
    """Read what stands in a tag; letters that no block holds make a paragraph."""
    loose: list[Run] = []
    for child in node.children:
        read = BLOCKS.get(child.name) if isinstance(child, Element) else None
        if read and isinstance(child, Element):
            yield from _paragraph(loose, place)
            loose = []
            yield from read(child, place)
        else:
            loose.extend(_runs(child, PLAIN, place.base))
    yield from _paragraph(loose, place)


def _heading(tag: Element, place: _Place) -> Iterator[Block]:
    """Read a heading; the page's own is level 1 there and the title here, so all move up."""
    level = min(max(int(tag.name[1]) - 1, 1), _LEVELS)
    yield Heading(level=level, runs=tidy(_runs(tag, PLAIN, place.base)))


def _quotation(tag: Element, place: _Place) -> Iterator[Block]:
    return _flow(tag, replace(place, inset=place.inset + 1))


def _preformatted(tag: Element, place: _Place) -> Iterator[Block]:
    run = Run(text=tag.text.strip("\n"), marks=frozenset({"code"}))
    yield Paragraph(runs=(run,), inset=place.inset)


def _nothing(_tag: Element, _place: _Place) -> Iterator[Block]:
    yield from ()


def _paragraph(loose: list[Run], place: _Place) -> Iterator[Block]:
    runs = tidy(loose)
    if runs:
        yield Paragraph(runs=runs, inset=place.inset)


def _figure(tag: Element, place: _Place) -> Iterator[Block]:
    """Say what a picture shows, and its caption; the picture itself is not put into the file."""
    images = list(tag.find_all("img"))
    if not images:
        return _flow(tag, place)
    caption = next(tag.find_all("figcaption"), None)
    said = _runs(caption, _marked(PLAIN, "italic"), place.base) if caption else ()
    pictures = (run for img in images for run in _runs(img, PLAIN, place.base))
    return _paragraph([*pictures, Run(text=" "), *said], place)


def _list(tag: Element, place: _Place) -> Iterator[Block]:
    inside = replace(place, depth=place.depth + 1)
    start = tag.given.get("start", "1")
    first = int(start) if start.isdecimal() else 1
    items = (child for child in tag.elements if child.name == "li")
    for place_in_list, item in enumerate(items):
        number = first + place_in_list if tag.name == "ol" else None
        yield from _item(item, inside, number, opens=place_in_list == 0)


def _item(tag: Element, place: _Place, number: int | None, *, opens: bool) -> Iterator[Block]:
    """Read an item: its first paragraph bears the number, lists and tables in it follow."""
    continues = False
    for block in _flow(tag, place):
        if not isinstance(block, Paragraph):
            yield block
            continue
        yield Item(
            runs=block.runs,
            depth=place.depth,
            number=number,
            opens=opens and not continues,
            continues=continues,
        )
        continues = True


def _table(tag: Element, place: _Place) -> Iterator[Block]:
    caption = next(tag.find_all("caption"), None)
    if caption:
        yield from _paragraph(list(_runs(caption, _marked(PLAIN, "bold"), place.base)), place)
    rows = [
        [(cell, _cell_runs(cell, place)) for cell in row.elements if cell.name in CELLS]
        for row in tag.find_all("tr")
    ]
    table = placed([row for row in rows if row])
    if table.cells:
        yield table


def _cell_runs(cell: Element, place: _Place) -> Runs:
    found: list[Run] = []
    for block in _flow(cell, _Place(base=place.base)):
        parts = () if isinstance(block, Table) else block.runs
        found.extend((Run(text="\n"), *parts) if found else parts)
    return tuple(found)


def _runs(node: Element | str, kind: Run, base: str) -> Iterator[Run]:
    if isinstance(node, str):
        yield replace(kind, text=_SPACE.sub(" ", node))
    else:
        yield from _tag_runs(node, _kind(node, kind, base), base)


def _tag_runs(tag: Element, kind: Run, base: str) -> Iterator[Run]:
    if tag.name == "br":
        yield replace(kind, text="\n")
    elif tag.name == "img":
        if alt := tag.given.get("alt"):
            yield _marked(Run(text=f"[Ảnh: {alt}]"), "italic")
    else:
        for child in tag.children:
            yield from _runs(child, kind, base)


def _kind(tag: Element, kind: Run, base: str) -> Run:
    if tag.name == "a":
        return replace(kind, url=absolute(tag.given.get("href", ""), base))
    return _marked(kind, MARKS[tag.name]) if tag.name in MARKS else kind


def _marked(run: Run, mark: str) -> Run:
    return replace(run, marks=run.marks | {mark})


def absolute(address: str, base: str) -> str:
    """Give an address as it works outside the site, or nothing when it would not."""
    if address.startswith("/") and not address.startswith("//"):
        return base + address if base else ""
    return address if address.startswith(ABSOLUTE) else ""


def tidy(runs: Iterable[Run]) -> Runs:
    """Join neighbours of one kind, and drop spaces at the ends of lines and after other spaces."""
    tidied: list[Run] = []
    for run in runs:
        before = tidied[-1].text if tidied else "\n"
        text = run.text.lstrip(" ") if before.endswith((" ", "\n")) else run.text
        if text.startswith("\n") and tidied:
            tidied[-1] = replace(tidied[-1], text=before.rstrip(" "))
        if tidied and (run.marks, run.url) == (tidied[-1].marks, tidied[-1].url):
            tidied[-1] = replace(run, text=tidied[-1].text + text)
        elif text:
            tidied.append(replace(run, text=text))
    while tidied and not tidied[-1].text.rstrip(" \n"):
        tidied.pop()
    if tidied:
        tidied[-1] = replace(tidied[-1], text=tidied[-1].text.rstrip(" \n"))
    return tuple(tidied)


MARKS: Final = {
    **dict.fromkeys(("strong", "b"), "bold"),
    **dict.fromkeys(("em", "i", "cite"), "italic"),
    **dict.fromkeys(("code", "kbd", "samp"), "code"),
    "sup": "raised",
    "sub": "lowered",
}
#: What stands for itself; every other tag belongs to the running text.
BLOCKS: Final[dict[str, Callable[[Element, _Place], Iterator[Block]]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("p", "div", "section", "details", "summary"), _flow),
    **dict.fromkeys(("dl", "dt", "dd", "figcaption"), _flow),
    **dict.fromkeys(("ul", "ol"), _list),
    "blockquote": _quotation,
    "figure": _figure,
    **dict.fromkeys(("hr", "script", "style"), _nothing),
    "pre": _preformatted,
    "table": _table,
}
