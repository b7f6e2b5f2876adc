"""How a rule says what it found: an error that stops the build, or a warning that may be waived."""

from __future__ import annotations

from plugins.newsroom.model import Article, StandingPage
from plugins.newsroom.problem import Problem, Severity
from plugins.newsroom.registers import Spot

Text = Article | StandingPage


def error(where: Spot | str, fact: str, why: str, remedy: str, *, rule: str) -> Problem:
    """Say what must be mended, at a line of a file or in a whole file of the content folder."""
    return _problem(where, (fact, why, remedy), rule, Severity.ERROR)


def warning(where: Spot | str, fact: str, why: str, remedy: str, *, rule: str) -> Problem:
    """Say what an editor should look at again, at a line of a file or in a whole file."""
    return _problem(where, (fact, why, remedy), rule, Severity.WARNING)


def _problem(
    where: Spot | str, words: tuple[str, str, str], rule: str, severity: Severity
) -> Problem:
    path, line = (where.path, where.line) if isinstance(where, Spot) else (where, None)
    fact, why, remedy = words
    return Problem(
        path=f"content/{path}".rstrip("/"),
        line=line,
        fact=fact,
        why=why,
        remedy=remedy,
        rule=rule,
        severity=severity,
    )


def at(text: Text, place: str | int) -> Spot:
    """Give the place of a front matter key, or a line, of an article or a standing page."""
    line = text.lines.get(place, 1) if isinstance(place, str) else place
    return Spot(path=text.path, line=line)
