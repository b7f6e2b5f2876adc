"""Everything that pages show beside articles: registers, identity, pictures, the day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from plugins.newsroom.attachment import Attachment
from plugins.newsroom.dataset import Records
from plugins.newsroom.link_index import LinkIndex
from plugins.newsroom.mark import mark_of
from plugins.newsroom.notes import Noted, Notes, fact_of
from plugins.newsroom.picture import Rendition
from plugins.newsroom.registers import (
    Abbreviation,
    Agency,
    Column,
    Locality,
    Registers,
    Section,
    Topic,
)
from plugins.newsroom.site import Site
from plugins.newsroom.view_parts import Link


class World:
    """What every page may look up; each look is noted.

    `agencies`, `localities`, `tags`, `series`, `columns` (by section id and column id) and
    `meanings` (of abbreviations with one meaning) are registers by id; `section` has whole
    sections, `section_names` what leads to one, and `forerunners` what an agency or a locality, by
    its address, succeeds.
    """

    def __init__(  # noqa: PLR0913 - each is a part of the world
        self,
        *,
        site: Site,
        registers: Registers,
        links: LinkIndex,
        served: Callable[[str], Rendition | Attachment],
        records: Records,
        today: date,
        notes: Notes,
    ) -> None:
        """Let pages look up these registers, links, served files and records of datasets."""
        self.site, self.links, self.records = site, links, records
        self.agencies: Mapping[str, Agency] = Noted("agencies", registers.agencies, notes)
        self.localities: Mapping[str, Locality] = Noted("localities", registers.localities, notes)
        self.tags: Mapping[str, Topic] = Noted("tags", registers.tags, notes)
        self.series: Mapping[str, Topic] = Noted("series", registers.series, notes)
        self.columns: Mapping[tuple[str, str], Column] = Noted(
            "columns", columns_of(registers), notes
        )
        self.section: Mapping[str, Section] = Noted("section", section_of(registers), notes)
        self.section_names: Mapping[str, str] = Noted(
            "section-names", section_names_of(registers), notes
        )
        self.forerunners: Mapping[str, tuple[Link, ...]] = Noted(
            "forerunners", forerunners_of(registers), notes
        )
        self.meanings: Mapping[str, str] = Noted("meanings", meanings_of(registers), notes)
        self._registers, self._served, self._notes = registers, served, notes
        self._today = today

    @property
    def sections(self) -> tuple[Section, ...]:
        """Give the sections and their columns, in the editors' order."""
        self._notes.facts.add("sections")
        return self._registers.sections

    @property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """Give every line of the register of abbreviations."""
        self._notes.facts.add("abbreviations")
        return self._registers.abbreviations

    def rendition(self, path: str) -> Rendition:
        """Give a picture of the content as it is served."""
        self._notes.facts.add(f"picture {path}")
        found = self._served(path)
        assert isinstance(found, Rendition)  # noqa: S101 - pictures are developed as such
        return found

    def attachment(self, path: str) -> Attachment:
        """Give an attachment of the content as it is served."""
        self._notes.facts.add(f"attachment {path}")
        found = self._served(path)
        assert isinstance(found, Attachment)  # noqa: S101 - attachments are developed as such
        return found

    def exists(self, record: Agency | Locality) -> bool:
        """Say whether a record of `agencies` or `localities` exists today.

        The fact that was noted when the record was looked up changes with the answer.
        """
        return record.validity.existed_on(self._today)


def columns_of(registers: Registers) -> dict[tuple[str, str], Column]:
    """Give every column by section id and column id."""
    return {(c.section_id, c.id): c for s in registers.sections for c in s.columns}


def meanings_of(registers: Registers) -> dict[str, str]:
    """Give the meaning of every abbreviation that has only one."""
    return {a.short: a.meaning for a in registers.abbreviations if not a.ambiguous}


def section_of(registers: Registers) -> dict[str, Section]:
    """Give every section by its id."""
    return {section.id: section for section in registers.sections}


def section_names_of(registers: Registers) -> dict[str, str]:
    """Give the name of every section."""
    return {section.id: section.name for section in registers.sections}


def forerunners_of(registers: Registers) -> dict[str, tuple[Link, ...]]:
    """Give for the address of every agency and locality those that it succeeds, in order."""
    found: dict[str, list[Link]] = {}
    books: tuple[Mapping[str, Agency] | Mapping[str, Locality], ...] = (
        registers.agencies,
        registers.localities,
    )
    for records in books:
        found |= {record.url: [] for record in records.values()}
        for record in records.values():
            if heir := records.get(record.successor_id):
                found[heir.url].append(Link(label=record.name, url=record.url))
    return {url: tuple(before) for url, before in found.items()}


def facts_of(registers: Registers, today: date) -> dict[str, str]:
    """Give every fact that pages may note about the registers, with a mark of what it says."""
    books: dict[str, Mapping[str, object] | Mapping[tuple[str, str], object]] = {
        "agencies": {i: (a, a.validity.existed_on(today)) for i, a in registers.agencies.items()},
        "localities": {
            i: (a, a.validity.existed_on(today)) for i, a in registers.localities.items()
        },
        "tags": registers.tags,
        "series": registers.series,
        "hosts": registers.hosts,
        "columns": columns_of(registers),
        "section": section_of(registers),
        "section-names": section_names_of(registers),
        "forerunners": forerunners_of(registers),
        "meanings": meanings_of(registers),
    }
    facts = {
        "sections": mark_of(repr(registers.sections)),
        "abbreviations": mark_of(repr(registers.abbreviations)),
    }
    for name, records in books.items():
        marks = dict(_marks(name, records))
        facts |= marks
        facts[name] = mark_of(tuple(marks.items()))
    return facts


def _marks(
    name: str, records: Mapping[str, object] | Mapping[tuple[str, str], object]
) -> Iterator[tuple[str, str]]:
    for key, record in records.items():
        yield fact_of(name, key), mark_of(repr(record))
