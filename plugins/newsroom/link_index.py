"""Everything that links may lead to, looked up one by one; each look is noted (mục lục địa chỉ)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dataset import Records, has_page
from plugins.newsroom.filing import STANDING, FiledText
from plugins.newsroom.landing import Landing, list_at, made_by_the_site
from plugins.newsroom.model import FileBeside
from plugins.newsroom.notes import Noted, Notes
from plugins.newsroom.registers import LinkHost, Registers

TEXT_STATES = ("published", "scheduled", "draft", "withdrawn", STANDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkIndex:
    """Everything that links may lead to: by source path, address, host; and files beside texts."""

    by_path: Mapping[str, Landing]
    by_url: Mapping[str, Landing]
    hosts: Mapping[str, LinkHost]
    beside: Mapping[str, Mapping[str, FileBeside]]


def link_index(
    registers: Registers,
    catalogue: Catalogue[FiledText],
    records: Records,
    beside: Mapping[str, Mapping[str, FileBeside]],
    notes: Notes,
) -> LinkIndex:
    """Let links be looked up in the registers, in a catalogue of texts, in what datasets make."""
    return LinkIndex(
        by_path=_ByPath(catalogue, notes),
        by_url=_ByUrl(frozenset(made_by_the_site(registers)), catalogue, records, notes),
        hosts=Noted("hosts", registers.hosts, notes),
        beside=beside,
    )


class _ByPath(Mapping[str, Landing]):
    """Texts by their path below `content/`."""

    def __init__(self, catalogue: Catalogue[FiledText], notes: Notes) -> None:
        self._catalogue, self._notes = catalogue, notes

    def __getitem__(self, path: str) -> Landing:
        self._notes.facts.add(f"landing {path}")
        filed = self._catalogue.get(path)
        if filed is None:
            raise KeyError(path)
        return filed.landing

    def __iter__(self) -> Iterator[str]:
        self._notes.facts.add("paths")
        for state in TEXT_STATES:
            yield from self._catalogue.members(state)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _ByUrl(Mapping[str, Landing]):
    """Pages by their address: those of the site itself, those of texts, and lists of articles."""

    def __init__(
        self,
        made_by_the_site: frozenset[str],
        catalogue: Catalogue[FiledText],
        records: Records,
        notes: Notes,
    ) -> None:
        self._own, self._catalogue, self._notes = made_by_the_site, catalogue, notes
        self._records = records

    def __getitem__(self, url: str) -> Landing:
        if url in self._own:
            self._notes.facts.add("addresses")
            return Landing(url=url)
        for path in self._members(f"claim {url}"):
            self._notes.facts.add(f"landing {path}")
            filed = self._catalogue.get(path)
            if filed and filed.landing.url == url:
                return filed.landing
        group = list_at(url)
        if group and self._members(group):
            return Landing(url=url)
        if has_page(self._records, url):
            return Landing(url=url)
        self._notes.facts.add("addresses")
        raise KeyError(url)

    def _members(self, group: str) -> list[str]:
        self._notes.facts.add(f"order {group}")
        return self._catalogue.members(group)

    def __iter__(self) -> Iterator[str]:
        self._notes.facts |= {"paths", "addresses"}
        yield from sorted(self._own)
        for state in TEXT_STATES:
            for path in self._catalogue.members(state):
                filed = self._catalogue.get(path)
                if filed:
                    yield filed.landing.url

    def __len__(self) -> int:
        return sum(1 for _ in self)
