"""A text read by Markdown, its HTML held against the sanitiser and cut into a fragment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from plugins.newsroom.balance import fault_of, name_fault
from plugins.newsroom.body_rules import in_order, problems_of
from plugins.newsroom.footnote_rules import note_is_mentioned_once_defined
from plugins.newsroom.footnotes import dressed_footnotes
from plugins.newsroom.fragment import Fragment
from plugins.newsroom.link_rules import link_target_is_safe, picture_is_a_file
from plugins.newsroom.manuscript import Manuscript
from plugins.newsroom.markdown_conversion import Conversion, convert
from plugins.newsroom.markup_load import cannot_be_read
from plugins.newsroom.markup_rules import clean, html_is_allowed, html_survives_the_sanitiser
from plugins.newsroom.problem import Problem
from plugins.newsroom.reading import Reading
from plugins.newsroom.slots import cut
from plugins.newsroom.text_rules import character_reference_is_a_sign
from plugins.newsroom.tokens import Token, read_tokens
from plugins.newsroom.wide_tables import dressed_tables

_EXPLAINING: Final[tuple[Callable[[Manuscript], Iterator[Problem]], ...]] = (
    html_is_allowed,
    link_target_is_safe,
    picture_is_a_file,
    character_reference_is_a_sign,
)
"""The rules that name what the sanitiser would change."""


def read_marked_up(manuscript: Manuscript) -> Reading[Fragment]:
    """Make a text's fragment, and name all that is wrong in it with the lines of its file."""
    notes = tuple(note_is_mentioned_once_defined(manuscript))
    conversion = convert(manuscript.text)
    if conversion is None:
        line = manuscript.first_line
        unreadable = () if notes else (cannot_be_read(path=manuscript.path, first_line=line),)
        return Reading(value=None, problems=(*notes, *unreadable))
    reading = _checked(_converted(manuscript, conversion), conversion.html)
    return Reading(value=reading.value, problems=in_order((*notes, *reading.problems)))


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
    others = problems_of(manuscript, fragment)
    return Reading(value=fragment, problems=(*named, *further, *others))


def _dressed(tokens: Sequence[Token]) -> Sequence[Token]:
    names = {token.name for token in tokens}
    if "table" in names:
        tokens = list(dressed_tables(tokens))
    return list(dressed_footnotes(tokens)) if "sup" in names or "div" in names else tokens
