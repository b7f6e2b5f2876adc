"""What a Word file says of itself: title, author, language, times (Dublin Core, ISO 29500-2)."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from typing import Final

from plugins.downloads.exports.paper import LANGUAGES
from plugins.downloads.model import SavedArticle
from plugins.vietnamese.cut import cut
from plugins.vietnamese.dates import ZONE

LONGEST: Final = 200  # programs allow 255 code points, and a letter may need several
HEAD: Final = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)


def properties(article: SavedArticle) -> str:
    """Write the properties; no machine's or template's name is among them."""
    changed = article.modified or article.published
    said = (
        ("dc:title", article.title),
        ("dc:subject", article.column),
        ("dc:creator", ", ".join(article.authors) or article.site),
        ("cp:keywords", ", ".join(article.tags)),
        ("cp:lastModifiedBy", article.site),
        ("cp:revision", "1"),
        ("dc:language", LANGUAGES[article.lang]),
    )
    words = "".join(f"<{name}>{_words(text)}</{name}>" for name, text in said)
    times = _time("created", article.published) + _time("modified", changed)
    return f"{HEAD}{words}{times}</cp:coreProperties>"


def _words(text: str) -> str:
    return escape(cut(text, LONGEST), quote=False)


def _time(name: str, iso: str) -> str:
    """Write a moment as Word notes it; a day without a time begins at midnight in Vietnam."""
    moment = datetime.fromisoformat(iso)
    moment = (moment if moment.tzinfo else moment.replace(tzinfo=ZONE)).astimezone(UTC)
    written = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{written}</dcterms:{name}>'
