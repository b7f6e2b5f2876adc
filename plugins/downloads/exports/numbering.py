"""The numbers of a Word file's lists: each list begins anew, which Word does not do by itself."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from plugins.downloads.model import Item


class Numbering:
    """The numbered lists of one document, each depth with the list that is open there."""

    def __init__(self, document: WordDocument) -> None:
        """Begin with no list open."""
        self._definitions = document.part.numbering_part.element
        self._open: dict[int, int] = {}

    def number(self, paragraph: WordParagraph, item: Item) -> None:
        """Give a paragraph its place in the open list of its depth, or open one."""
        if item.opens or item.depth not in self._open:
            self._open[item.depth] = self._begun(paragraph, item)
        properties = paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = self._open[item.depth]

    def _begun(self, paragraph: WordParagraph, item: Item) -> int:
        """Open a list that looks as the paragraph's style says and starts at the item's number."""
        styled = paragraph.style.element.pPr.numPr.numId.val if paragraph.style else 1
        look = self._definitions.num_having_numId(styled).abstractNumId.val
        begun = self._definitions.add_num(look)
        begun.add_lvlOverride(ilvl=0).add_startOverride(item.number)
        return int(begun.get(qn("w:numId")))
