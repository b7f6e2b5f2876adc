"""The parts that views are made of: small finished values, as a reader sees them.

Strings are plain text and escaped by the template, except `html` and `body`, which hold HTML made
from the editors' Markdown and already checked. Addresses are site-absolute (`/tin-bai/…`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link: its words, its address, whether it is the page that is being read, a small note."""

    label: str
    url: str
    current: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the document's head and the top of every page need.

    `title` is the page's own title; `description` one sentence; `url` the page's address;
    `crumbs` go from the home page to the page's parent; `feeds` are offered to readers;
    `card` is the address of the 1200×630 picture for sharing, or empty; `structured` holds
    finished JSON-LD documents; `indexable` is False for 404, redirects and drafts.
    """

    title: str
    description: str
    url: str
    lang: str = "vi"
    kind: str = "website"
    crumbs: tuple[Link, ...] = ()
    feeds: tuple[Link, ...] = ()
    card: str = ""
    structured: tuple[str, ...] = ()
    indexable: bool = True
    published: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSource:
    """One `<source>`: its MIME type and its srcset (`/anh/x-640.avif 640w, …`)."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A responsive picture: sources from the best to the plainest, the fallback, its true size."""

    sources: tuple[PictureSource, ...]
    src: str
    width: int
    height: int
    alt: str
    sizes: str = "(min-width: 48rem) 44rem, 100vw"
    lazy: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture with its caption and credit; `illustrative` shows «Ảnh minh họa»."""

    picture: Picture
    caption: str = ""
    credit: str = ""
    illustrative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaser:
    """An article as lists show it; `date_text` is «Thứ năm, 23/03/2023 14:02», `iso` for <time>."""

    title: str
    url: str
    summary: str
    date_text: str
    iso: str
    column: Link
    picture: Picture | None = None
    corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """The pages of a list: `newer` and `older` neighbours, and every page with its number."""

    newer: Link | None
    older: Link | None
    pages: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A way to narrow a list: «Theo năm», «Theo cơ quan»; each link's note is its count."""

    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A cell of the month calendar; `number` 0 is an empty cell, `count` 0 has no link."""

    number: int = 0
    url: str = ""
    count: int = 0
    label: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A month with its counts, weeks beginning on Monday; every week has seven cells."""

    name: str
    url: str
    weeks: tuple[tuple[CalendarDay, ...], ...]
    earlier: Link | None
    later: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyName:
    """An agency as an article of its day names it; `now` is the name that it bears today."""

    name: str
    url: str
    now: str = ""
    now_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An abbreviation that a page explains; `anchor` is the id of its entry in the list."""

    short: str
    meaning: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A dated remark: an update or a correction."""

    date_text: str
    iso: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """The rating form: where it sends, and which article is meant."""

    endpoint: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnBlock:
    """A column as its section's page (or the home page) shows it: its latest few articles."""

    column: Link
    description: str
    teasers: tuple[Teaser, ...]
    count_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionBlock:
    """A section on the home page: its columns as links, its latest articles."""

    section: Link
    description: str
    columns: tuple[Link, ...]
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of a fact list: «Có hiệu lực từ» – «01/03/2025», with a link where there is one."""

    name: str
    value: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryGroup:
    """The abbreviations that begin with one letter."""

    letter: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedArticle:
    """An article on the corrections page: what was corrected, or that it was withdrawn."""

    title: str
    url: str
    notes: tuple[Note, ...]
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentExample:
    """One example of a component on the review page: its name, and what it is given."""

    name: str
    given: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentReview:
    """A component on the review page; `folder` is its folder and its macro's name with `_`."""

    folder: str
    description: str
    examples: tuple[ComponentExample, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """What surrounds every page: names, navigation, footer, assets.

    `assets` maps the names of an AssetSet to their addresses; `base` is the site's URL without a
    slash, or empty; `english` leads to the page in English; `preview` is one for approvers.
    """

    name: str
    short_name: str
    tagline: str
    base: str
    notice: str
    owner: str
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    feeds: tuple[Link, ...]
    licence: Link
    assets: dict[str, str]
    english: Link | None = None
    preview: bool = False
