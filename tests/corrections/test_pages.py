"""Corrections, withdrawn articles and old addresses, and all that their pages look up."""

from __future__ import annotations

from support.newsrooms import SECTION
from support.records import FIRST, article, edition_of, looks_for_keys, looks_of, pages_of

from plugins.corrections.pages import CORRECTED, MOVED, WITHDRAWN
from plugins.newsroom.edition import Edition
from plugins.newsroom.model import Correction
from plugins.vietnamese.dates import Moment

CORRECTION = Correction(moment=Moment(at=FIRST, has_time=False), text="Sửa một con số.")
PLAIN = article(number=0)
CORRECTED_ONE = article(number=1, corrections=(CORRECTION,))
WITHDRAWN_ONE = article(
    number=2, status="withdrawn", corrections=(CORRECTION,), aliases=("/tin-cu/2/",)
)
MOVED_ONE = article(number=3, aliases=("/tin-cu/3/", "/tin-cu-hon/3/"))
DRAFT = article(number=4, status="draft", corrections=(CORRECTION,), aliases=("/tin-cu/4/",))


def edition() -> Edition:
    """Publish an article of each kind."""
    return edition_of(PLAIN, CORRECTED_ONE, WITHDRAWN_ONE, MOVED_ONE, DRAFT, sections=(SECTION,))


def test_the_corrections_page_opens_what_was_corrected_or_withdrawn() -> None:
    """A reader checks the province's honesty on one page; a draft is on no page."""
    assert looks_of(CORRECTED, edition(), "") == {
        "order corrected",
        f"text {CORRECTED_ONE.path}",
        f"text {WITHDRAWN_ONE.path}",
    }
    (page,) = pages_of(CORRECTED, edition())
    assert [(shown.title, shown.withdrawn) for shown in page.view.articles] == [
        (WITHDRAWN_ONE.title, True),
        (CORRECTED_ONE.title, False),
    ]


def test_the_corrections_page_was_modified_with_the_newest_correction() -> None:
    """A machine that reads the sitemap learns of a correction."""
    (page,) = pages_of(CORRECTED, edition())
    assert page.search is not None
    assert page.search.modified == "2023-03-23"


def test_a_withdrawn_article_keeps_its_address_and_says_so() -> None:
    """A link from elsewhere does not end in an error, and search engines forget the article."""
    (page,) = pages_of(WITHDRAWN, edition())
    assert (page.url, page.template, page.source) == (
        WITHDRAWN_ONE.url,
        "withdrawn.html",
        WITHDRAWN_ONE.path,
    )
    assert page.search is None
    assert not page.view.head.indexable
    assert looks_of(WITHDRAWN, edition(), WITHDRAWN_ONE.path) == {f"headline {WITHDRAWN_ONE.path}"}
    assert looks_for_keys(WITHDRAWN, edition()) == {"order withdrawn"}


def test_every_old_address_leads_to_the_article() -> None:
    """A printed address or a bookmark goes on working, a withdrawn article's too."""
    pages = pages_of(MOVED, edition())
    assert [(page.url, page.target) for page in pages] == [
        ("/tin-cu/3/", MOVED_ONE.url),
        ("/tin-cu-hon/3/", MOVED_ONE.url),
        ("/tin-cu/2/", WITHDRAWN_ONE.url),
    ]
    assert looks_of(MOVED, edition(), MOVED_ONE.path) == {f"headline {MOVED_ONE.path}"}
    assert looks_for_keys(MOVED, edition()) == {"order moved"}
