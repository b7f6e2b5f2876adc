"""What lies on an editor's desk: a whole small site as nouns, sound whatever is done to them.

An edit changes the nouns and then asks `settle` to let go of all that no longer holds: a link to
an article that is gone, an agency that did not exist on an article's day.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time

from plugins.vietnamese.dates import ZONE

Row = dict[str, str]


@dataclass(slots=True, kw_only=True)
class Draft:
    """One article on the desk; `number` stays its own whatever it is called.

    `stamp` is printed with four digits, so that a text can change and keep its size.
    """

    number: int
    section: str
    column: str
    day: date
    slug: str
    title: str
    summary: str
    paragraphs: list[str]
    at: str = ""
    stamp: int = 0
    heading: str = ""
    has_table: bool = False
    status: str = "published"
    lang: str = "vi"
    tags: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    localities: list[str] = field(default_factory=list)
    columns: list[tuple[str, str]] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    meanings: dict[str, str] = field(default_factory=dict)
    corrections: list[tuple[date, str]] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    series: str = ""
    source: str = ""
    modified: date | None = None
    lead: str = ""
    inset: str = ""
    attached: str = ""

    @property
    def folder(self) -> str:
        """Give the folder of the article's column."""
        return f"tin-bai/{self.section}/{self.column}"

    @property
    def path(self) -> str:
        """Give the file's path below the content folder."""
        return f"{self.folder}/{self.day.isoformat()}-{self.slug}.md"

    @property
    def url(self) -> str:
        """Give the address that readers open."""
        return f"/tin-bai/{self.day:%Y/%m/%d}/{self.slug}/"

    @property
    def moment(self) -> datetime:
        """Give the minute from which readers may see it."""
        begins = time.fromisoformat(self.at or "00:00")
        return datetime.combine(self.day, begins, tzinfo=ZONE)


@dataclass(slots=True, kw_only=True)
class Part:
    """A section or a column as `chuyen-trang.toml` has it; only a section has `columns`."""

    id: str
    name: str
    description: str
    agency: str = ""
    columns: list[Part] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Sheet:
    """A standing page."""

    title: str
    summary: str
    paragraphs: list[str]
    lang: str = "vi"


@dataclass(slots=True, kw_only=True)
class Score:
    """A row of a score sheet; `corrected` is the day of a correction."""

    unit: str
    points: str
    source: str = "Bản mẫu"
    corrected: str = ""


@dataclass(slots=True, kw_only=True)
class Desk:
    """The whole site: what editors wrote, the theme's files, the settings, and the minute."""

    now: datetime
    sections: list[Part]
    agencies: dict[str, Row]
    localities: dict[str, Row]
    abbreviations: list[Row]
    tags: dict[str, Row]
    series: dict[str, Row]
    hosts: dict[str, Row]
    sheets: dict[str, Sheet]
    theme: dict[str, bytes]
    settings: dict[str, object]
    articles: dict[int, Draft] = field(default_factory=dict)
    scores: dict[str, list[Score]] = field(default_factory=dict)
    unit_names: dict[str, str] = field(default_factory=dict)
    terms: str = ""
    used: int = 0

    def number(self) -> int:
        """Give a number that nothing on this desk has had yet."""
        self.used += 1
        return self.used

    def copied(self) -> Desk:
        """Give the desk as it is now, which later edits leave alone."""
        return copy.deepcopy(self)

    def columns(self) -> Iterator[tuple[str, Part]]:
        """Give every column with the id of its section."""
        for section in self.sections:
            yield from ((section.id, column) for column in section.columns)

    def is_shown(self, draft: Draft) -> bool:
        """Say whether readers see an article now."""
        return draft.status == "published" and draft.moment <= self.now

    def shown(self) -> list[Draft]:
        """Give what readers see."""
        return [draft for draft in self.articles.values() if self.is_shown(draft)]

    def scheduled(self) -> list[Draft]:
        """Give what readers will see, the first to come first."""
        waiting = (d for d in self.articles.values() if d.status == "published")
        return sorted((d for d in waiting if d.moment > self.now), key=lambda d: d.moment)

    def living(self, rows: dict[str, Row], day: date) -> list[str]:
        """Give the agencies or localities that existed on a day."""
        return [key for key, row in rows.items() if existed(row, day)]


def existed(row: Row, day: date) -> bool:
    """Say whether an agency or a locality existed on a day, as its row says."""
    begins, ends = row["hieu-luc-tu"], row["hieu-luc-den"]
    return not (begins and day < date.fromisoformat(begins)) and not (
        ends and day > date.fromisoformat(ends)
    )


def settle(desk: Desk) -> None:
    """Let go of all that no longer holds, so that the gate stays open."""
    known = [(section, column.id) for section, column in desk.columns()]
    taken = {draft.url for draft in desk.articles.values()}
    meanings = {(row["viet-tat"], row["nghia"]) for row in desk.abbreviations}
    for draft in desk.articles.values():
        home = (draft.section, draft.column)
        further = [key for key in dict.fromkeys(draft.columns) if key in known and key != home]
        draft.columns = further
        draft.agencies = _kept(draft.agencies, desk.living(desk.agencies, draft.day))
        draft.localities = _kept(draft.localities, desk.living(desk.localities, draft.day))
        draft.tags = _kept(draft.tags, desk.tags)
        draft.series = draft.series if draft.series in desk.series else ""
        draft.links = [n for n in dict.fromkeys(draft.links) if _may_link(desk, draft, n)]
        draft.meanings = {k: m for k, m in draft.meanings.items() if (k, m) in meanings}
        draft.aliases = [a for a in dict.fromkeys(draft.aliases) if a not in taken]
        taken.update(draft.aliases)
        _settle_days(draft)


def _settle_days(draft: Draft) -> None:
    draft.corrections = [(day, text) for day, text in draft.corrections if day > draft.day]
    if draft.modified and draft.modified <= draft.day:
        draft.modified = None
    if draft.status == "withdrawn" and not draft.corrections:
        day = date.fromordinal(draft.day.toordinal() + 1)
        draft.corrections = [(day, "Gỡ vì nguồn đã rút lại số liệu.")]


def _kept(names: list[str], known: dict[str, Row] | list[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name in known]


def _may_link(desk: Desk, draft: Draft, number: int) -> bool:
    target = desk.articles.get(number)
    return target is not None and target is not draft and desk.is_shown(target)
