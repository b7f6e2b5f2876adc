"""An article as a Word file: real headings, lists and tables, set as Vietnam's offices set them.

The markup is what python-docx would write, which takes ten times as long; python-docx itself makes
the empty file, once, on which all articles are written.
"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.downloads.exports import paper, sheet
from plugins.downloads.exports.numbering import Links, Lists
from plugins.downloads.exports.properties import properties
from plugins.downloads.exports.sheet import sheet_of
from plugins.downloads.exports.word_runs import line, paragraph, written
from plugins.downloads.exports.word_table import table_markup
from plugins.downloads.exports.zipping import added
from plugins.downloads.model import Block, Heading, Item, Paragraph, SavedArticle, Table


def word_file(article: SavedArticle, blocks: Iterable[Block], stationery: bytes) -> bytes:
    """Write the article as a .docx file whose bytes depend on its text and on the sheet alone."""
    empty = sheet_of(stationery)
    links, lists = Links(empty), Lists(empty)
    text = "".join((*_opening(article), *(_block(block, links, lists) for block in blocks)))
    text += "".join(paragraph(paper.ENDNOTE, line(note)) for note in article.endnotes)
    parts = {
        sheet.PROPERTIES: properties(article),
        sheet.RELATIONS: links.written.join(empty.relations),
        sheet.DOCUMENT: text.join(empty.document),
        sheet.NUMBERING: lists.written.join(empty.numbering),
    }
    return added(empty.package, {name: part.encode() for name, part in parts.items()})


def _opening(article: SavedArticle) -> Iterable[str]:
    byline = (article.date_text, ", ".join(article.authors))
    lines = (
        (paper.ENDNOTE, f"{article.site} – {article.column}"),
        (paper.TITLE, article.title),
        (paper.NORMAL, " – ".join(filter(None, byline))),
        (paper.SUMMARY, article.summary),
        *((paper.NOTICE, note) for note in (*article.notes, article.picture)),
    )
    return (paragraph(style, line(text)) for style, text in lines if text)


def _block(block: Block, links: Links, lists: Lists) -> str:
    match block:
        case Table():
            return table_markup(block, links)
        case Heading():
            return paragraph(f"Heading {block.level}", written(block.runs, links))
        case Item():
            return _item(block, links, lists)
        case Paragraph():
            inset = paper.twips(block.inset * paper.QUOTE_INSET)
            look = f'<w:ind w:left="{inset}"/>' if inset else ""
            return paragraph(paper.TEXT, written(block.runs, links), look=look)


def _item(item: Item, links: Links, lists: Lists) -> str:
    kind = "Continue" if item.continues else "Bullet" if item.number is None else "Number"
    depth = min(item.depth, paper.DEEPEST)
    style = f"List {kind}" + (f" {depth}" if depth > 1 else "")
    look = ""
    if item.number is not None and not item.continues:
        number = lists.number_of(item, paper.id_of(style))
        look = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(style, written(item.runs, links), look=look)
