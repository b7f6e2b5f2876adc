"""Something named now and imported when it is first needed, so that small builds start fast."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Later(Generic[T]):
    """A feature's part by its name and its place, which is imported when it is used."""

    name: str
    module: str
    attribute: str

    @property
    def family(self) -> T:
        """Import it."""
        found: T = getattr(import_module(self.module), self.attribute)
        return found
