"""What is written down is read back, whichever Python wrote it."""

from __future__ import annotations

from enum import Enum

import pytest

from plugins.incremental.records import read_back, written
from plugins.newsroom.problem import Problem, Severity

PROBLEM = Problem(
    path="content/the.csv",
    line=3,
    fact="thẻ lạ",
    why="không có trong danh mục",
    remedy="thêm vào the.csv",
    rule="topic_is_known",
)


def test_a_problem_is_read_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian 12's Python pickles a member of an Enum as a call of `getattr`, which is refused."""
    monkeypatch.setattr(
        Enum, "__reduce_ex__", lambda member, _: (getattr, (type(member), member.name))
    )
    found = read_back(written(PROBLEM))
    assert found == PROBLEM
    assert found.severity is Severity.ERROR
