"""The registers of agencies and localities agree with themselves (kế thừa, trực thuộc)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Agency, Locality
from plugins.newsroom.rules.saying import error
from plugins.vietnamese.dates import short_date
from plugins.vietnamese.nearest import nearest

Record = Agency | Locality


@dataclass(frozen=True, slots=True, kw_only=True)
class _Relation:
    """A field by which the records of one register lead to each other."""

    field: str
    records: Mapping[str, Record]
    follow: Callable[[Record], str]

    def chain(self, record: Record) -> tuple[str, ...]:
        """Give the ids that one comes by, up to an end or to the first that comes again."""
        ids = [record.id]
        while ids[-1] in self.records and ids.count(ids[-1]) == 1:
            ids.append(self.follow(self.records[ids[-1]]))
        return tuple(ids)


def every_relative_exists(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that parents and successors are lines of the same register."""
    for relation in _relations(newsroom):
        for record in relation.records.values():
            other = relation.follow(record)
            if other and other not in relation.records:
                near = nearest(other, relation.records)
                ask = f"có phải là «{near}»? Nếu không, " if near else ""
                yield error(
                    record.spot,
                    f"ô «{relation.field}» ghi mã «{other}» không có trong danh mục",
                    "trang không biết dẫn tới đâu",
                    f"{ask}thêm một dòng cho mã ấy, hoặc để trống ô",
                    rule="every_relative_exists",
                )


def nothing_descends_from_itself(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse a chain of parents or successors that comes back to where it began."""
    for relation in _relations(newsroom):
        for record in relation.records.values():
            ids = relation.chain(record)
            if len(ids) > 1 and ids[-1] == record.id == min(ids):
                yield error(
                    record.spot,
                    f"các ô «{relation.field}» đi vòng: {' → '.join(ids)}",
                    "đi mãi không tới nơi cuối",
                    "sửa hoặc xóa một ô trong vòng ấy",
                    rule="nothing_descends_from_itself",
                )


def every_life_begins_before_it_ends(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that an agency's or a locality's first day is not after its last."""
    for record in _records(newsroom):
        begins, ends = record.validity.valid_from, record.validity.valid_until
        if begins and ends and begins > ends:
            yield error(
                record.spot,
                f"«{record.name}» có từ {short_date(begins)} mà chỉ đến {short_date(ends)}",
                "như vậy thì không có ngày nào cả",
                "kiểm tra lại hieu-luc-tu và hieu-luc-den",
                rule="every_life_begins_before_it_ends",
            )


def every_successor_follows(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that a successor is there on the day after its predecessor's last."""
    for records in (newsroom.agencies, newsroom.localities):
        for record in records.values():
            heir = records.get(record.successor_id)
            fault = _fault_of_succession(record, heir) if heir else None
            if fault:
                fact, remedy = fault
                why = "ngày nào cũng phải có đúng một tên"
                yield error(record.spot, fact, why, remedy, rule="every_successor_follows")


def _fault_of_succession(record: Record, heir: Record) -> tuple[str, str] | None:
    ends = record.validity.valid_until
    if ends is None:
        fact = f"«{record.name}» có nơi kế thừa mà không ghi ngày cuối"
        return fact, "điền hieu-luc-den, hoặc để trống ke-thua"
    if heir.validity.existed_on(ends + timedelta(days=1)):
        return None
    fact = f"«{record.name}» đến {short_date(ends)} mà «{heir.name}» {_span(heir)}"
    return fact, "kiểm tra lại hieu-luc-den của dòng này và hieu-luc-tu của dòng kế thừa"


def _span(record: Record) -> str:
    begins, ends = record.validity.valid_from, record.validity.valid_until
    said = [f"từ {short_date(begins)}"] if begins else []
    said += [f"đến {short_date(ends)}"] if ends else []
    return "chỉ có " + " ".join(said)


def _relations(newsroom: Newsroom) -> tuple[_Relation, ...]:
    def parent(record: Record) -> str:
        return record.parent_id

    def successor(record: Record) -> str:
        return record.successor_id

    return (
        _Relation(field="co-quan-chu-quan", records=newsroom.agencies, follow=parent),
        _Relation(field="ke-thua", records=newsroom.agencies, follow=successor),
        _Relation(field="thuoc", records=newsroom.localities, follow=parent),
        _Relation(field="ke-thua", records=newsroom.localities, follow=successor),
    )


def _records(newsroom: Newsroom) -> Iterator[Record]:
    yield from newsroom.agencies.values()
    yield from newsroom.localities.values()
