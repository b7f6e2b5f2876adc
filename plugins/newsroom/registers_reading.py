"""Reading the registers: agencies, localities, abbreviations, topics, foreign hosts.

Each table's header maps to attributes here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from plugins.newsroom.advert_patterns import TERMS
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import (
    Abbreviation,
    Agency,
    Dated,
    LinkHost,
    Locality,
    Mention,
    Spot,
    Topic,
)
from plugins.newsroom.tables import Record, read_table
from plugins.vietnamese.nearest import nearest

T = TypeVar("T", Agency, Locality, Abbreviation, Topic, LinkHost, Mention)

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
CODE = re.compile(r"\d*")
LEVELS = ("tinh", "huyen", "xa", "trung-uong")
YES = {"co": True, "có": True, "": False}

AGENCY_HEADER = (
    *("ma", "ten", "ten-ngan", "cap", "loai", "co-quan-chu-quan"),
    *("hieu-luc-tu", "hieu-luc-den", "ke-thua", "trang-web", "nguon"),
)
LOCALITY_HEADER = (
    *("ma", "ten", "ten-ngan", "cap", "he-thong", "ma-so", "thuoc"),
    *("hieu-luc-tu", "hieu-luc-den", "ke-thua", "nguon"),
)
ABBREVIATION_HEADER = ("viet-tat", "nghia", "nhom", "nhap-nhang", "nguon")
TOPIC_HEADER = ("ma", "ten", "mo-ta")
MENTION_HEADER = ("tep", "tu", "ly-do")
HOST_HEADER = ("may-chu", "ten", "nofollow", "nguon")


def read_agencies(text: str, path: str) -> Iterator[Agency | Problem]:
    """Read `co-quan.csv`."""
    return _each(text, path, AGENCY_HEADER, ("ma", "ten", "cap", "nguon"), _agency)


def read_localities(text: str, path: str) -> Iterator[Locality | Problem]:
    """Read `dia-ban.csv`."""
    required = ("ma", "ten", "cap", "he-thong", "nguon")
    return _each(text, path, LOCALITY_HEADER, required, _locality)


def read_abbreviations(text: str, path: str) -> Iterator[Abbreviation | Problem]:
    """Read `tu-viet-tat.csv`: a line a meaning."""
    required = ("viet-tat", "nghia", "nguon")
    return _each(text, path, ABBREVIATION_HEADER, required, _abbreviation)


def read_topics(text: str, path: str) -> Iterator[Topic | Problem]:
    """Read `the.csv` or `dong-su-kien.csv`."""
    return _each(text, path, TOPIC_HEADER, ("ma", "ten"), _topic)


def read_hosts(text: str, path: str) -> Iterator[LinkHost | Problem]:
    """Read `lien-ket.csv`."""
    return _each(text, path, HOST_HEADER, ("may-chu", "ten", "nguon"), _host)


def read_mentions(text: str, path: str) -> Iterator[Mention | Problem]:
    """Read `tu-nhay-cam.csv`: a word that may stand in a file, and why."""
    return _each(text, path, MENTION_HEADER, MENTION_HEADER, _mention)


def _each(
    text: str,
    path: str,
    header: tuple[str, ...],
    required: tuple[str, ...],
    make: Callable[[Record], T | Problem],
) -> Iterator[T | Problem]:
    for record in read_table(text, path, header, required):
        if isinstance(record, Problem):
            yield record
        elif "ma" in record.fields and not ID.fullmatch(record["ma"]):
            why = "mã làm nên địa chỉ trang, chỉ gồm chữ thường không dấu, chữ số, gạch nối"
            yield record.problem(f"mã «{record['ma']}» không hợp lệ", why, "sửa lại mã")
        else:
            yield make(record)


def _agency(record: Record) -> Agency | Problem:
    validity = _validity(record)
    if isinstance(validity, Problem):
        return validity
    return Agency(
        id=record["ma"],
        name=record["ten"],
        short_name=record["ten-ngan"] or record["ten"],
        level=record["cap"],
        kind=record["loai"],
        parent_id=record["co-quan-chu-quan"],
        validity=validity,
        successor_id=record["ke-thua"],
        website=record["trang-web"],
        source=record["nguon"],
        spot=_spot(record),
    )


def _locality(record: Record) -> Locality | Problem:
    validity = _validity(record)
    if isinstance(validity, Problem):
        return validity
    if record["he-thong"] not in {"63", "34"}:
        why = "một mã số chỉ có nghĩa trong hệ thống 63 tỉnh hoặc 34 tỉnh"
        return record.problem(f"hệ thống «{record['he-thong']}» lạ", why, "ghi 63 hoặc 34")
    if not CODE.fullmatch(record["ma-so"]):
        why = "mã số do cơ quan thống kê đặt, chỉ gồm chữ số"
        return record.problem(f"mã số «{record['ma-so']}» lạ", why, "ghi lại mã số")
    return Locality(
        id=record["ma"],
        name=record["ten"],
        short_name=record["ten-ngan"] or record["ten"],
        level=record["cap"],
        system=record["he-thong"],
        code=record["ma-so"],
        parent_id=record["thuoc"],
        validity=validity,
        successor_id=record["ke-thua"],
        source=record["nguon"],
        spot=_spot(record),
    )


def _validity(record: Record) -> Dated | Problem:
    if record["cap"] not in LEVELS:
        why = "cấp quyết định bài được xếp vào đâu"
        return record.problem(f"cấp «{record['cap']}» lạ", why, f"ghi {', '.join(LEVELS)}")
    begins, ends = record.day("hieu-luc-tu"), record.day("hieu-luc-den")
    if isinstance(begins, Problem):
        return begins
    if isinstance(ends, Problem):
        return ends
    return Dated(valid_from=begins, valid_until=ends)


def _abbreviation(record: Record) -> Abbreviation | Problem:
    ambiguous = _yes(record, "nhap-nhang")
    if isinstance(ambiguous, Problem):
        return ambiguous
    return Abbreviation(
        short=record["viet-tat"],
        meaning=record["nghia"],
        group=record["nhom"],
        ambiguous=ambiguous,
        source=record["nguon"],
        spot=_spot(record),
    )


def _topic(record: Record) -> Topic:
    return Topic(
        id=record["ma"],
        name=record["ten"],
        description=record["mo-ta"],
        spot=_spot(record),
    )


def _host(record: Record) -> LinkHost | Problem:
    nofollow = _yes(record, "nofollow")
    if isinstance(nofollow, Problem):
        return nofollow
    host = record["may-chu"].lower()
    if not HOST.fullmatch(host):
        why = "chỉ tên máy chủ mới so được với địa chỉ trong bài"
        return record.problem(f"«{host}» không phải là tên máy chủ", why, "viết như tinh.gov.vn")
    return LinkHost(host=host, name=record["ten"], nofollow=nofollow, spot=_spot(record))


def _mention(record: Record) -> Mention | Problem:
    word = record["tu"].casefold()
    known = {term.words for term in TERMS}
    if word not in known:
        near = nearest(word, known)
        ask = f"có phải là «{near}»?" if near else "chép lại từ ấy từ thông báo lỗi"
        return record.problem(f"«{word}» không phải là từ bị chặn", "không có gì để cho qua", ask)
    return Mention(
        path=record["tep"].removeprefix("content/"),
        word=word,
        reason=record["ly-do"],
        spot=_spot(record),
    )


def _yes(record: Record, name: str) -> bool | Problem:
    written = record[name].casefold()
    if written in YES:
        return YES[written]
    return record.problem(f"không hiểu «{written}» ở cột «{name}»", "", "ghi «co», hoặc để trống")


def _spot(record: Record) -> Spot:
    return Spot(path=record.path, line=record.line)
