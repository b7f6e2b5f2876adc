"""The article page, and all that it looks up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from support.newsrooms import COLUMN, SECTION, agency, fragment, locality, topic
from support.records import (
    FIRST,
    LATER,
    SITE,
    article,
    edition_of,
    looks_for_keys,
    looks_of,
    pages_of,
)

from plugins.articles.pages import ARTICLES
from plugins.newsroom.edition import Edition
from plugins.newsroom.fragment import LinkSlot
from plugins.newsroom.model import Article
from plugins.newsroom.view_parts import AgencyName, Link

REGISTERS: dict[str, Any] = {
    "sections": (SECTION,),
    "agencies": {
        "so-cu": agency("so-cu", until=date(2024, 1, 1), successor="so-moi"),
        "so-moi": agency("so-moi"),
        SITE.owner_id: agency(SITE.owner_id),
    },
    "localities": {"xa-1": locality("xa-1")},
    "tags": {"mot-cua": topic("mot-cua")},
    "series": {"ke-hoach": topic("ke-hoach")},
}


def edition_with(*articles: Article) -> Edition:
    """Publish some articles."""
    return edition_of(*articles, **REGISTERS)


def test_a_bare_article_looks_up_itself_its_column_and_its_neighbours() -> None:
    """An editor who saves one article waits for the pages that show it, and for no others."""
    first, second, third = (article(number=number) for number in range(3))
    assert looks_of(ARTICLES, edition_with(first, second, third), second.path) == {
        f"text {second.path}",
        f"headline {second.path}",
        f"near column chuyen-trang/chuyen-muc {second.path}",
        f"headline {first.path}",
        f"headline {third.path}",
        "columns chuyen-trang/chuyen-muc",
        "section-names chuyen-trang",
        f"agencies {SITE.owner_id}",
    }


def test_a_filed_article_looks_up_what_it_names_and_no_more() -> None:
    """A correction in a register reaches the articles that name the record, and only them."""
    bare = article(number=1)
    filed = replace(
        bare,
        agency_ids=("so-cu",),
        locality_ids=("xa-1",),
        tags=("mot-cua",),
        series="ke-hoach",
    )
    more = looks_of(ARTICLES, edition_with(filed), filed.path) - looks_of(
        ARTICLES, edition_with(bare), bare.path
    )
    assert more == {
        "agencies so-cu",
        "agencies so-moi",
        "localities xa-1",
        "tags mot-cua",
        "series ke-hoach",
        f"near agency so-cu {filed.path}",
        f"near tag mot-cua {filed.path}",
        f"near series ke-hoach {filed.path}",
    }


def test_a_link_is_looked_up_where_it_leads() -> None:
    """A text that moves takes the links to it along."""
    target = article(number=0)
    slot = LinkSlot(target=target.path.rpartition("/")[2], text="bài trước", line=7)
    linking = article(number=1, body=fragment("<p><a", slot, ">bài trước</a></p>"))
    facts = looks_of(ARTICLES, edition_with(target, linking), linking.path)
    assert f"landing {target.path}" in facts


def test_the_keys_are_what_is_published_newest_first() -> None:
    """Drafts, withdrawn and scheduled articles have no page of an article."""
    articles = [
        article(number=0),
        article(number=1, status="draft"),
        article(number=2, status="withdrawn"),
        article(number=3),
        article(number=5000),
    ]
    edition = edition_with(*articles)
    assert FIRST + timedelta(days=5000) > LATER
    assert list(ARTICLES.keys(edition)) == [articles[3].path, articles[0].path]
    assert looks_for_keys(ARTICLES, edition) == {"order published"}


def test_the_page_names_its_source_its_address_and_its_lists() -> None:
    """Feeds, search and the save-as files know the page by what it says of itself."""
    filed = article(tags=("mot-cua",), agency_ids=("so-cu",))
    (page,) = pages_of(ARTICLES, edition_with(filed))
    assert (page.template, page.save_as) == (
        "article.html",
        "tin-bai/2023/03/23/bai-0/index.html",
    )
    assert (page.source, page.target) == (filed.path, "")
    assert page.search is not None
    assert page.search.listed_in == (
        "/",
        "/chuyen-trang/",
        "/chuyen-trang/chuyen-muc/",
        "/co-quan/so-cu/",
        "/the/mot-cua/",
    )


def test_a_reader_finds_what_an_agency_of_that_day_is_called_now() -> None:
    """A citizen who reads an article of 2023 knows whom to ask today."""
    (page,) = pages_of(ARTICLES, edition_with(article(agency_ids=("so-cu",))))
    assert page.view.agencies == (
        AgencyName(
            name="Cơ quan so-cu",
            url="/co-quan/so-cu/",
            now="Cơ quan so-moi",
            now_url="/co-quan/so-moi/",
        ),
    )


def test_the_path_to_an_article_leads_through_its_section_and_its_column() -> None:
    """Breadcrumbs show where an article is at home."""
    (page,) = pages_of(ARTICLES, edition_with(article()))
    assert page.view.head.crumbs == (
        Link(label="Trang chủ", url="/"),
        Link(label=SECTION.name, url="/chuyen-trang/"),
        Link(label=COLUMN.name, url="/chuyen-trang/chuyen-muc/"),
    )
