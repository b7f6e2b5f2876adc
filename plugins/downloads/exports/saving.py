"""An article in both of its forms: what is made only when the cache does not have it."""

from __future__ import annotations

from plugins.downloads.exports.plain_text import plain_text
from plugins.downloads.exports.word import word_file
from plugins.downloads.model import SavedArticle
from plugins.downloads.reading import read_blocks


def saved(article: SavedArticle) -> tuple[bytes, bytes]:
    """Write an article as a Word file and as text."""
    blocks = read_blocks(article.html, article.base)
    return word_file(article, blocks), plain_text(article, blocks)
