"""Names that depend on a day: an agency as it was called then, and what it is today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from plugins.newsroom.registers import Agency, Locality
from plugins.newsroom.view_parts import AgencyName

Named = TypeVar("Named", Agency, Locality)


def name_on(
    record: Named, records: Mapping[str, Named], exists: Callable[[Named], bool]
) -> AgencyName:
    """Name an agency or a unit, with «nay là …» when it has ended and its successor is known."""
    heir = heir_of(record, records, exists)
    if heir is None:
        return AgencyName(name=record.name, url=record.url)
    return AgencyName(name=record.name, url=record.url, now=heir.name, now_url=heir.url)


def heir_of(
    record: Named, records: Mapping[str, Named], exists: Callable[[Named], bool]
) -> Named | None:
    """Follow successors from a record that has ended to the one that exists today, if any."""
    seen = {record.id}
    heir: Named | None = record
    while heir is not None and not exists(heir):
        heir = records.get(heir.successor_id) if heir.successor_id else None
        if heir is None or heir.id in seen:
            return None
        seen.add(heir.id)
    return None if heir is record else heir
