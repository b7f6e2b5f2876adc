"""A corpus for measuring: Vietnamese articles made by a seeded die over the site's own registers.

Each has 400 to 900 words, headings, a list, links to earlier articles, and one in five a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from plugins.newsroom.problem import Problem
from plugins.newsroom.registers_reading import read_agencies, read_topics
from plugins.vietnamese.dates import ZONE
from plugins.vietnamese.fold import slug
from plugins.workshop.benchmark import phrases
from plugins.workshop.benchmark.words import sentences
from plugins.workshop.new_article import columns_of, sections_of

FIRST, LAST = date(2021, 8, 1), date(2025, 2, 20)
MINUTES_A_DAY = 12 * 60
FEWEST, MOST = 400, 720  # words; the last paragraph and list may go on to 900
POOL = 4_000
NEAR = 40
A_TABLE_IN, A_HEADING_IN = 5, 3
SHORT_IN, BOLD_IN = 4, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """The names that samples may use: columns as editors write them, agencies, tags, sentences."""

    columns: Sequence[str]
    agencies: Sequence[str]
    tags: Sequence[str]
    sentences: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One made-up article (bài mẫu); in its body `<<path>>` stands for a link to an earlier one."""

    path: str
    title: str
    moment: datetime
    summary: str
    tags: Sequence[str]
    agencies: Sequence[str]
    body: str

    @property
    def column(self) -> str:
        """Give the column as editors write it: `truyen-thong/ket-qua-chi-so`."""
        return "/".join(self.path.split("/")[1:3])

    @property
    def slug(self) -> str:
        """Give the last part of the address."""
        return self.path.rpartition("/")[2].removesuffix(".md")[11:]

    @property
    def page(self) -> str:
        """Give the file of the output that this becomes."""
        return f"tin-bai/{self.moment:%Y/%m/%d}/{self.slug}/index.html"


def read_registers(content: Path, seed: int) -> Registers:
    """Read what the corpus may name; agencies only that existed in all its years."""
    agencies = read_agencies((content / "co-quan.csv").read_text("utf-8"), "co-quan.csv")
    topics = read_topics((content / "the.csv").read_text("utf-8"), "the.csv")
    return Registers(
        columns=columns_of(sections_of(content)),
        agencies=[
            agency.id
            for agency in agencies
            if not isinstance(agency, Problem)
            and agency.validity.existed_on(FIRST)
            and agency.validity.existed_on(LAST)
        ],
        tags=[topic.id for topic in topics if not isinstance(topic, Problem)],
        sentences=sentences(content, Random(seed), POOL),  # noqa: S311 - a corpus, not a secret
    )


def samples(registers: Registers, count: int, seed: int) -> Iterator[Sample]:
    """Make the articles, oldest first, spread evenly over the corpus's years."""
    die = Random(seed)  # noqa: S311 - a corpus, not a secret
    earlier: list[str] = []
    for number in range(count):
        sample = _sample(registers, die, number, count, earlier)
        earlier = [*earlier[1 - NEAR :], sample.path]
        yield sample


def _sample(
    registers: Registers, die: Random, number: int, count: int, earlier: Sequence[str]
) -> Sample:
    day = FIRST + timedelta(days=number * (LAST - FIRST).days // max(count, 1))
    parts = (die.choice(phrases.DID), die.choice(phrases.WHAT), die.choice(phrases.WHERE))
    title = f"Đợt {number + 1}: {' '.join(parts)}"
    minute = timedelta(hours=7, minutes=die.randrange(MINUTES_A_DAY))
    column = registers.columns[number % len(registers.columns)]
    return Sample(
        path=f"tin-bai/{column}/{day.isoformat()}-{slug(title)}.md",
        title=title,
        moment=datetime(day.year, day.month, day.day, tzinfo=ZONE) + minute,
        summary=f"{die.choice(phrases.THEN)}, theo báo cáo đợt {number + 1}.",
        tags=sorted(die.sample(registers.tags, k=min(2, len(registers.tags)))),
        agencies=sorted(die.sample(registers.agencies, k=min(2, len(registers.agencies)))),
        body="\n\n".join(_body(registers, die, earlier, table=number % A_TABLE_IN == 0)) + "\n",
    )


def _body(
    registers: Registers, die: Random, earlier: Sequence[str], *, table: bool
) -> Iterator[str]:
    headings = die.sample(phrases.HEADINGS, k=len(phrases.HEADINGS))
    extras = [_list(registers, die), *([_table(die)] if table else [])]
    wanted, words, number = die.randrange(FEWEST, MOST), 0, 0
    while words < wanted:
        block = _paragraph(registers, die)
        if number % 2 and earlier:
            block += f" Xem thêm [bài của đợt trước](<<{die.choice(earlier)}>>)."
        heading = f"## {headings.pop()}\n\n" if number % A_HEADING_IN == 1 and headings else ""
        extra = f"\n\n{extras.pop(0)}" if number % 2 and extras else ""
        text = f"{heading}{block}{extra}"
        words += len(text.split())
        number += 1
        yield text


def _list(registers: Registers, die: Random) -> str:
    return "\n".join(f"- {die.choice(registers.sentences)}" for _ in range(die.randrange(3, 6)))


def _table(die: Random) -> str:
    places = die.sample(phrases.WHERE, k=4)
    rows = "\n".join(f"| {place} | {die.randrange(20, 900)} |" for place in places)
    return f"| Nơi | Hồ sơ |\n|---|---|\n{rows}"


def _paragraph(registers: Registers, die: Random) -> str:
    said = die.choices(registers.sentences, k=die.randrange(2, 5))
    if die.randrange(SHORT_IN) == 0:
        said.append(f"{die.choice(phrases.SHORT)}.")
    if die.randrange(BOLD_IN) == 0:
        said.append(f"**{die.choice(phrases.THEN)}.**")
    parts = (phrases.WHO, phrases.DID, phrases.WHAT, phrases.WHERE, phrases.WHEN)
    said.append(" ".join(die.choice(choices) for choices in parts) + ".")
    return " ".join(said)
