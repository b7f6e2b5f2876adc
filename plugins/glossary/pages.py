"""The page of abbreviations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from plugins.newsroom.anchors import term_anchor
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily, one
from plugins.newsroom.heads import listing_head, save_as
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.registers import Abbreviation
from plugins.newsroom.view import GlossaryView
from plugins.newsroom.view_parts import GlossaryGroup, Term
from plugins.newsroom.world import World
from plugins.vietnamese.collate import sort_key

URL = "/tu-viet-tat/"
TITLE = "Từ viết tắt"
DESCRIPTION = "Nghĩa của các từ viết tắt thường gặp trong tin, bài về cải cách hành chính."


def _pages(edition: Edition, _: str) -> Iterator[Page]:
    """Compose the page of all abbreviations in dictionary order."""
    yield Page(
        template="glossary.html",
        save_as=save_as(URL),
        view=_view(edition.world),
        search=SearchEntry(title=TITLE, kind="listing", summary=DESCRIPTION),
    )


GLOSSARY = PageFamily(keys=one, pages=_pages)


def _view(world: World) -> GlossaryView:
    groups = tuple(
        GlossaryGroup(letter=letter, terms=tuple(terms))
        for letter, terms in groupby(_terms(world.abbreviations), key=_letter)
    )
    head = listing_head(world.site, title=TITLE, description=DESCRIPTION, url=URL)
    return GlossaryView(head=head, title=TITLE, description=DESCRIPTION, groups=groups)


def _terms(abbreviations: tuple[Abbreviation, ...]) -> Iterator[Term]:
    """Give each abbreviation once, with all that it can mean."""
    ordered = sorted(abbreviations, key=lambda a: (sort_key(a.short), sort_key(a.meaning)))
    for short, same in groupby(ordered, key=lambda a: a.short):
        meanings = "; ".join(abbreviation.meaning for abbreviation in same)
        yield Term(short=short, meaning=meanings, anchor=term_anchor(short))


def _letter(term: Term) -> str:
    return term.short[0].upper()
