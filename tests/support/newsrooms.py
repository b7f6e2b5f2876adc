"""Small whole newsrooms for tests of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from support.records import catalogue_of
from support.shelves import DictShelf

from plugins.newsroom.dataset import Records, Shelf
from plugins.newsroom.fragment import Fragment, Piece
from plugins.newsroom.link_index import link_index
from plugins.newsroom.model import Article, FileBeside, StandingPage
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.notes import Notes
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import (
    Abbreviation,
    Agency,
    Column,
    Dated,
    LinkHost,
    Locality,
    Registers,
    Section,
    Spot,
    Topic,
)
from plugins.vietnamese.dates import ZONE

Rule = Callable[[Newsroom], Iterator[Problem]]

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=ZONE)
COLUMN = Column(
    id="chuyen-muc",
    section_id="chuyen-trang",
    name="Chuyên mục",
    description="Một chuyên mục.",
    agency_id="",
    spot=Spot(path="chuyen-trang.toml", line=6),
)
SECTION = Section(
    id="chuyen-trang",
    name="Chuyên trang",
    short_name="Chuyên trang",
    description="Một chuyên trang.",
    agency_id="",
    columns=(COLUMN,),
    spot=Spot(path="chuyen-trang.toml", line=2),
)


def agency(
    id: str,  # noqa: A002 - the record's own word
    *,
    since: date | None = None,
    until: date | None = None,
    successor: str = "",
) -> Agency:
    """Make an agency that lives from a day until a day."""
    return Agency(
        id=id,
        name=f"Cơ quan {id}",
        short_name=id,
        level="tinh",
        kind="",
        parent_id="",
        validity=Dated(valid_from=since, valid_until=until),
        successor_id=successor,
        website="",
        source="Bản mẫu",
        spot=Spot(path="co-quan.csv", line=2),
    )


def locality(
    id: str,  # noqa: A002 - the record's own word
    *,
    parent: str = "",
    until: date | None = None,
    successor: str = "",
) -> Locality:
    """Make a ward or a commune that lives until a day."""
    return Locality(
        id=id,
        name=f"Xã {id}",
        short_name=id,
        level="xa",
        system="63",
        code="",
        parent_id=parent,
        validity=Dated(valid_from=None, valid_until=until),
        successor_id=successor,
        source="Bản mẫu",
        spot=Spot(path="dia-ban.csv", line=2),
    )


def topic(id: str, description: str = "") -> Topic:  # noqa: A002 - the record's own word
    """Make a tag or a series."""
    spot = Spot(path="the.csv", line=2)
    return Topic(id=id, name=f"Chủ đề {id}", description=description, spot=spot)


def abbreviation(short: str, meaning: str, *, ambiguous: bool = False) -> Abbreviation:
    """Make a line of the register of abbreviations."""
    spot = Spot(path="tu-viet-tat.csv", line=2)
    return Abbreviation(
        short=short, meaning=meaning, group="", ambiguous=ambiguous, source="Bản mẫu", spot=spot
    )


def host(name: str, *, nofollow: bool = False) -> LinkHost:
    """Make a reviewed host."""
    spot = Spot(path="lien-ket.csv", line=2)
    return LinkHost(host=name, name=name, nofollow=nofollow, spot=spot)


def fragment(*pieces: Piece, anchors: tuple[str, ...] = (), text: str = "Chữ.") -> Fragment:
    """Make the text of an article out of its slots."""
    return Fragment(pieces=pieces, headings=(), anchors=anchors, text=text)


def standing(slug: str, *pieces: Piece, lang: str = "vi") -> StandingPage:
    """Make a standing page."""
    return StandingPage(
        path=f"trang/{slug}.md",
        digest="0" * 64,
        slug=slug,
        title="Trang",
        summary="Tóm tắt.",
        modified=None,
        lang=lang,
        body=fragment(*pieces),
    )


def newsroom(*articles: Article, **changed: Any) -> Newsroom:  # noqa: ANN401 - any field
    """Make a newsroom with one section, one column and these articles.

    Its texts are filed at NOW; registers are given by their names; `notes` keeps every look.
    """
    pages: tuple[StandingPage, ...] = changed.pop("standing_pages", ())
    pictures: dict[str, FileBeside] = changed.pop("pictures", {})
    attachments: dict[str, FileBeside] = changed.pop("attachments", {})
    unread: frozenset[str] = changed.pop("unread", frozenset())
    notes: Notes = changed.pop("notes", None) or Notes()
    shelf: Shelf = changed.pop("shelf", None) or DictShelf()
    records = Records(shelf, notes)
    registers = Registers(**{"sections": (SECTION,), **changed})
    catalogue = catalogue_of(*articles, *pages, now=NOW)

    beside = {"picture": pictures, "attachment": attachments}

    def members(group: str) -> list[str]:
        notes.facts.add(f"order {group}")
        return catalogue.members(group)

    def today() -> date:
        notes.facts.add("today")
        return NOW.date()

    return Newsroom(
        registers=registers,
        articles=articles,
        standing_pages=pages,
        beside=beside,
        links=link_index(registers, catalogue, records, beside, notes),
        claimants=lambda url: members(f"claim {url}"),
        users=lambda path: members(f"picture {path}"),
        records=records,
        today=today,
        unread=unread,
    )


def problems_of(rule: Rule, *articles: Article, **changed: Any) -> list[Problem]:  # noqa: ANN401
    """Ask a rule about each text of such a newsroom in turn, as a build does."""
    whole = newsroom(*articles, **changed)
    texts: tuple[Article | StandingPage, ...] = (*whole.articles, *whole.standing_pages)
    return [problem for text in texts for problem in rule(whole.about(text))]
