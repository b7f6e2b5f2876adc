"""What surrounds every page."""

from __future__ import annotations

from dataclasses import replace

from support.newsrooms import SECTION, agency, standing
from support.records import SITE, article, edition_of

from plugins.newsroom.edition import Edition
from plugins.newsroom.model import StandingPage
from plugins.newsroom.page import AssetSet
from plugins.newsroom.view_parts import Link
from plugins.pelican_bridge.shell import ENGLISH, make_shell

ASSETS = AssetSet(names={"script": "/tai-nguyen/site.js"}, files=())
ABOUT = standing("gioi-thieu")


def edition_with(*pages: StandingPage) -> Edition:
    """Publish an article and some standing pages."""
    owner = {SITE.owner_id: agency(SITE.owner_id)}
    return edition_of(article(), *pages, sections=(SECTION,), agencies=owner)


def test_the_navigation_has_the_sections_and_the_footer_the_standing_pages() -> None:
    """Wherever a reader is, the same ways lead on."""
    shell = make_shell(edition_with(ABOUT), ASSETS)
    assert [link.url for link in shell.navigation] == ["/chuyen-trang/", "/tin-bai/"]
    assert shell.footer[:2] == (
        Link(label="Trang", url="/trang/gioi-thieu/"),
        Link(label="Cơ quan", url="/co-quan/"),
    )
    assert shell.assets == {"script": "/tai-nguyen/site.js"}


def test_only_a_site_with_an_english_page_leads_to_it() -> None:
    """The navigation shows only what exists."""
    english = standing("english", lang="en")
    assert make_shell(edition_with(ABOUT), ASSETS).english is None
    assert make_shell(edition_with(ABOUT, english), ASSETS).english == ENGLISH


def test_the_shell_looks_up_names_and_no_text() -> None:
    """An edit of any text leaves what surrounds all pages as it was."""
    edition = edition_with(replace(ABOUT, title="Giới thiệu"))
    with edition.notes.fresh() as facts:
        make_shell(edition, ASSETS)
    assert facts == {
        "sections",
        "datasets chi-so",
        "order standing",
        f"headline {ABOUT.path}",
        f"landing {ABOUT.path}",
        f"agencies {SITE.owner_id}",
    }
