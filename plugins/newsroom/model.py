"""The nouns of the newsroom: sections, columns, agencies, articles and all that they name."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from plugins.newsroom.fragment import Fragment
from plugins.vietnamese.dates import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a record stands: a path relative to the content folder, and a line from 1."""

    path: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a section (chuyên mục)."""

    id: str
    section_id: str
    name: str
    description: str
    agency_id: str
    spot: Spot

    @property
    def url(self) -> str:
        """Give the column's address."""
        return f"/{self.section_id}/{self.id}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of the site (chuyên trang) and its columns, in the editors' order."""

    id: str
    name: str
    short_name: str
    description: str
    agency_id: str
    columns: tuple[Column, ...]
    spot: Spot

    @property
    def url(self) -> str:
        """Give the section's address."""
        return f"/{self.id}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What exists from a day until a day: None when no source states it."""

    valid_from: date | None
    valid_until: date | None

    def existed_on(self, day: date) -> bool:
        """Say whether it existed on that day, as far as is known."""
        return not (
            (self.valid_from and day < self.valid_from)
            or (self.valid_until and day > self.valid_until)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An agency (cơ quan, đơn vị) with the days of its life and its successor."""

    id: str
    name: str
    short_name: str
    level: str
    kind: str
    parent_id: str
    validity: Dated
    successor_id: str
    website: str
    source: str
    spot: Spot

    @property
    def url(self) -> str:
        """Give the agency's address."""
        return f"/co-quan/{self.id}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Locality:
    """An administrative unit (địa bàn): `system` is 63 or 34, `code` the statistics code in it."""

    id: str
    name: str
    short_name: str
    level: str
    system: str
    code: str
    parent_id: str
    validity: Dated
    successor_id: str
    source: str
    spot: Spot

    @property
    def url(self) -> str:
        """Give the locality's address."""
        return f"/dia-ban/{self.id}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """An abbreviation (từ viết tắt) and one of its meanings."""

    short: str
    meaning: str
    group: str
    ambiguous: bool
    source: str
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A tag of the controlled list (thẻ), or a series (dòng sự kiện)."""

    id: str
    name: str
    description: str
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkHost:
    """A foreign host that articles may link to (liên kết ngoài đã duyệt)."""

    host: str
    name: str
    nofollow: bool
    spot: Spot


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
    """Everything that was read, whole and checked for shape; the rules look at nothing else.

    `articles` holds every article whatever its status; `now` is the build's minute, an input.
    """

    sections: tuple[Section, ...]
    agencies: dict[str, Agency]
    localities: dict[str, Locality]
    abbreviations: tuple[Abbreviation, ...]
    tags: dict[str, Topic]
    series: dict[str, Topic]
    hosts: dict[str, LinkHost]
    articles: tuple[Article, ...]
    standing_pages: tuple[StandingPage, ...]
    pictures: dict[str, PictureFile]
    now: datetime
