"""The nouns of the registers: sections, columns, agencies, localities, abbreviations, topics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


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

    def meets(self, other: Dated) -> bool:
        """Say whether both may have existed on one day, as far as is known."""
        return not (_ended_before(self, other) or _ended_before(other, self))


def _ended_before(first: Dated, second: Dated) -> bool:
    """Say whether the second is known to have begun after the first had ended."""
    return bool(first.valid_until and second.valid_from and first.valid_until < second.valid_from)


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


MENTIONS = "tu-nhay-cam.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A word of advertisements that may stand in one file, with the reason (nhắc đến có lý do)."""

    path: str
    word: str
    reason: str
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Registers:
    """Every register, as it was read; records stand in the editors' order (các danh mục).

    Registers are themselves and no others, so that what is made from them can be remembered.
    """

    sections: tuple[Section, ...] = ()
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    localities: Mapping[str, Locality] = field(default_factory=dict)
    abbreviations: tuple[Abbreviation, ...] = ()
    tags: Mapping[str, Topic] = field(default_factory=dict)
    series: Mapping[str, Topic] = field(default_factory=dict)
    hosts: Mapping[str, LinkHost] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
