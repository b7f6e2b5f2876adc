"""A new article's file, in the right folder and under the right name."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.addresses import RESERVED_PREFIXES
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Section
from plugins.newsroom.sections_reading import read_sections
from plugins.vietnamese.dates import Moment, short_date
from plugins.vietnamese.fold import slug as slug_of
from plugins.vietnamese.nearest import nearest
from plugins.vietnamese.normalise import nfc

REGISTER = "chuyen-trang.toml"
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LENGTH = 60
RULE = "a_new_article_has_its_place"
TEMPLATE = """\
---
title: {title}
date: {date}
summary: {summary}
tags: []
agencies: []
localities: []
source:
status: draft
---

"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a new article begins with (bản nháp); without a slug its title gives one.

    `column` is written as editors write it: `truyen-thong/ket-qua-chi-so`.
    """

    title: str
    column: str
    moment: Moment
    summary: str = ""
    slug: str = ""


def create(content: Path, draft: Draft) -> Path | Problem:
    """Write a draft into its column's folder; nothing is ever written over."""
    name = draft.slug or slug_from(draft.title)
    fault = _fault_of_column(content, draft.column) or fault_of_slug(name)
    if fault:
        return fault
    file_name = f"{draft.moment.day.isoformat()}-{name}.md"
    taken = place_taken(content, file_name)
    if taken:
        return taken
    path = content / "tin-bai" / draft.column / file_name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(_text(draft))
    return path


def slug_from(title: str) -> str:
    """Make a file's name out of a headline: whole words, and no beginning that lists own."""
    name = slug_of(title)
    if name.startswith(RESERVED_PREFIXES):
        name = f"tin-{name}"
    while len(name) > SLUG_LENGTH and "-" in name:
        name = name.rpartition("-")[0]
    return name


def fault_of_slug(name: str) -> Problem | None:
    """Say what keeps a name from being a part of an article's address."""
    if not SLUG.fullmatch(name):
        why = "tên bài chỉ gồm chữ thường không dấu, chữ số và gạch nối"
        return refusal(f"không lấy «{name}» làm tên bài được", why, "đặt tên khác, như ten-bai")
    if name.startswith(RESERVED_PREFIXES):
        why = f"các đầu {', '.join(RESERVED_PREFIXES)} dành cho trang của danh sách"
        return refusal(f"tên bài «{name}» có đầu dành riêng", why, "đặt tên khác, như tin-ten-bai")
    return None


def place_taken(content: Path, file_name: str) -> Problem | None:
    """Say which article already has this day and slug, in whatever column it lies."""
    for taken in sorted(content.glob(f"tin-bai/*/*/{file_name}")):
        fact = f"đã có bài content/{taken.relative_to(content).as_posix()}"
        return refusal(fact, "hai bài cùng ngày không được trùng tên", "đặt tên khác")
    return None


def sections_of(content: Path) -> tuple[Section, ...]:
    """Read the sections and their columns, in the editors' order."""
    return read_sections((content / REGISTER).read_text("utf-8"), REGISTER).value or ()


def columns_of(sections: tuple[Section, ...]) -> tuple[str, ...]:
    """Give every column as editors write it."""
    return tuple(f"{section.id}/{column.id}" for section in sections for column in section.columns)


def _fault_of_column(content: Path, column: str) -> Problem | None:
    known = columns_of(sections_of(content))
    if column in known:
        return None
    near = nearest(column, known)
    remedy = f"có phải là «{near}»?" if near else f"chọn một trong: {', '.join(known)}"
    return refusal(f"không có chuyên mục «{column}»", "chuyên mục là thư mục chứa bài", remedy)


def refusal(fact: str, why: str, remedy: str) -> Problem:
    """Say why a file cannot be made or moved there."""
    return Problem(path="content", line=None, fact=fact, why=why, remedy=remedy, rule=RULE)


def _text(draft: Draft) -> str:
    day = short_date(draft.moment.day)
    return TEMPLATE.format(
        title=_quoted(draft.title),
        date=f"{day} {draft.moment.at:%H:%M}" if draft.moment.has_time else day,
        summary=_quoted(draft.summary),
    )


def _quoted(text: str) -> str:
    """Quote a text as JSON does, which YAML reads alike, so that a colon stays a part of it."""
    return json.dumps(nfc(" ".join(text.split())), ensure_ascii=False)
