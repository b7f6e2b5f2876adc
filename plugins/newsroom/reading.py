"""What reading a file gives: a value, or the problems that kept it from being one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from plugins.newsroom.problem import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[T]):
    """The outcome of reading one file: `value` is None when an error kept it from being read."""

    value: T | None
    problems: tuple[Problem, ...] = ()
