"""Abbreviations say one thing in one article, and none stands bare in a title (từ viết tắt)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Abbreviation, Registers
from plugins.newsroom.rules.saying import at, error, warning
from plugins.vietnamese.fold import comparable
from plugins.vietnamese.nearest import nearest

Entries = Mapping[str, tuple[Abbreviation, ...]]


def every_meaning_is_registered(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that a meaning chosen in an article is one that the register knows."""
    entries = _entries(newsroom.registers)
    for article in newsroom.articles:
        for short, meaning in article.abbreviations:
            fault = _fault_of_choice(short, meaning, entries)
            if fault:
                fact, remedy = fault
                yield error(
                    at(article, "abbreviations"),
                    fact,
                    "mọi nghĩa in trên trang phải có trong danh mục, kèm nguồn",
                    remedy,
                    rule="every_meaning_is_registered",
                )


def every_ambiguous_abbreviation_is_explained(newsroom: Newsroom) -> Iterator[Problem]:
    """Point out abbreviations of several meanings of which an article chooses none."""
    entries = _entries(newsroom.registers)
    for article in newsroom.articles:
        chosen = {short for short, _ in article.abbreviations}
        used = dict.fromkeys(slot.term for slot in article.body.terms)
        for short in used:
            found = entries.get(short)
            if found and found[0].ambiguous and short not in chosen:
                meanings = " hoặc ".join(f"«{entry.meaning}»" for entry in found)
                yield warning(
                    at(article, "abbreviations"),
                    f"bài dùng «{short}», chữ có thể hiểu nhiều cách",
                    "trang không dám tự giải nghĩa",
                    f"khai ở abbreviations, ví dụ {short}: nghĩa (danh mục có {meanings}),"
                    " hoặc viết đầy đủ",
                    rule="every_ambiguous_abbreviation_is_explained",
                )


def no_title_has_a_bare_abbreviation(newsroom: Newsroom) -> Iterator[Problem]:
    """Point out registered abbreviations in titles, where nothing explains them."""
    entries, bare = _entries(newsroom.registers), _bare(newsroom.registers)
    for article in newsroom.articles:
        for short in dict.fromkeys(bare.findall(article.title)):
            yield warning(
                at(article, "title"),
                f"tiêu đề có từ viết tắt «{short}»",
                "ở danh sách và nơi chia sẻ, không có gì giải nghĩa cho người đọc",
                f"viết đầy đủ, ví dụ «{entries[short][0].meaning}»",
                rule="no_title_has_a_bare_abbreviation",
            )


def every_abbreviation_is_given_once(newsroom: Newsroom) -> Iterator[Problem]:
    """Require one line a meaning, and that several meanings of one abbreviation are marked."""
    for short, meanings in _entries(newsroom.registers).items():
        first = meanings[0]
        for entry in meanings[1:]:
            same = comparable(entry.meaning) == comparable(first.meaning)
            if same or not (entry.ambiguous and first.ambiguous):
                also = f"«{short}» đã có ở dòng {first.spot.line}"
                yield error(
                    entry.spot,
                    f"{also} với cùng nghĩa" if same else f"{also} với nghĩa khác",
                    "không biết in nghĩa nào" if not same else "dòng thừa",
                    "xóa một dòng" if same else "ghi «co» vào ô nhap-nhang của mọi dòng ấy",
                    rule="every_abbreviation_is_given_once",
                )


def _fault_of_choice(short: str, meaning: str, entries: Entries) -> tuple[str, str] | None:
    if short not in entries:
        near = nearest(short, entries)
        ask = f"có phải là «{near}»? Nếu không, " if near else ""
        return f"không có từ viết tắt «{short}»", f"{ask}thêm vào content/tu-viet-tat.csv"
    known = [entry.meaning for entry in entries[short]]
    if comparable(meaning) in map(comparable, known):
        return None
    listed = " hoặc ".join(f"«{one}»" for one in known)
    remedy = f"danh mục có {listed}; nghĩa khác thì thêm vào content/tu-viet-tat.csv"
    return f"«{short}» không có nghĩa «{meaning}»", remedy


@lru_cache(maxsize=1)
def _entries(registers: Registers) -> Entries:
    found: dict[str, list[Abbreviation]] = {}
    for entry in registers.abbreviations:
        found.setdefault(entry.short, []).append(entry)
    return {short: tuple(meanings) for short, meanings in found.items()}


@lru_cache(maxsize=1)
def _bare(registers: Registers) -> re.Pattern[str]:
    """Find any abbreviation that stands alone; where there is none in the register, nothing."""
    longest_first = sorted(_entries(registers), key=lambda short: (-len(short), short))
    any_of_them = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<![\w/&-])(?:{any_of_them})(?![\w/&-])")
