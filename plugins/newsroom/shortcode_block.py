"""How Markdown is kept from reading a shortcode (mã chèn) as a link or as emphasis."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.util import AtomicString

from plugins.newsroom.shortcodes import looks_like_shortcode


class ShortcodeBlock(BlockProcessor):
    """Keeps Markdown from reading a shortcode as a link or as emphasis."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Markdown's signature
        """Say whether this block is one shortcode."""
        return looks_like_shortcode(block.strip())

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make a paragraph of the shortcode's own characters."""
        SubElement(parent, "p").text = AtomicString(blocks.pop(0).strip())


class ShortcodeExtension(Extension):
    """Teaches Markdown the block above."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Look for shortcodes before paragraphs and lists, after indented code."""
        md.parser.blockprocessors.register(ShortcodeBlock(md.parser), "shortcode", 75)
