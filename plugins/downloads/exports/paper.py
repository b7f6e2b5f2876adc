"""How a saved article looks on paper: measures, letters and styles, by the names of Word.

Page and margins, Times New Roman 13 and the indented paragraph are those of Nghị định
30/2020/NĐ-CP (phụ lục I), so that an office can lay the text into its own papers.
"""

from __future__ import annotations

from typing import Final

FONT: Final = "Times New Roman"
MONOSPACED: Final = "Courier New"
LINK_COLOUR: Final = "0563C1"
LANGUAGES: Final = {"vi": "vi-VN", "en": "en-GB"}

#: Points.
BODY, SMALL = 13, 12
#: Millimetres.
WIDTH, HEIGHT = 210, 297
LEFT, RIGHT, EDGE = 30, 20, 20
FIRST_LINE, QUOTE_INSET = 10, 10

NORMAL, TITLE, TEXT, GRID = "Normal", "Title", "Body Text", "Table Grid"
SUMMARY, NOTICE, ENDNOTE, CELL = "Sapo", "Ghi chu", "Nguon", "O bang"
#: Heading styles: size, bold, italic.
HEADINGS: Final = (
    (TITLE, 16, True, False),
    ("Heading 1", 14, True, False),
    ("Heading 2", 13, True, False),
    ("Heading 3", 13, True, True),
    ("Heading 4", 13, False, True),
)
#: Our own styles: bold, italic, size.
OWN: Final = (
    (SUMMARY, True, False, BODY),
    (NOTICE, False, True, BODY),
    (ENDNOTE, False, False, SMALL),
    (CELL, False, False, SMALL),
)
LISTS: Final = ("List Bullet", "List Number", "List Continue")
DEEPEST: Final = 3

TWIPS_PER_MM: Final = 36_000 / 635


def twips(millimetres: float) -> int:
    """Measure in twentieths of a point, as Word does."""
    return round(millimetres * TWIPS_PER_MM)


def id_of(style: str) -> str:
    """Give the id by which a paragraph names its style."""
    return style.replace(" ", "")
