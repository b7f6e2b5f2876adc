"""An article as a Word file: real headings, lists and tables, set as Vietnam's offices set them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Emu
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from plugins.downloads.exports import stationery as sheet
from plugins.downloads.exports.numbering import Numbering
from plugins.downloads.exports.zipping import sealed
from plugins.downloads.grid import shares
from plugins.downloads.model import Block, Cell, Heading, Item, Run, Runs, SavedArticle, Table
from plugins.vietnamese.cut import cut
from plugins.vietnamese.dates import ZONE

DEEPEST = 3
LONGEST_PROPERTY = 200  # python-docx allows 255 code points, and a letter may need several


def word_file(article: SavedArticle, blocks: Iterable[Block]) -> bytes:
    """Write the article as a .docx file whose bytes depend on its text alone."""
    document = Document(io.BytesIO(sheet.stationery()))
    sheet.set_language(document, sheet.LANGUAGES[article.lang])
    _set_properties(document, article)
    _write_opening(document, article)
    numbering = Numbering(document)
    for block in blocks:
        _write_block(document, block, numbering)
    for line in article.endnotes:
        document.add_paragraph(line, style=sheet.ENDNOTE)
    stream = io.BytesIO()
    document.save(stream)
    return sealed(stream.getvalue())


def _set_properties(document: WordDocument, article: SavedArticle) -> None:
    properties = document.core_properties
    properties.title = cut(article.title, LONGEST_PROPERTY)
    properties.subject = cut(article.column, LONGEST_PROPERTY)
    properties.author = cut(", ".join(article.authors) or article.site, LONGEST_PROPERTY)
    properties.keywords = cut(", ".join(article.tags), LONGEST_PROPERTY)
    properties.last_modified_by = cut(article.site, LONGEST_PROPERTY)
    properties.language = sheet.LANGUAGES[article.lang]
    properties.comments = ""
    properties.created = _in_utc(article.published)
    properties.modified = _in_utc(article.modified or article.published)
    properties.revision = 1


def _in_utc(iso: str) -> datetime:
    """Read a moment as Word notes it; a day without a time begins at midnight in Vietnam."""
    moment = datetime.fromisoformat(iso)
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZONE)).astimezone(UTC)


def _write_opening(document: WordDocument, article: SavedArticle) -> None:
    document.add_paragraph(f"{article.site} – {article.column}", style=sheet.ENDNOTE)
    document.add_paragraph(article.title, style="Title")
    byline = ", ".join(article.authors)
    document.add_paragraph(" – ".join(part for part in (article.date_text, byline) if part))
    for style, lines in (
        (sheet.SUMMARY, (article.summary,)),
        (sheet.NOTICE, (*article.notes, article.picture)),
    ):
        for line in filter(None, lines):
            document.add_paragraph(line, style=style)


def _write_block(document: WordDocument, block: Block, numbering: Numbering) -> None:
    if isinstance(block, Table):
        _write_table(document, block)
    elif isinstance(block, Heading):
        _write(document.add_paragraph(style=f"Heading {block.level}"), block.runs)
    elif isinstance(block, Item):
        _write_item(document, block, numbering)
    else:
        paragraph = document.add_paragraph(style="Body Text")
        if block.inset:
            paragraph.paragraph_format.left_indent = block.inset * sheet.QUOTE_INSET
        _write(paragraph, block.runs)


def _write_item(document: WordDocument, item: Item, numbering: Numbering) -> None:
    kind = "Continue" if item.continues else "Bullet" if item.number is None else "Number"
    depth = min(item.depth, DEEPEST)
    style = f"List {kind}" + (f" {depth}" if depth > 1 else "")
    paragraph = document.add_paragraph(style=style)
    if item.number is not None and not item.continues:
        numbering.number(paragraph, item)
    _write(paragraph, item.runs)


def _write_table(document: WordDocument, table: Table) -> None:
    grid = document.add_table(table.height, table.width, style="Table Grid")
    places = [list(row.cells) for row in grid.rows]
    for number, row in enumerate(grid.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other door
        properties.append(OxmlElement("w:cantSplit"))
        if number < table.header_rows:
            properties.append(OxmlElement("w:tblHeader"))
    for column, share in enumerate(shares(table)):
        width = Emu(round(sheet.TEXT_WIDTH * share))
        grid.columns[column].width = width  # LibreOffice reads this, Word the cells' own
        for places_of_row in places:
            places_of_row[column].width = width
    for cell in table.cells:
        _write_cell(places, cell)
    document.add_paragraph(style=sheet.CELL)  # Word joins two tables that touch


def _write_cell(places: list[list[WordCell]], cell: Cell) -> None:
    place = places[cell.row][cell.column]
    if cell.rows > 1 or cell.columns > 1:
        last = places[cell.row + cell.rows - 1][cell.column + cell.columns - 1]
        place = place.merge(last)
    paragraph = place.paragraphs[0]
    paragraph.style = sheet.CELL
    _write(paragraph, cell.runs, bold=cell.header)


def _write(paragraph: WordParagraph, runs: Runs, *, bold: bool = False) -> None:
    for url, group in groupby(runs, key=lambda run: run.url):
        written = [_write_run(paragraph, run, bold=bold) for run in group]
        if url:
            _link(paragraph, written, url)


def _write_run(paragraph: WordParagraph, run: Run, *, bold: bool) -> WordRun:
    written = paragraph.add_run(run.text)
    marks = run.marks | {"bold"} if bold else run.marks
    written.bold = "bold" in marks or None  # None leaves it to the style
    written.italic = "italic" in marks or None
    if "raised" in marks:
        written.font.superscript = True
    if "lowered" in marks:
        written.font.subscript = True
    if "code" in marks:
        written.font.name = sheet.MONOSPACED
    return written


def _link(paragraph: WordParagraph, runs: list[WordRun], url: str) -> None:
    link = OxmlElement("w:hyperlink")
    name = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), name)
    paragraph.paragraph_format.element.append(link)
    for run in runs:
        run.font.underline, run.font.color.rgb = True, sheet.LINK_COLOUR
        link.append(run.font.element)
