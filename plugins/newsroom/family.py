"""How a feature says what it makes: families of pages and of files, one unit for each key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from plugins.newsroom.edition import Edition
from plugins.newsroom.page import ExportFile, Page
from plugins.newsroom.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFamily:
    """Pages of one kind (họ trang): `pages` makes those of one key, `keys` gives all keys.

    A key's pages are made again only when something that they, or the keys, looked up has changed.
    """

    keys: Callable[[Edition], Iterable[str]]
    pages: Callable[[Edition, str], Iterator[Page]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFamily:
    """Files of one kind (họ tệp), made from what the pages say of themselves."""

    keys: Callable[[Publication], Iterable[str]]
    files: Callable[[Publication, str], Iterator[ExportFile]]


def one(_: object) -> tuple[str, ...]:
    """Give the only key of a family that is made as a whole."""
    return ("",)
