"""Reading one text: from a file's bytes to an article or a standing page, and its problems."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from plugins.newsroom.article_reading import Render, read_article, read_standing_page
from plugins.newsroom.fragment import Fragment
from plugins.newsroom.markdown_text import render
from plugins.newsroom.model import Article, StandingPage
from plugins.newsroom.reading import Reading
from plugins.newsroom.register_reader import undecodable
from plugins.newsroom.rules.adverts import nothing_is_advertised
from plugins.newsroom.rules.characters import characters_are_sound
from plugins.newsroom.rules.secrets import no_text_holds_a_secret
from plugins.newsroom.source_file import SourceFile
from plugins.vietnamese.legacy import Undecodable, decode

_Read = Callable[[SourceFile, str, Render], Reading[Article] | Reading[StandingPage]]


def read_text(file: SourceFile) -> Reading[Article | StandingPage]:
    """Read a text; its value is None when what everything rests on is missing."""
    text = decode(file.read())
    if isinstance(text, Undecodable):
        return Reading(value=None, problems=(undecodable(file, text),))
    text = text.replace("\r\n", "\n")
    reading = _READERS[file.kind](file, text, _render)
    rules = (characters_are_sound, nothing_is_advertised, no_text_holds_a_secret)
    found = tuple(problem for rule in rules for problem in rule(text, file.path))
    return Reading(value=reading.value, problems=(*found, *reading.problems))


def _render(text: str, path: str, first_line: int) -> Reading[Fragment]:
    return render(text, path=path, first_line=first_line)


_READERS: Final[dict[str, _Read]] = {
    "article": read_article,
    "standing_page": read_standing_page,
}
