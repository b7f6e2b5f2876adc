"""Values that are made only when they are needed, and known by what they are made from.

A page's view is a pure function of a few frozen values. Whoever holds the function and its
arguments can say whether the view has changed without making it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, Generic, TypeVar

T = TypeVar("T")
LENGTH = 16
NOT_YET = object()


class Deferred(Generic[T]):
    """A value to be made by a function of a module from frozen arguments alone."""

    __slots__ = ("_arguments", "_make", "_mark", "_value")

    def __init__(self, make: Callable[..., T], *arguments: Any) -> None:  # noqa: ANN401 - any
        """Note what to make and from what; nothing is made."""
        self._make = make
        self._arguments = arguments
        self._value: Any = NOT_YET
        self._mark = ""

    @property
    def value(self) -> T:
        """Make the value, once."""
        if self._value is NOT_YET:
            self._value = self._make(*self._arguments)
        made: T = self._value
        return made

    @property
    def mark(self) -> str:
        """Give a digest of what the value is made from: equal marks mean equal values."""
        if not self._mark:
            name = f"{self._make.__module__}.{self._make.__qualname__}"
            self._mark = mark_of((name, *self._arguments))
        return self._mark


def mark_of(value: object) -> str:
    """Give a digest of a frozen value: by its own mark where it has one, else by its repr."""
    own = getattr(value, "mark", None)
    if isinstance(own, str):
        return own
    return blake2b(_told(value).encode(), digest_size=LENGTH).hexdigest()


def _told(value: object) -> str:
    """Write a value so that no other value is written alike, short where it has a mark."""
    if isinstance(value, str):
        return repr(value)
    if isinstance(value, bytes):
        return blake2b(value, digest_size=LENGTH).hexdigest()
    if type(value) is tuple:
        return f"({','.join(map(_told, value))})"
    own = getattr(value, "mark", None)
    return f"<{own}>" if isinstance(own, str) else f"{type(value).__name__}:{value!r}"


def known(value: T) -> Deferred[T]:
    """Hold a value that is there already, known by what it is."""
    return Deferred(_itself, value)


def _itself(value: T) -> T:
    return value


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A folder of this machine: where something is kept, and nothing that its bytes depend on."""

    folder: Path

    @property
    def mark(self) -> str:
        """Give nothing, so that a cache can be carried to another machine."""
        return ""
