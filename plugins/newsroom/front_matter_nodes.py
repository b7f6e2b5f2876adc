"""What an editor wrote in front matter: scalars, lists and mappings of text, with their lines."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.problem import Problem

RULE = "front_matter_is_readable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """One value as the editor wrote it, and its line in the file."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A YAML list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """A YAML mapping; keys keep their own lines."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int


Node = Scalar | Sequence | Mapping


def unreadable(path: str, line: int, fact: str, why: str, remedy: str) -> Problem:
    """Say what keeps a file's front matter from being read."""
    spot = f"content/{path}"
    return Problem(path=spot, line=line, fact=fact, why=why, remedy=remedy, rule=RULE)
