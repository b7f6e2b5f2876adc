"""Agencies and localities are named as they were on an article's day (tên của ngày đăng)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Agency, Dated, Locality, Spot
from plugins.newsroom.rules.saying import at, error
from plugins.vietnamese.dates import short_date

Named = TypeVar("Named", Agency, Locality)


def every_agency_existed_on_its_day(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that an article names agencies that existed on its day."""
    for article in newsroom.articles:
        for fact, remedy in _anachronisms(article.agency_ids, newsroom.agencies, article.day):
            yield _anachronism(
                at(article, "agencies"), fact, remedy, rule="every_agency_existed_on_its_day"
            )


def every_locality_existed_on_its_day(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that an article names localities that existed on its day."""
    for article in newsroom.articles:
        for fact, remedy in _anachronisms(article.locality_ids, newsroom.localities, article.day):
            yield _anachronism(
                at(article, "localities"), fact, remedy, rule="every_locality_existed_on_its_day"
            )


def _anachronism(spot: Spot, fact: str, remedy: str, *, rule: str) -> Problem:
    why = "bài giữ tên của ngày đăng, trang tự thêm «nay là …»"
    return error(spot, fact, why, remedy, rule=rule)


def _anachronisms(
    ids: Iterable[str], records: Mapping[str, Named], day: date
) -> Iterator[tuple[str, str]]:
    for record in (records[i] for i in ids if i in records):
        if not record.validity.existed_on(day):
            known = sorted(
                {kin.id for kin in _kin(record, records) if kin.validity.existed_on(day)}
            )
            living = " hoặc ".join(f"«{records[i].name}», mã {i}" for i in known)
            remedy = f"ngày ấy là {living}" if living else "bỏ mã này, hoặc sửa ngày trong danh mục"
            yield f"«{record.name}» {_life(record.validity, day)}", remedy


def _life(validity: Dated, day: date) -> str:
    if validity.valid_from and day < validity.valid_from:
        return f"chưa có vào ngày {short_date(day)}: có từ {short_date(validity.valid_from)}"
    ended = f": đến {short_date(validity.valid_until)}" if validity.valid_until else ""
    return f"không còn vào ngày {short_date(day)}{ended}"


def _kin(record: Named, records: Mapping[str, Named]) -> Iterator[Named]:
    """Give all that came before it and after it, each once."""
    seen = {record.id}
    waiting = [record]
    while waiting:
        kin = waiting.pop()
        yield kin
        near = [r for r in records.values() if r.successor_id == kin.id or r.id == kin.successor_id]
        waiting += [r for r in near if r.id not in seen]
        seen |= {r.id for r in near}
