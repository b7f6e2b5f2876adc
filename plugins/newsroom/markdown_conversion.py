"""Python-Markdown at work (đọc Markdown): the one place that knows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from plugins.newsroom.footnotes import OPTIONS
from plugins.newsroom.shortcode_block import ShortcodeExtension


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """What Markdown made of a text, which HTML the editor wrote, and the `[label]: target` lines.

    `raw_html` is in Markdown's order, which is not quite that of the text.
    """

    html: str
    raw_html: tuple[str, ...]
    references: tuple[tuple[str, str], ...]


def convert(text: str) -> Conversion | None:
    """Convert a text, or give None when Markdown gives up on it.

    It does on lists within lists hundreds deep, and on a footnote that comes to nothing.
    """
    converter = _converter()
    try:
        html = converter.reset().convert(text)
    except (RecursionError, AttributeError):
        _converter.cache_clear()
        return None
    return Conversion(
        html=html,
        raw_html=tuple(raw for raw in converter.htmlStash.rawHtmlBlocks if isinstance(raw, str)),
        references=tuple((label, target) for label, (target, _) in converter.references.items()),
    )


@cache
def _converter() -> Markdown:
    """Give this process's converter: making one costs a tenth of what a text costs."""
    return Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),
            SaneListExtension(),
            DefListExtension(),
            FootnoteExtension(**OPTIONS),
            ShortcodeExtension(),
        ]
    )
