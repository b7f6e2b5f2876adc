"""Who must approve a change of which file: `docs/CODEOWNERS` (người giữ)."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

FILE: Final = "docs/CODEOWNERS"
PLACEHOLDER: Final = "@to-chuc.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owners:
    """Patterns from the root of the tree, each with its owners' addresses; the last one counts."""

    rules: tuple[tuple[str, frozenset[str]], ...]

    @property
    def are_named(self) -> bool:
        """Whether somebody real is named: the file comes with placeholders."""
        return any(not mail.endswith(PLACEHOLDER) for _, mails in self.rules for mail in mails)

    def of(self, path: str) -> frozenset[str] | None:
        """Give the addresses of a file's owners; None for a file that anybody may change."""
        found = (mails for pattern, mails in reversed(self.rules) if _matches(pattern, path))
        return next(found, None)


def read_owners(text: str) -> Owners:
    """Read the lines that begin with a slash; the other ones are Forgejo's, or comments."""
    rules = (line.split() for line in text.splitlines() if line.startswith("/"))
    return Owners(
        rules=tuple(
            (pattern[1:], frozenset(word.lower() for word in owners if "@" in word[1:]))
            for pattern, *owners in rules
        )
    )


def _matches(pattern: str, path: str) -> bool:
    if pattern.endswith("/"):
        return path.startswith(pattern)
    return fnmatchcase(path, pattern) and path.count("/") == pattern.count("/")
