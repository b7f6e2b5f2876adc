"""A warning may be waived with a reason, for one file and one rule."""

from __future__ import annotations

from support.newsrooms import newsroom
from support.records import article

from plugins.newsroom.model import Waiver
from plugins.newsroom.problem import Problem, Severity
from plugins.newsroom.rules.waivers import waive

RULES = frozenset(("every_title_is_short", "every_tag_exists"))


def warning(path: str) -> Problem:
    """Make a warning about a file."""
    return Problem(
        path=f"content/{path}",
        line=2,
        fact="dài",
        why="khó đọc",
        remedy="rút gọn",
        rule="every_title_is_short",
        severity=Severity.WARNING,
    )


def test_a_waiver_silences_its_own_file_only() -> None:
    """One editor's reason does not hide another's long title."""
    reason = Waiver(rule="every_title_is_short", reason="Tên chính thức.")
    first, second = article(waivers=(reason,)), article(number=1)
    met = [warning(first.path), warning(second.path)]
    assert list(waive(met, newsroom(first, second), rules=RULES)) == [met[1]]


def test_a_waiver_without_a_warning_is_pointed_out() -> None:
    """What no longer silences anything would silence the next mistake."""
    whole = newsroom(article(waivers=(Waiver(rule="every_title_is_short", reason="Cũ."),)))
    (problem,) = waive([], whole, rules=RULES)
    assert problem.fact == "không còn cảnh báo «every_title_is_short» nào trong bài"
    assert problem.severity is Severity.WARNING
