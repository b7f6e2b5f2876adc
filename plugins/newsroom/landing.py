"""Every place of the site that a link may lead to (điểm đến)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from plugins.newsroom import addresses
from plugins.newsroom.registers import Registers
from plugins.vietnamese.dates import ZONE

ALWAYS = datetime(1, 1, 2, tzinfo=ZONE)
STATES = {"draft": "bài nháp", "withdrawn": "bài đã gỡ"}
_LISTS: Final = (
    (re.compile(r"/tin-bai/(\d{4})/"), "year {}"),
    (re.compile(r"/tin-bai/(\d{4})/(\d{2})/"), "month {}-{}"),
    (re.compile(r"/tin-bai/(\d{4})/(\d{2})/(\d{2})/"), "day {}-{}-{}"),
    (re.compile(r"/([^/]+)/([^/]+)/nam-(\d{4})/"), "column-year {}/{} {}"),
    (re.compile(r"/([^/]+)/([^/]+)/co-quan-([^/]+)/"), "column-agency {}/{} {}"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """A page that a link may lead to.

    `path` is its source below `content/`, empty for pages that the site makes itself; `shown_from`
    is the minute from which readers see it, or None for never, and `state` then says why; `due`
    when that minute has come; `alias_line` is the line at which its earlier addresses are written.
    """

    url: str
    path: str = ""
    anchors: tuple[str, ...] = ()
    shown_from: datetime | None = ALWAYS
    due: bool = True
    state: str = ""
    alias_line: int = 1


def made_by_the_site(registers: Registers) -> Iterator[str]:
    """Give the addresses of all pages that stand without any article."""
    yield from addresses.GENERATED
    for section in registers.sections:
        yield section.url
        yield from (column.url for column in section.columns)
    yield from (agency.url for agency in registers.agencies.values())
    yield from (locality.url for locality in registers.localities.values())
    yield from map(addresses.tag, registers.tags)
    yield from map(addresses.series, registers.series)


def list_at(url: str) -> str | None:
    """Name the group of articles whose list stands at an address as long as it has members."""
    for pattern, group in _LISTS:
        if found := pattern.fullmatch(url):
            return group.format(*found.groups())
    return None
