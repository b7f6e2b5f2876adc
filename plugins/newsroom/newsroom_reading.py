"""Read: from a file of the content to a record, and every problem met on the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plugins.newsroom import markdown_text
from plugins.newsroom.article_reading import read_article, read_standing_page
from plugins.newsroom.fragment import Fragment
from plugins.newsroom.reading import Reading
from plugins.newsroom.register_reader import undecodable
from plugins.newsroom.rules.characters import characters_are_sound
from plugins.newsroom.source_file import SourceFile
from plugins.vietnamese.legacy import Undecodable, decode


def read_text(file: SourceFile) -> Reading[Any]:
    """Read an article or a standing page."""
    text = decode(file.read())
    if isinstance(text, Undecodable):
        return Reading(value=None, problems=(undecodable(file, text),))
    text = text.replace("\r\n", "\n")
    reading: Reading[Any] = _READERS[file.kind](file, text, _render)
    problems = (*characters_are_sound(text, file.path), *reading.problems)
    return Reading(value=reading.value, problems=problems)


def _render(text: str, path: str, first_line: int) -> Reading[Fragment]:
    return markdown_text.render(text, path=path, first_line=first_line)


_READERS: dict[str, Callable[..., Reading[Any]]] = {
    "article": read_article,
    "standing_page": read_standing_page,
}
TEXTS = frozenset(_READERS)
