"""An editor's Markdown made into a fragment, with everything that is wrong in it (thân bài)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import version
from typing import Final

import markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from plugins.newsroom.footnotes import OPTIONS, dressed_footnotes
from plugins.newsroom.fragment import Fragment
from plugins.newsroom.link_rules import (
    link_has_words,
    link_target_is_safe,
    link_text_says_where_it_leads,
    picture_is_a_file,
)
from plugins.newsroom.manuscript import Manuscript
from plugins.newsroom.markup_load import too_deep, too_much
from plugins.newsroom.markup_rules import clean, html_is_allowed, html_survives_the_sanitiser
from plugins.newsroom.pipe_table_rules import pipe_table_has_its_delimiter_row
from plugins.newsroom.places import Places
from plugins.newsroom.problem import Problem
from plugins.newsroom.reading import Reading
from plugins.newsroom.shortcodes import ShortcodeExtension
from plugins.newsroom.slots import cut
from plugins.newsroom.text_rules import RULES as TEXT_RULES
from plugins.newsroom.tokens import Token, read_tokens
from plugins.newsroom.wide_tables import dressed_tables

VERSION: Final = 1
"""Goes up with every change that makes another fragment of the same text."""

_EXTENSIONS: Final = ("tables:align", "sane_lists", "def_list", "footnotes", "shortcodes")
_NAMED: Final = (html_is_allowed, link_target_is_safe, picture_is_a_file)
_RULES: Final[tuple[Callable[[Manuscript], Iterator[Problem]], ...]] = (
    *TEXT_RULES,
    pipe_table_has_its_delimiter_row,
    link_has_words,
    link_text_says_where_it_leads,
)


def render(text: str, *, path: str, first_line: int) -> Reading[Fragment]:
    """Make a text's fragment, and name all that is wrong in it with the lines of its file.

    The fragment is there even when there are errors, so that other rules can look at it too; it is
    made of what the sanitiser lets through. Only a text that Markdown cannot read has none.
    `path` is relative to the content folder and appears in problems alone.
    """
    problem = too_much(text, path=path, first_line=first_line)
    if problem:
        return Reading(value=None, problems=(problem,))
    try:
        manuscript = _manuscript(text, path, first_line)
    except RecursionError:  # lists within lists, as Markdown reads «1. 1. 1. …»
        _converter.cache_clear()
        return Reading(value=None, problems=(too_deep(path=path, line=first_line),))
    named = [problem for rule in _NAMED for problem in rule(manuscript)]
    further = () if named else html_survives_the_sanitiser(manuscript)
    others = [problem for rule in _RULES for problem in rule(manuscript)]
    problems = sorted((*named, *further, *others), key=lambda problem: problem.order)
    return Reading(value=manuscript.fragment, problems=tuple(dict.fromkeys(problems)))


def fingerprint() -> str:
    """Give a digest of all that decides what becomes of a text, the text itself aside."""
    parts = (markdown.__version__, version("nh3"), *_EXTENSIONS, str(VERSION))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _manuscript(text: str, path: str, first_line: int) -> Manuscript:
    converter = _converter()
    html = converter.reset().convert(text)
    cleaned_html = clean(html)
    written = read_tokens(html)
    cleaned = written if cleaned_html == html else read_tokens(cleaned_html)
    return Manuscript(
        path=path,
        first_line=first_line,
        text=text,
        raw_html=tuple(raw for raw in converter.htmlStash.rawHtmlBlocks if isinstance(raw, str)),
        references=tuple((label, url) for label, (url, _) in converter.references.items()),
        written=written,
        cleaned=cleaned,
        fragment=cut(_dressed(cleaned), Places(text, first_line)),
    )


def _dressed(tokens: list[Token]) -> list[Token]:
    names = {token.name for token in tokens}
    if "table" in names:
        tokens = list(dressed_tables(tokens))
    return list(dressed_footnotes(tokens)) if "sup" in names or "div" in names else tokens


@cache
def _converter() -> markdown.Markdown:
    """Give this process's converter: making one costs a tenth of what a text costs."""
    return markdown.Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),
            SaneListExtension(),
            DefListExtension(),
            FootnoteExtension(**OPTIONS),
            ShortcodeExtension(),
        ]
    )
