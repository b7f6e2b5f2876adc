"""What a check says, to a person and to a machine (báo cáo)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from plugins.newsroom.problem import Problem


def as_text(problems: Sequence[Problem]) -> str:
    """Write a line a problem, in the order given; nothing for no problem."""
    return "".join(f"{problem}\n" for problem in problems)


def counts(problems: Sequence[Problem]) -> str:
    """Say how many errors and warnings there are: «3 lỗi, 1 cảnh báo»."""
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    said = [f"{n} {word}" for n, word in ((errors, "lỗi"), (warnings, "cảnh báo")) if n]
    return ", ".join(said) or "không có lỗi"


def as_json(problems: Sequence[Problem]) -> str:
    """Write the problems and their counts for machines."""
    errors = sum(problem.is_error for problem in problems)
    document = {
        "errors": errors,
        "warnings": len(problems) - errors,
        "problems": [
            asdict(problem) | {"severity": problem.severity.name.lower()} for problem in problems
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
