"""What each kind of page shows: one view a template, made of the parts of `view_parts`."""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.newsroom.view_parts import (
    AgencyName,
    Calendar,
    ColumnBlock,
    ComponentReview,
    CorrectedArticle,
    Facet,
    Fact,
    Figure,
    GlossaryGroup,
    Head,
    Link,
    Note,
    Pager,
    Rating,
    SectionBlock,
    Teaser,
    Term,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """The article page; `summary`, `updated`, `lead`, `newer`, `older` may be empty or None."""

    head: Head
    title: str
    date_text: str
    iso: str
    summary: str
    updated: Note | None
    corrections: tuple[Note, ...]
    lead: Figure | None
    body: str
    terms: tuple[Term, ...]
    authors: tuple[str, ...]
    source_credit: str
    source_url: str
    column: Link
    other_columns: tuple[Link, ...]
    agencies: tuple[AgencyName, ...]
    localities: tuple[AgencyName, ...]
    tags: tuple[Link, ...]
    series: Link | None
    documents: tuple[str, ...]
    saves: tuple[Link, ...]
    dates: tuple[Link, ...]
    newer: Link | None
    older: Link | None
    related: tuple[Teaser, ...]
    rating: Rating | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingView:
    """A list of articles: a column, a facet, a tag, a series, a day; `empty` speaks if none."""

    head: Head
    title: str
    description: str
    teasers: tuple[Teaser, ...]
    pager: Pager | None = None
    facets: tuple[Facet, ...] = ()
    calendar: Calendar | None = None
    empty: str = "Chưa có tin, bài."
    count_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A section's page: every column with its latest articles, also those without one."""

    head: Head
    title: str
    description: str
    agency: AgencyName | None
    blocks: tuple[ColumnBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The home page: the lead story, further latest ones, a block a section, calendar, agencies."""

    head: Head
    lead: Teaser | None
    latest: tuple[Teaser, ...]
    sections: tuple[SectionBlock, ...]
    calendar: Calendar | None
    series: tuple[Link, ...]
    standing: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileView:
    """An agency's or a locality's page: its facts and its articles."""

    head: Head
    title: str
    facts: tuple[Fact, ...]
    notice: str
    teasers: tuple[Teaser, ...]
    pager: Pager | None
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryView:
    """A list of links in groups: agencies, localities, the sitemap page, years of the archive."""

    head: Head
    title: str
    description: str
    groups: tuple[Facet, ...]
    empty: str = "Chưa có mục nào."


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveView:
    """A year or a month of the archive: its calendars and, for a month, its articles."""

    head: Head
    title: str
    count_text: str
    calendars: tuple[Calendar, ...]
    teasers: tuple[Teaser, ...] = ()
    years: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView:
    """The page of all abbreviations, letter by letter."""

    head: Head
    title: str
    description: str
    groups: tuple[GlossaryGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """A standing page: its title and its text."""

    head: Head
    title: str
    summary: str
    updated: Note | None
    body: str
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsView:
    """The page of corrections and withdrawals (đính chính, gỡ bài)."""

    head: Head
    title: str
    description: str
    articles: tuple[CorrectedArticle, ...] = field(default=())
    empty: str = "Chưa có đính chính nào."


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """A page that only says something: 404, withdrawn (410), moved (`target` is the new place)."""

    head: Head
    title: str
    text: str
    links: tuple[Link, ...] = ()
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """The page for designers and developers that shows every example of every component."""

    head: Head
    title: str
    components: tuple[ComponentReview, ...]
