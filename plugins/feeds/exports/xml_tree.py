"""XML built as a tree, so that no text can break out of its element.

Pelican's `feedgenerator` was looked at and left: it dates an entry without a date, and a feed
without entries, by the clock; declares plain summaries to be HTML; knows one author an entry; and
its RSS has no full text. What remains of it is this module. Prefixed names are written out
(`content:encoded`) with their `xmlns:` at the root, because ElementTree's registered prefixes are
global state.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, tostring


def add(
    parent: Element, name: str, text: str = "", given: Mapping[str, str] | None = None
) -> Element:
    """Add an element with its text and attributes."""
    element = SubElement(parent, name, dict(given or {}))
    element.text = text or None
    return element


def document(root: Element) -> bytes:
    """Write the tree as a UTF-8 document with its declaration."""
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
