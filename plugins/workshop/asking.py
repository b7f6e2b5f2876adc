"""`inv new`: ask for what a new article needs, write its file, say what to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Section
from plugins.vietnamese.dates import ZONE, Misread, Moment, read_moment
from plugins.workshop.new_article import Draft, columns_of, create, refusal, sections_of

NEXT = (
    "Việc tiếp theo: mở tệp, viết bài dưới dòng --- thứ hai (điền tóm tắt nếu chưa có); "
    "chạy inv check; khi xong, đổi status: draft thành status: published."
)

T = TypeVar("T")
YES = ("c", "co", "có", "y", "yes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the command was told about the article; what is empty is asked for."""

    title: str = ""
    column: str = ""
    date: str = ""
    summary: str = ""
    slug: str = ""


def run(content: Path, told: Told) -> int:
    """Make a new article; 1 when it has no place or nobody answers."""
    try:
        made = create(content, _draft(content, told))
    except EOFError:
        why = "không có ai trả lời"
        made = refusal("còn thiếu điều cần hỏi", why, "gõ thêm --title, --column, --day, --summary")
    print(made if isinstance(made, Problem) else f"Đã tạo {made}\n{NEXT}")
    return 1 if isinstance(made, Problem) else 0


def _draft(content: Path, told: Told) -> Draft:
    return Draft(
        title=told.title or answer("Tiêu đề: ", lambda title: title or None),
        column=told.column or _column(sections_of(content)),
        moment=_read(told.date) or answer("Ngày đăng [lúc này]: ", _moment),
        summary=told.summary or input("Tóm tắt (sapô), có thể để sau: ").strip(),
        slug=told.slug,
    )


def agreed(question: str) -> bool:
    """Ask for a yes; anything else is a no."""
    return input(question).strip().casefold() in YES


def answer(question: str, read: Callable[[str], T | None]) -> T:
    """Ask until the answer can be used."""
    while True:
        found = read(input(question).strip())
        if found is not None:
            return found


def _column(sections: tuple[Section, ...]) -> str:
    """Show the numbered columns of every section and ask for a number, or the column's own id."""
    known = columns_of(sections)
    numbers = {str(number): column for number, column in enumerate(known, start=1)}
    print("\n".join(_numbered(sections)))
    choices = numbers | dict(zip(known, known, strict=True))
    return answer(f"Chuyên mục (1–{len(known)}): ", choices.get)


def _numbered(sections: tuple[Section, ...]) -> Iterator[str]:
    number = 0
    for section in sections:
        yield section.name
        for column in section.columns:
            number += 1
            yield f"{number:4}. {column.name}"


def _moment(answer: str) -> Moment | None:
    """Take the day that was typed, or this minute in Vietnam when nothing was."""
    now = datetime.now(ZONE).replace(second=0, microsecond=0)
    return _read(answer) if answer else Moment(at=now, has_time=True)


def _read(written: str) -> Moment | None:
    moment = read_moment(written) if written else None
    if isinstance(moment, Misread):
        print(f"{moment.fact}; {moment.remedy}")
        return None
    return moment
