"""An editor's Markdown made into a fragment, with everything that is wrong in it (thân bài)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.metadata import version
from typing import Final

import markdown

from plugins.newsroom.balance import fault_of, name_fault
from plugins.newsroom.footnote_rules import note_is_mentioned_once_defined
from plugins.newsroom.footnotes import dressed_footnotes
from plugins.newsroom.fragment import Fragment
from plugins.newsroom.link_rules import (
    link_has_words,
    link_target_is_safe,
    link_text_says_where_it_leads,
    picture_is_a_file,
)
from plugins.newsroom.manuscript import Manuscript
from plugins.newsroom.markdown_conversion import EXTENSION_NAMES, Conversion, convert
from plugins.newsroom.markup_load import cannot_be_read, too_much
from plugins.newsroom.markup_rules import clean, html_is_allowed, html_survives_the_sanitiser
from plugins.newsroom.pipe_table_rules import pipe_table_has_its_delimiter_row
from plugins.newsroom.problem import Problem
from plugins.newsroom.reading import Reading
from plugins.newsroom.slots import cut
from plugins.newsroom.text_rules import RULES as TEXT_RULES
from plugins.newsroom.text_rules import (
    character_reference_is_a_sign,
)
from plugins.newsroom.tokens import Token, read_tokens
from plugins.newsroom.wide_tables import dressed_tables

VERSION: Final = 1
"""Goes up with every change that makes another fragment of the same text."""

_EXPLAINING: Final[tuple[Callable[[Manuscript], Iterator[Problem]], ...]] = (
    html_is_allowed,
    link_target_is_safe,
    picture_is_a_file,
    character_reference_is_a_sign,
)
"""The rules that name what the sanitiser would change."""

_RULES: Final[tuple[Callable[[Manuscript, Fragment], Iterator[Problem]], ...]] = (
    *TEXT_RULES,
    pipe_table_has_its_delimiter_row,
    link_has_words,
    link_text_says_where_it_leads,
)


def render(text: str, *, path: str, first_line: int) -> Reading[Fragment]:
    """Make a text's fragment, and name all that is wrong in it with the lines of its file.

    The fragment is there even when there are errors, so that other rules can look at it too; it is
    made of what the sanitiser lets through. A text that Markdown cannot read, or whose tags are not
    closed, has none. `path` is relative to the content folder and appears in problems alone.
    """
    heavy = too_much(text, path=path, first_line=first_line)
    if heavy:
        return Reading(value=None, problems=(heavy,))
    manuscript = Manuscript(path=path, first_line=first_line, text=text)
    notes = tuple(note_is_mentioned_once_defined(manuscript))
    conversion = convert(text)
    if conversion is None:
        unreadable = () if notes else (cannot_be_read(path=path, first_line=first_line),)
        return Reading(value=None, problems=(*notes, *unreadable))
    reading = _checked(_converted(manuscript, conversion), conversion.html)
    return Reading(value=reading.value, problems=_in_order((*notes, *reading.problems)))


def _converted(manuscript: Manuscript, conversion: Conversion) -> Manuscript:
    return replace(
        manuscript,
        raw_html=conversion.raw_html,
        references=conversion.references,
        written=read_tokens(conversion.html),
    )


def _checked(manuscript: Manuscript, html: str) -> Reading[Fragment]:
    named = [problem for rule in _EXPLAINING for problem in rule(manuscript)]
    if fault := fault_of(manuscript.written):
        removed = any(f"<{fault.name}>" in problem.fact for problem in named)
        open_tag = () if removed else (name_fault(manuscript, fault),)
        return Reading(value=None, problems=(*named, *open_tag))
    cleaned_html = clean(html)
    cleaned = manuscript.written if cleaned_html == html else read_tokens(cleaned_html)
    fragment = cut(_dressed(cleaned), manuscript.places())
    further = () if named else html_survives_the_sanitiser(manuscript, cleaned)
    others = [problem for rule in _RULES for problem in rule(manuscript, fragment)]
    return Reading(value=fragment, problems=(*named, *further, *others))


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(sorted(problems, key=lambda problem: problem.order)))


def _dressed(tokens: Sequence[Token]) -> Sequence[Token]:
    names = {token.name for token in tokens}
    if "table" in names:
        tokens = list(dressed_tables(tokens))
    return list(dressed_footnotes(tokens)) if "sup" in names or "div" in names else tokens


def fingerprint() -> str:
    """Give a digest of all that decides what becomes of a text, the text itself aside."""
    parts = (markdown.__version__, version("nh3"), *EXTENSION_NAMES, str(VERSION))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
