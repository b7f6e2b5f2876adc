"""A text that leaves the site: blocks in their order, made of runs of letters of one kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An element of an article's HTML (phần tử): its name, its attributes, and what it holds."""

    name: str
    given: dict[str, str]
    children: list[Element | str]

    @property
    def elements(self) -> Iterator[Element]:
        """Give the elements that stand right in it."""
        return (child for child in self.children if isinstance(child, Element))

    @property
    def text(self) -> str:
        """Give all its letters."""
        parts = (c.text if isinstance(c, Element) else c for c in self.children)
        return "".join(parts)

    def find_all(self, name: str) -> Iterator[Element]:
        """Give every element of a name in it, however deep, in the order of the text."""
        for child in self.elements:
            if child.name == name:
                yield child
            yield from child.find_all(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Letters of one kind (đoạn chữ).

    `marks` are of `bold`, `italic`, `code`, `raised`, `lowered`; `url` is absolute or empty; a line
    feed in `text` is a line break.
    """

    text: str
    marks: frozenset[str] = frozenset()
    url: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the text (đề mục); `level` 1 stands right below the title."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph (đoạn văn); `inset` counts the quotations that it stands in."""

    runs: Runs
    inset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A paragraph of a list (mục của danh sách).

    `depth` is 1 for an outer list; `number` is None in a bulleted list; `opens` is True for the
    first item of its list; `continues` is True for a further paragraph of the item before it.
    """

    runs: Runs
    depth: int
    number: int | None = None
    opens: bool = False
    continues: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table (ô) at its row and column, and how many of each it covers."""

    row: int
    column: int
    rows: int
    columns: int
    header: bool
    runs: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table (bảng); its first `header_rows` rows are repeated on every sheet of paper."""

    height: int
    width: int
    header_rows: int
    cells: tuple[Cell, ...]


Block = Heading | Paragraph | Item | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedArticle:
    """All that a saved article says (bài đã lưu), ready to be written in any format.

    `address`, `source_url` and `licence_url` are absolute or empty; `notes` are updates and
    corrections; `base` is the site's URL, to which addresses in `html` are relative; `picture`
    describes the lead picture.
    """

    site: str
    column: str
    title: str
    date_text: str
    published: str
    modified: str
    summary: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    notes: tuple[str, ...]
    picture: str
    html: str
    source_credit: str
    source_url: str
    address: str
    licence: str
    licence_url: str
    base: str
    lang: str

    @property
    def endnotes(self) -> tuple[str, ...]:
        """Give the lines that tell where the text is from and where it stands."""
        source = " ".join(part for part in (self.source_credit, self.source_url) if part)
        return tuple(
            f"{name}: {value}"
            for name, value in (
                ("Nguồn", source),
                ("Địa chỉ bài", self.address),
                (self.licence, self.licence_url),
            )
            if value
        )
