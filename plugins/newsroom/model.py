"""The nouns of the newsroom: articles, standing pages, and the newsroom that holds them all."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from plugins.newsroom.fragment import Fragment
from plugins.vietnamese.dates import Moment


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
class FileBeside:
    """A picture or an attachment below `content/`, beside the texts that use it.

    `path` is its path there, `location` where it lies on this machine; in the folder `cache`
    may be kept what takes long to learn of it, unless that is empty.
    """

    path: str
    digest: str
    location: str
    cache: str = ""
