"""The page of abbreviations."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.edition import Edition
from plugins.newsroom.heads import listing_head, save_as
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.registers import Abbreviation
from plugins.newsroom.view import GlossaryView
from plugins.newsroom.view_parts import GlossaryGroup, Term
from plugins.vietnamese.collate import sort_key

URL = "/tu-viet-tat/"
TITLE = "Từ viết tắt"
DESCRIPTION = "Nghĩa của các từ viết tắt thường gặp trong tin, bài về cải cách hành chính."


def glossary_pages(edition: Edition) -> Iterator[Page]:
    """Compose the page of all abbreviations in dictionary order."""
    newsroom = edition.newsroom
    ordered = sorted(newsroom.abbreviations, key=lambda a: (sort_key(a.short), sort_key(a.meaning)))
    letters = dict.fromkeys(_letter(abbreviation) for abbreviation in ordered)
    groups = tuple(
        GlossaryGroup(
            letter=letter,
            terms=tuple(
                Term(short=a.short, meaning=a.meaning, anchor="")
                for a in ordered
                if _letter(a) == letter
            ),
        )
        for letter in letters
    )
    head = listing_head(edition.site, title=TITLE, description=DESCRIPTION, url=URL)
    yield Page(
        template="glossary.html",
        save_as=save_as(URL),
        view=GlossaryView(head=head, title=TITLE, description=DESCRIPTION, groups=groups),
        search=SearchEntry(title=TITLE, kind="listing", summary=DESCRIPTION),
        inputs=("tu-viet-tat.csv",),
    )


def _letter(abbreviation: Abbreviation) -> str:
    return abbreviation.short[0].upper()
