"""Letters, links and paragraphs in WordprocessingML (ISO 29500-1); every word is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final

from plugins.downloads.exports.numbering import Links
from plugins.downloads.exports.paper import LINK_COLOUR, MONOSPACED, id_of
from plugins.downloads.model import Run, Runs

BREAKS: Final = {"\t": "<w:tab/>", "\n": "<w:br/>"}
BREAK: Final = re.compile("([\t\n])")
CODE: Final = f'<w:rFonts w:ascii="{MONOSPACED}" w:hAnsi="{MONOSPACED}"/>'
LINKED: Final = f'<w:color w:val="{LINK_COLOUR}"/><w:u w:val="single"/>'
RAISED: Final = '<w:vertAlign w:val="superscript"/>'
LOWERED: Final = '<w:vertAlign w:val="subscript"/>'
EMPTY: Final = "<w:p/>"


def paragraph(style: str, content: str = "", *, look: str = "") -> str:
    """Write a paragraph of a style; `look` is what it has beyond the style."""
    chosen = f'<w:pPr><w:pStyle w:val="{id_of(style)}"/>{look}</w:pPr>'
    return f"<w:p>{chosen}{content}</w:p>"


def line(text: str) -> str:
    """Write plain letters."""
    return f"<w:r>{_letters(text)}</w:r>" if text else ""


def written(runs: Runs, links: Links, *, bold: bool = False) -> str:
    """Write letters of several kinds; `bold` makes all of them bold."""
    return "".join(_stretches(runs, links, bold=bold))


def _stretches(runs: Runs, links: Links, *, bold: bool) -> Iterator[str]:
    for url, group in groupby(runs, key=_url):
        content = "".join(_run(run, bold=bold) for run in group)
        name = links.name_of(url) if url else ""
        yield f'<w:hyperlink r:id="{name}">{content}</w:hyperlink>' if url else content


def _url(run: Run) -> str:
    return run.url


def _run(run: Run, *, bold: bool) -> str:
    look = _look(run, bold=bold)
    chosen = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{chosen}{_letters(run.text)}</w:r>"


def _look(run: Run, *, bold: bool) -> str:
    """Name what is chosen for letters, in the order that the standard asks for."""
    marks = run.marks
    if not (marks or bold or run.url):
        return ""
    looks = (
        CODE if "code" in marks else "",
        "<w:b/>" if bold or "bold" in marks else "",
        "<w:i/>" if "italic" in marks else "",
        LINKED if run.url else "",
        LOWERED if "lowered" in marks else RAISED if "raised" in marks else "",
    )
    return "".join(looks)


def _letters(text: str) -> str:
    if "\n" in text or "\t" in text:
        return "".join(BREAKS.get(part) or _piece(part) for part in BREAK.split(text) if part)
    return _piece(text)


def _piece(text: str) -> str:
    if not text:
        return ""
    kept = ' xml:space="preserve"' if len(text.strip()) < len(text) else ""
    return f"<w:t{kept}>{escape(text, quote=False)}</w:t>"
