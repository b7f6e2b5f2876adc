"""What the rules look at: texts under check, and all that can be looked up for them (tòa soạn)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from plugins.newsroom.dataset import Records
from plugins.newsroom.link_index import LinkIndex
from plugins.newsroom.model import Article, FileBeside, StandingPage
from plugins.newsroom.registers import (
    Abbreviation,
    Agency,
    LinkHost,
    Locality,
    Registers,
    Section,
    Topic,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """What the rules look at: some texts, and all that can be looked up for them.

    `articles` and `standing_pages` are the texts under check, whatever their status: one of them,
    or none when the registers are. `claimants` gives the paths of the texts that ask for an
    address, `users` those of the texts that use a file beside them, both in the order of their
    paths; `records` are those of datasets; `beside` are those files by kind and path.
    `today` is the build's day; `unread` are the paths of texts and registers that are there but
    could not be read, so that no rule calls missing what they hold.
    """

    registers: Registers
    articles: tuple[Article, ...] = ()
    standing_pages: tuple[StandingPage, ...] = ()
    beside: Mapping[str, Mapping[str, FileBeside]]
    links: LinkIndex
    claimants: Callable[[str], Sequence[str]]
    users: Callable[[str], Sequence[str]]
    records: Records
    today: Callable[[], date]
    unread: frozenset[str] = frozenset()

    def about(self, text: Article | StandingPage) -> Newsroom:
        """Put one text under check."""
        if isinstance(text, Article):
            return replace(self, articles=(text,), standing_pages=())
        return replace(self, articles=(), standing_pages=(text,))

    @property
    def pictures(self) -> Mapping[str, FileBeside]:
        """Give the pictures by path."""
        return self.beside["picture"]

    @property
    def attachments(self) -> Mapping[str, FileBeside]:
        """Give the attachments by path."""
        return self.beside["attachment"]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Give the sections."""
        return self.registers.sections

    @property
    def agencies(self) -> Mapping[str, Agency]:
        """Give the agencies by id."""
        return self.registers.agencies

    @property
    def localities(self) -> Mapping[str, Locality]:
        """Give the localities by id."""
        return self.registers.localities

    @property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """Give the lines of the register of abbreviations."""
        return self.registers.abbreviations

    @property
    def tags(self) -> Mapping[str, Topic]:
        """Give the tags by id."""
        return self.registers.tags

    @property
    def series(self) -> Mapping[str, Topic]:
        """Give the series by id."""
        return self.registers.series

    @property
    def hosts(self) -> Mapping[str, LinkHost]:
        """Give the reviewed hosts by name."""
        return self.registers.hosts
