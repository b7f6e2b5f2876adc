"""Every rule about a text's body that looks at its fragment (thân bài), in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from plugins.newsroom.fragment import Fragment
from plugins.newsroom.link_rules import link_has_words, link_text_says_where_it_leads
from plugins.newsroom.manuscript import Manuscript
from plugins.newsroom.pipe_table_rules import pipe_table_has_its_delimiter_row
from plugins.newsroom.problem import Problem
from plugins.newsroom.text_rules import RULES as TEXT_RULES

_RULES: Final[tuple[Callable[[Manuscript, Fragment], Iterator[Problem]], ...]] = (
    *TEXT_RULES,
    pipe_table_has_its_delimiter_row,
    link_has_words,
    link_text_says_where_it_leads,
)


def problems_of(manuscript: Manuscript, fragment: Fragment) -> list[Problem]:
    """Name all that is wrong with what has become of a text."""
    return [problem for rule in _RULES for problem in rule(manuscript, fragment)]


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give problems by their lines, each once."""
    return tuple(dict.fromkeys(sorted(problems, key=lambda problem: problem.order)))
