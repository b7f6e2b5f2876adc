"""An article's text on the editors' side: what the rules about its text look at (bản thảo)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from plugins.newsroom.places import Places
from plugins.newsroom.problem import Problem, Severity
from plugins.newsroom.tokens import Token

_LONGEST: Final = 60


def quoted(text: str) -> str:
    """Give a text as a problem quotes it: between « and », on one line, and not long."""
    line = " ".join(text[: _LONGEST + 1].split())
    return f"«{line}»" if len(text) <= _LONGEST else f"«{line[:_LONGEST].rstrip()}…»"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """One text: its source, and what Markdown made of it.

    `path` is relative to the content folder; `text` begins on the file's line `first_line`;
    `raw_html` holds the pieces of HTML that the editor wrote, in Markdown's order; `references`
    are the labels and targets of `[label]: target`. `written` is the HTML that Markdown made of it
    all, before the sanitiser has seen it.
    """

    path: str
    first_line: int
    text: str
    raw_html: tuple[str, ...] = ()
    references: tuple[tuple[str, str], ...] = ()
    written: Sequence[Token] = ()

    def places(self) -> Places:
        """Look for lines from the top of the text."""
        return Places(self.text, self.first_line)

    def error(self, line: int, fact: str, why: str, remedy: str, *, rule: str) -> Problem:
        """Say what must be mended on a line of the file."""
        return Problem(
            path=f"content/{self.path}", line=line, fact=fact, why=why, remedy=remedy, rule=rule
        )

    def warning(self, line: int, fact: str, why: str, remedy: str, *, rule: str) -> Problem:
        """Say what an editor should look at again on a line of the file."""
        return Problem(
            path=f"content/{self.path}",
            line=line,
            fact=fact,
            why=why,
            remedy=remedy,
            rule=rule,
            severity=Severity.WARNING,
        )
