"""The empty Word file that every saved article is written on, made by python-docx."""

from __future__ import annotations

import io
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from plugins.downloads.exports import paper
from plugins.downloads.exports.zipping import added, unpacked

BLACK: Final = RGBColor(0, 0, 0)
#: All that python-docx's own sheet keeps of its 160 styles, which would be most of a file.
KEPT: Final = frozenset(
    (
        *(paper.NORMAL, paper.TEXT, paper.GRID),
        *("Default Paragraph Font", "Normal Table", "No List"),
        *(name for name, *_ in paper.HEADINGS),
        *(name + depth for name in paper.LISTS for depth in ("", " 2", " 3")),
    )
)
UNUSED: Final = ("/thumbnail", "/stylesWithEffects", "/customXml")


def stationery(language: str) -> bytes:
    """Give the empty Word file, with its styles, for a language (`vi`, `en`)."""
    document = Document()
    _set_page(document)
    _drop_unused(document)
    _set_letters(_style(document, paper.NORMAL), paper.BODY)
    for name, size, bold, italic in paper.HEADINGS:
        _set_heading(_style(document, name), size, bold=bold, italic=italic)
    _add_styles(document)
    _set_language(document, paper.LANGUAGES[language])
    stream = io.BytesIO()
    document.save(stream)
    return added(b"", unpacked(stream.getvalue()))  # without the time at which it was made


def _set_page(document: WordDocument) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(paper.WIDTH), Mm(paper.HEIGHT)
    page.top_margin = page.bottom_margin = Mm(paper.EDGE)
    page.left_margin, page.right_margin = Mm(paper.LEFT), Mm(paper.RIGHT)


def _drop_unused(document: WordDocument) -> None:
    """Drop what no article uses, above all the picture of somebody's empty page."""
    for relations in (document.part.package.rels, document.part.rels):
        for name in [n for n, found in relations.items() if found.reltype.endswith(UNUSED)]:
            relations.pop(name)
    for style in list(document.styles):
        if style.name not in KEPT:
            style.delete()
    for link in list(document.styles.element.iter(qn("w:link"))):
        link.getparent().remove(link)


def _style(document: WordDocument, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - python-docx's own sheet has them
    return style


def _set_letters(style: ParagraphStyle, size: int) -> None:
    style.font.name, style.font.size, style.font.color.rgb = paper.FONT, Pt(size), BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)  # a theme's font would win over the named one
    for kind in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), paper.FONT)
    style.paragraph_format.space_after = Pt(6)
    style.paragraph_format.line_spacing = 1.15


def _set_heading(style: ParagraphStyle, size: int, *, bold: bool, italic: bool) -> None:
    _set_letters(style, size)
    style.font.bold, style.font.italic = bold, italic
    style.paragraph_format.space_before = Pt(12)
    style.paragraph_format.keep_with_next = True
    if style.name == paper.TITLE:
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        for line in style.element.pPr.findall(qn("w:pBdr")):
            style.element.pPr.remove(line)


def _add_styles(document: WordDocument) -> None:
    text = _style(document, paper.TEXT)
    text.paragraph_format.first_line_indent = Mm(paper.FIRST_LINE)
    text.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for name, bold, italic, size in paper.OWN:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)  # noqa: S101 - asked for one line above
        style.base_style = document.styles[paper.NORMAL]
        style.font.bold, style.font.italic, style.font.size = bold, italic, Pt(size)
    document.styles[paper.CELL].paragraph_format.space_after = Pt(0)


def _set_language(document: WordDocument, language: str) -> None:
    """Name the language of the text, for spelling and for screen readers."""
    for mark in document.styles.element.iter(qn("w:lang")):
        for kind in ("val", "eastAsia"):
            mark.set(qn(f"w:{kind}"), language)
