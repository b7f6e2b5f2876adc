"""The nouns of the newsroom: articles, standing pages, and the newsroom that holds them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from plugins.newsroom.fragment import Fragment
from plugins.newsroom.registers import (
    Abbreviation,
    Agency,
    LinkHost,
    Locality,
    Registers,
    Section,
    Topic,
)
from plugins.vietnamese.dates import Moment

if TYPE_CHECKING:
    from plugins.newsroom.link_index import LinkIndex  # which knows texts itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustration:
    """An article's lead picture; `path` is relative to the content folder."""

    path: str
    alt: str
    caption: str
    credit: str
    illustrative: bool
    decorative: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was corrected in an article (đính chính), and when."""

    moment: Moment
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A warning that an editor has looked at and lets stand, with the reason."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article (tin, bài).

    `path` is relative to the content folder; `day` and `slug` are the file name's; `columns` are
    `(section id, column id)`, the home column first; `lines` maps front matter keys to lines;
    `body_line` is the line on which the text begins.
    """

    path: str
    digest: str
    day: date
    slug: str
    published: Moment
    modified: Moment | None
    title: str
    summary: str
    columns: tuple[tuple[str, str], ...]
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    status: str = "published"
    lang: str = "vi"
    source_credit: str = ""
    source_url: str = ""
    agency_ids: tuple[str, ...] = ()
    locality_ids: tuple[str, ...] = ()
    illustration: Illustration | None = None
    assignment: str = ""
    documents: tuple[str, ...] = ()
    series: str = ""
    corrections: tuple[Correction, ...] = ()
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    approved_by: str = ""
    waivers: tuple[Waiver, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)
    body_line: int = 1
    body: Fragment

    @property
    def url(self) -> str:
        """Give the article's address, which no edit of its headline or column moves."""
        return f"/tin-bai/{self.day:%Y/%m/%d}/{self.slug}/"

    def line_of(self, key: str) -> int:
        """Give the line of a front matter key, or 1 when the file does not have it."""
        return self.lines.get(key, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage:
    """A standing page (trang cố định): `/trang/<slug>/`, or `/en/` for the English one."""

    path: str
    digest: str
    slug: str
    title: str
    summary: str
    modified: Moment | None
    lang: str
    lines: dict[str, int] = field(default_factory=dict)
    body_line: int = 1
    body: Fragment

    @property
    def url(self) -> str:
        """Give the page's address."""
        return "/en/" if self.lang == "en" else f"/trang/{self.slug}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """A picture below `content/`: its path there, its digest, and where it lies on this machine."""

    path: str
    digest: str
    location: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """What the rules look at: some texts, and all that can be looked up for them.

    `articles` and `standing_pages` are the texts under check, whatever their status: one of them,
    or none when the registers are. `claimants` gives the paths of the texts that ask for an
    address, `users` those of the texts that show a picture, both in the order of their paths.
    `today` is the build's day; `unread` are the paths of texts and registers that are there but
    could not be read, so that no rule calls missing what they hold.
    """

    registers: Registers
    articles: tuple[Article, ...] = ()
    standing_pages: tuple[StandingPage, ...] = ()
    pictures: Mapping[str, PictureFile]
    links: LinkIndex
    claimants: Callable[[str], Sequence[str]]
    users: Callable[[str], Sequence[str]]
    today: Callable[[], date]
    unread: frozenset[str] = frozenset()

    def about(self, text: Article | StandingPage) -> Newsroom:
        """Put one text under check."""
        if isinstance(text, Article):
            return replace(self, articles=(text,), standing_pages=())
        return replace(self, articles=(), standing_pages=(text,))

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
