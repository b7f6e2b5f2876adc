"""The standing pages, the site's own map, and the page for a wrong address."""

from __future__ import annotations

from dataclasses import replace

from support.newsrooms import SECTION, standing, topic
from support.records import article, edition_of, looks_for_keys, looks_of, pages_of

from plugins.newsroom.edition import Edition
from plugins.standing.pages import NOT_FOUND, SITE_MAP_PAGE, STANDING

ABOUT, ENGLISH = standing("gioi-thieu", "<p>Chữ.</p>"), standing("english", lang="en")


def edition() -> Edition:
    """Publish two standing pages and an article."""
    return edition_of(
        ABOUT,
        replace(ENGLISH, title="English"),
        article(),
        sections=(SECTION,),
        tags={"mot-cua": topic("mot-cua")},
        series={},
    )


def test_a_standing_page_looks_up_its_own_text() -> None:
    """Whoever edits the contact page waits for that page."""
    assert looks_of(STANDING, edition(), ABOUT.path) == {f"text {ABOUT.path}"}
    assert looks_for_keys(STANDING, edition()) == {"order standing"}


def test_a_standing_page_names_its_source_and_its_address() -> None:
    """The English page stands at an address of its own."""
    pages = pages_of(STANDING, edition())
    assert [(page.url, page.source) for page in pages] == [
        ("/en/", ENGLISH.path),
        ("/trang/gioi-thieu/", ABOUT.path),
    ]


def test_the_site_map_looks_up_names_and_no_text() -> None:
    """An edit of a standing page's text leaves the map alone."""
    assert looks_of(SITE_MAP_PAGE, edition(), "") == {
        "sections",
        "tags",
        "series",
        "order standing",
        *(f"{kind} {page.path}" for kind in ("headline", "landing") for page in (ABOUT, ENGLISH)),
    }


def test_the_site_map_leaves_out_a_group_without_links() -> None:
    """A reader meets no heading with nothing below it."""
    (page,) = pages_of(SITE_MAP_PAGE, edition())
    assert [group.name for group in page.view.groups] == [
        "Chuyên trang",
        "Danh mục",
        "Thẻ",
        "Về trang này",
    ]


def test_the_page_for_a_wrong_address_depends_on_nothing() -> None:
    """It is there from the first build on, and no search engine lists it."""
    assert looks_of(NOT_FOUND, edition(), "") == set()
    (page,) = pages_of(NOT_FOUND, edition())
    assert (page.save_as, page.search) == ("404.html", None)
