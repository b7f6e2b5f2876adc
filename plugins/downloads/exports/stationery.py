"""The sheet that every Word file is written on: page, letters and styles, made once a build.

Page and margins, Times New Roman 13 and the indented paragraph are those of Nghị định
30/2020/NĐ-CP (phụ lục I), so that an office can lay the text into its own papers.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

FONT: Final = "Times New Roman"
MONOSPACED: Final = "Courier New"
BODY, SMALL = Pt(13), Pt(12)
BLACK, LINK_COLOUR = RGBColor(0, 0, 0), RGBColor(0x05, 0x63, 0xC1)
QUOTE_INSET: Final = Mm(10)
FIRST_LINE: Final = Mm(10)
LEFT, RIGHT, EDGE = Mm(30), Mm(20), Mm(20)
TEXT_WIDTH: Final = Mm(210) - LEFT - RIGHT
LANGUAGES: Final = {"vi": "vi-VN", "en": "en-GB"}
SUMMARY, NOTICE, ENDNOTE, CELL = "Sapo", "Ghi chu", "Nguon", "O bang"
#: Heading styles: size, bold, italic.
HEADINGS: Final = (
    ("Title", Pt(16), True, False),
    ("Heading 1", Pt(14), True, False),
    ("Heading 2", Pt(13), True, False),
    ("Heading 3", Pt(13), True, True),
    ("Heading 4", Pt(13), False, True),
)
LISTS: Final = [f"List {kind}" for kind in ("Bullet", "Number", "Continue")]
#: All that python-docx's own sheet keeps of its 160 styles, which would be most of a file.
KEPT: Final = frozenset(
    (
        *("Normal", "Body Text", "Default Paragraph Font", "Normal Table", "Table Grid", "No List"),
        *(name for name, *_ in HEADINGS),
        *(name + depth for name in LISTS for depth in ("", " 2", " 3")),
    )
)
UNUSED: Final = ("/thumbnail", "/stylesWithEffects", "/customXml")


@cache
def stationery() -> bytes:
    """Give the empty Word file, with its styles."""
    document = Document()
    _set_page(document)
    _drop_unused(document)
    _set_letters(_style(document, "Normal"), BODY)
    for name, size, bold, italic in HEADINGS:
        _set_heading(_style(document, name), size, bold=bold, italic=italic)
    _add_styles(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_page(document: WordDocument) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = EDGE
    page.left_margin, page.right_margin = LEFT, RIGHT


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


def _set_letters(style: ParagraphStyle, size: Pt) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, size, BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)  # a theme's font would win over the named one
    for kind in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), FONT)
    style.paragraph_format.space_after = Pt(6)
    style.paragraph_format.line_spacing = 1.15


def _set_heading(style: ParagraphStyle, size: Pt, *, bold: bool, italic: bool) -> None:
    _set_letters(style, size)
    style.font.bold, style.font.italic = bold, italic
    style.paragraph_format.space_before = Pt(12)
    style.paragraph_format.keep_with_next = True
    if style.name == "Title":
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        for line in style.element.pPr.findall(qn("w:pBdr")):
            style.element.pPr.remove(line)


def _add_styles(document: WordDocument) -> None:
    text = _style(document, "Body Text")
    text.paragraph_format.first_line_indent = FIRST_LINE
    text.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for name, bold, italic, size in (
        (SUMMARY, True, False, BODY),
        (NOTICE, False, True, BODY),
        (ENDNOTE, False, False, SMALL),
        (CELL, False, False, SMALL),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)  # noqa: S101 - asked for one line above
        style.base_style = document.styles["Normal"]
        style.font.bold, style.font.italic, style.font.size = bold, italic, size
    document.styles[CELL].paragraph_format.space_after = Pt(0)


def set_language(document: WordDocument, language: str) -> None:
    """Name the language of the text, for spelling and for screen readers."""
    for mark in document.styles.element.iter(qn("w:lang")):
        for kind in ("val", "eastAsia"):
            mark.set(qn(f"w:{kind}"), language)
