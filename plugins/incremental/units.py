"""Running one unit: its pages rendered, its files made, and what it looked up noted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.incremental.lines import Line
from plugins.incremental.output_index import OutputIndex
from plugins.incremental.renaming import ADDRESSES, SPELT, Renaming
from plugins.incremental.staging import Staging
from plugins.incremental.tables import packed_facts
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import FileFamily, PageFamily
from plugins.newsroom.later import Later
from plugins.newsroom.notes import Notes
from plugins.newsroom.page import ExportFile, Page, Rendered
from plugins.newsroom.publication import PageCard, Publication, card_of

SHELL = "shell"
FRAME = "frame.html"
"""The template of what stands around every page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What running a unit gave: its files, which of them are new, new cards of pages, its looks.

    `lines` are the unit's files by place; those in `fresh` lie in the staging folder, the others
    lie in the output already as they should be. `facts` is None when nothing was looked up anew.
    """

    key: str
    lines: tuple[tuple[str, Line], ...]
    fresh: tuple[str, ...]
    cards: tuple[PageCard, ...]
    facts: bytes | None


class Bench:
    """Where units are run: in this process or in one that was forked off."""

    def __init__(  # noqa: PLR0913 - each is a part of it
        self,
        *,
        notes: Notes,
        index: OutputIndex,
        staging: Staging,
        altered: frozenset[str],
        render: Callable[[Page], Rendered],
        renaming: Renaming | None,
    ) -> None:
        """Run units with these tools; files in `altered` do not lie as they were left."""
        self._notes, self._index, self._staging = notes, index, staging
        self._altered, self._render, self._renaming = altered, render, renaming

    def make_pages(self, family: Later[PageFamily], edition: Edition, key: str) -> Made:
        """Make, render and write the pages of one key."""
        with self._notes.fresh() as facts:
            pages = tuple(family.family.pages(edition, key))
            facts |= {SHELL, ADDRESSES}
            facts |= {template_fact(t) for t in (FRAME, *(p.template for p in pages))}
            files = ((page.save_as, self._rendered(page, facts)) for page in pages)
            cards = (card_of(page, family.name, key) for page in pages)
            return self._made(key, files, tuple(filter(self._is_new, cards)), facts)

    def rename(self, key: str, unit: int) -> Made | None:
        """Put the theme's new addresses into a unit's pages; None when they must be rendered."""
        if self._renaming is None:
            return None
        files = {}
        for save_as in self._index.lines_of(unit):
            place, known = self._staging.output / save_as, self._index.line(save_as)
            data = place.read_bytes() if place.is_file() else b""
            if known is None or hashlib.sha256(data).digest() != known.digest:
                return None
            files[save_as] = self._renaming.of(data)
        return replace(self._made(key, iter(files.items()), (), set()), facts=None)

    def make_files(self, family: Later[FileFamily], publication: Publication, key: str) -> Made:
        """Make and write the files of one key."""
        with self._notes.fresh() as facts:
            files = ((f.save_as, bytes_of(f)) for f in family.family.files(publication, key))
            return self._made(key, files, (), facts)

    def put(self, key: str, files: Iterable[ExportFile]) -> Made:
        """Write files that are there already."""
        return self._made(key, ((f.save_as, bytes_of(f)) for f in files), (), set())

    def _is_new(self, card: PageCard) -> bool:
        return self._index.is_new or not self._index.holds(card.save_as, card)

    def _rendered(self, page: Page, facts: set[str]) -> bytes:
        data, spells_addresses = self._render(page)
        if spells_addresses:
            facts.add(SPELT)
        return data

    def _made(
        self,
        key: str,
        files: Iterator[tuple[str, bytes]],
        cards: tuple[PageCard, ...],
        facts: set[str],
    ) -> Made:
        lines: list[tuple[str, Line]] = []
        fresh: list[str] = []
        for save_as, data in files:
            digest = hashlib.sha256(data).digest()
            known = None if self._index.is_new else self._index.line(save_as)
            if known and known.digest == digest and save_as not in self._altered:
                lines.append((save_as, known))
                continue
            stat = self._staging.write(save_as, data)
            fresh.append(save_as)
            line = Line(digest=digest, size=stat.st_size, time=stat.st_mtime_ns, unit=0)
            lines.append((save_as, line))
        return Made(
            key=key,
            lines=tuple(lines),
            fresh=tuple(fresh),
            cards=cards,
            facts=packed_facts(facts),
        )


def bytes_of(file: ExportFile) -> bytes:
    """Give a file's bytes, from the cache where it lies there."""
    return Path(file.location).read_bytes() if file.location else file.data


def template_fact(template: str) -> str:
    """Name the fact that a template, with all that it takes in, is as it is."""
    return f"template {template}"
