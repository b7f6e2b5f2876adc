"""Data that a feature reads from a folder of its own, and the records that pages look up in it.

A dataset (bộ dữ liệu) is a folder below a feature's: `chi-so/papi`. Reading its files gives records
by name; whoever looks one up depends on that record alone, so that one changed cell concerns the
pages that show it and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol, TypeVar

from plugins.newsroom.later import Later
from plugins.newsroom.notes import Notes
from plugins.newsroom.problem import Problem
from plugins.newsroom.reading import Reading
from plugins.newsroom.registers import Registers
from plugins.newsroom.source_file import SourceFile

T = TypeVar("T")

DATA = "data"
"""The kind of a file that belongs to a dataset."""
WHOLE = ""
"""The name of the record that speaks of a dataset as a whole."""
ADDRESSES = "dia-chi"
"""The name of the record that is its `Addresses`."""


class Read(Protocol):
    """Reads a dataset's files into one value, and says what is wrong with them; pure."""

    def __call__(self, sources: Sources) -> Reading[object]:
        """Read a dataset."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What a dataset is read from: its name (`papi`), its files, those that its folder shares."""

    name: str
    files: tuple[SourceFile, ...]
    shared: tuple[SourceFile, ...]
    registers: Registers


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetKind:
    """How a feature reads the datasets of its folder: read, check, arrange.

    `check` gives all that is wrong with what was read; `arrange` the records by name, once nothing
    is. They are made of the newsroom's values and of those that the feature's `model` defines.
    """

    read: Later[Read]
    check: Later[Callable[[object], Iterable[Problem]]]
    arrange: Later[Callable[[object], Iterable[tuple[str, object]]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """The addresses of the pages that a dataset makes, sorted: a record that links look up."""

    urls: tuple[str, ...]


class Shelf(Protocol):
    """Where records are kept."""

    def record(self, dataset: str, name: str) -> object | None:
        """Load a record of a dataset (`chi-so/papi`)."""
        ...

    def datasets(self, folder: str) -> tuple[str, ...]:
        """Name the datasets of a folder, sorted."""
        ...


class Records:
    """The records of all datasets; each look is noted."""

    def __init__(self, shelf: Shelf, notes: Notes) -> None:
        """Look up the records of a shelf."""
        self._shelf, self._notes = shelf, notes

    def names(self, folder: str) -> tuple[str, ...]:
        """Name the datasets of a folder: of `chi-so`, `dti`, `papi` and so on."""
        self._notes.facts.add(names_fact(folder))
        return self._shelf.datasets(folder)

    def get(self, dataset: str, name: str, kind: type[T]) -> T | None:
        """Give a record of a dataset (`chi-so/papi`), or None when there is none of that name."""
        self._notes.facts.add(record_fact(dataset, name))
        found = self._shelf.record(dataset, name)
        if found is None or isinstance(found, kind):
            return found
        raise TypeError(f"{dataset} {name} is no {kind.__name__}")


def has_page(records: Records, url: str) -> bool:
    """Say whether a dataset makes the page at an address: `/chi-so/papi/2022/`."""
    parts = url.split("/")
    found = records.get("/".join(parts[1:3]), ADDRESSES, Addresses)
    return found is not None and url in found.urls


def record_fact(dataset: str, name: str) -> str:
    """Name the fact that a record is as it is, or is missing."""
    return f"record {dataset} {name}"


def names_fact(folder: str) -> str:
    """Name the fact that a folder has these datasets."""
    return f"datasets {folder}"


def dataset_of(path: str) -> str:
    """Give the dataset that a file belongs to: `chi-so/papi`; of a shared file, the folder."""
    return PurePosixPath(path).parent.as_posix()
