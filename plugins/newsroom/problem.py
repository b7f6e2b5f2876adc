"""What an editor is told: a problem with its place, its reason and its remedy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How bad a problem is: an error stops the build, a warning is shown and may be waived."""

    ERROR = "lỗi"
    WARNING = "cảnh báo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that an editor should mend (lỗi, cảnh báo gửi biên tập viên).

    `path` is relative to the folder that holds `content/` (`content/tin-bai/…`); `line` counts
    from 1, or is None when the whole file is meant. `rule` is the name of the rule's function;
    `word` is the one of a text that the problem is about, when a register may let it stand.
    """

    path: str
    line: int | None
    fact: str
    why: str
    remedy: str
    rule: str
    severity: Severity = Severity.ERROR
    word: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the problem stops the build."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        """Give the line that a terminal shows: `path:line: lỗi: fact – why – remedy`."""
        spot = self.path if self.line is None else f"{self.path}:{self.line}"
        parts = " – ".join(part for part in (self.fact, self.why, self.remedy) if part)
        return f"{spot}: {self.severity.value}: {parts} [{self.rule}]"

    @property
    def order(self) -> tuple[str, int, str, str]:
        """Give the key that sorts problems by file, then line, then rule."""
        return (self.path, self.line or 0, self.rule, self.fact)
