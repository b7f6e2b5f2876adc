"""An article as plain text: what any program opens, and what can be pasted anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from plugins.downloads.model import (
    Block,
    Cell,
    Heading,
    Item,
    Paragraph,
    Run,
    Runs,
    SavedArticle,
    Table,
)

RULE = "—"


def plain_text(article: SavedArticle, blocks: Iterable[Block]) -> bytes:
    """Write the article in UTF-8, a paragraph a line; nothing is wrapped."""
    parts = (
        f"{article.site}\n{article.column}",
        article.title,
        "\n".join(part for part in (article.date_text, ", ".join(article.authors)) if part),
        article.summary,
        *article.notes,
        article.picture,
        *_gathered(blocks, article.base),
        RULE,
        "\n".join(article.endnotes),
    )
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _gathered(blocks: Iterable[Block], base: str) -> Iterator[str]:
    """Give a part for each block, and one for the items of a list together."""
    items: list[str] = []
    for block in blocks:
        if isinstance(block, Item):
            items.append(_item(block, base))
            continue
        yield "\n".join(items)
        items = []
        yield _part(block, base)
    yield "\n".join(items)


def _part(block: Heading | Paragraph | Table, base: str) -> str:
    if isinstance(block, Table):
        return "\n".join(_row(block, row, base) for row in range(block.height))
    text = _words(block.runs, base)
    if isinstance(block, Paragraph) and block.inset:
        mark = "> " * block.inset
        return "\n".join(mark + line for line in text.split("\n"))
    return text


def _item(item: Item, base: str) -> str:
    mark = "-" if item.number is None else f"{item.number}."
    if item.continues:
        mark = " " * len(mark)
    text = _words(item.runs, base).replace("\n", "\n" + " " * (len(mark) + 1))
    lines = f"{mark} {text}".split("\n")
    return "\n".join("  " * (item.depth - 1) + line for line in lines)


def _row(table: Table, row: int, base: str) -> str:
    cells = sorted((c for c in table.cells if c.row == row), key=_column)
    return " | ".join(_words(cell.runs, base).replace("\n", "; ") for cell in cells)


def _column(cell: Cell) -> int:
    return cell.column


def _words(runs: Runs, base: str) -> str:
    """Give the letters, and behind a link that leaves the site its address."""
    parts: list[str] = []
    for url, linked in groupby(runs, key=_url):
        text = "".join(run.text for run in linked)
        parts.append(text)
        inside = base and url.startswith(base + "/")
        if url and not inside and text.strip() not in url:
            parts.append(f" ({url.removeprefix('mailto:').removeprefix('tel:')})")
    return "".join(parts)


def _url(run: Run) -> str:
    return run.url
