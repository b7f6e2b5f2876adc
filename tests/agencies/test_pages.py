"""The pages of agencies and localities, and all that they look up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from support.newsrooms import SECTION, agency, locality
from support.records import SITE, article, edition_of, looks_for_keys, looks_of, pages_of

from plugins.agencies.pages import AGENCY, AGENCY_DIRECTORY, LOCALITY, LOCALITY_DIRECTORY
from plugins.newsroom.edition import Edition
from plugins.newsroom.model import Article
from plugins.newsroom.view_parts import Fact

OLD = agency("so-cu", until=date(2024, 1, 1), successor="so-moi")
NEW = agency("so-moi", since=date(2024, 1, 2))
AGENCIES = {"so-moi": NEW, "so-cu": OLD}
LOCALITIES = {"xa-1": locality("xa-1"), "xa-2": locality("xa-2", parent="xa-1")}
COLUMN = "columns chuyen-trang/chuyen-muc"


def edition_with(*articles: Article, page_length: int = 20) -> Edition:
    """Publish some articles about two agencies and two localities."""
    return edition_of(
        *articles,
        site=replace(SITE, page_length=page_length),
        sections=(SECTION,),
        agencies=AGENCIES,
        localities=LOCALITIES,
    )


def about(*ids: str, number: int = 0) -> Article:
    """Make an article about some agencies."""
    return article(number=number, agency_ids=ids)


def test_the_head_of_an_agency_looks_up_its_forerunners() -> None:
    """A line that names this agency as successor shows on its page in the same build."""
    shown = about("so-cu")
    assert looks_of(AGENCY, edition_with(shown, about("so-moi", number=1)), "so-cu") == {
        "agencies so-cu",
        "agencies so-moi",
        "forerunners /co-quan/so-cu/",
        "order agency so-cu",
        "size agency so-cu",
        f"headline {shown.path}",
        COLUMN,
    }


def test_an_older_page_of_an_agency_looks_up_itself_its_heir_and_its_articles() -> None:
    """A line added to the register makes no old page of any agency again."""
    articles = [about("so-cu", number=number) for number in range(6)]
    edition = edition_with(*articles, page_length=2)
    assert looks_of(AGENCY, edition, "so-cu trang-2") == {
        "agencies so-cu",
        "agencies so-moi",
        "block agency so-cu 0",
        "least agency so-cu 8",
        *(f"headline {shown.path}" for shown in articles[2:4]),
        COLUMN,
    }


def test_an_agency_says_what_became_of_it() -> None:
    """A citizen who looks for an office that is gone is told where to go today."""
    old = next(page for page in pages_of(AGENCY, edition_with()) if "so-cu" in page.url)
    assert old.view.notice == (
        "Nay là Cơ quan so-moi. "
        "Tên gọi này không còn dùng; tin, bài cũ giữ nguyên tên của ngày đăng."
    )
    heir = Fact(name="Kế thừa bởi", value="Cơ quan so-moi", url="/co-quan/so-moi/")
    assert heir in old.view.facts


def test_only_the_head_page_tells_an_agency_s_life() -> None:
    """An old page of the list is a list, and stays as it is for ever."""
    articles = [about("so-cu", number=number) for number in range(4)]
    head, older = (
        page
        for page in pages_of(AGENCY, edition_with(*articles, page_length=2))
        if "so-cu" in page.url
    )
    assert head.view.facts
    assert (older.url, older.view.facts) == ("/co-quan/so-cu/trang-1/", ())
    assert [page.search and page.search.modified for page in (head, older)] == [
        "2023-03-26T14:02:00+07:00",
        "2023-03-24T14:02:00+07:00",
    ]


def test_a_directory_counts_articles_and_opens_none() -> None:
    """An edit of a headline leaves the directory alone."""
    edition = edition_with(about("so-cu"))
    assert looks_of(AGENCY_DIRECTORY, edition, "") == {
        "agencies",
        "size agency so-cu",
        "size agency so-moi",
    }
    (page,) = pages_of(AGENCY_DIRECTORY, edition)
    links = [(link.label, link.note) for group in page.view.groups for link in group.links]
    assert links == [("Cơ quan so-cu", "1 tin, bài"), ("Cơ quan so-moi", "0 tin, bài")]


def test_a_locality_looks_up_its_own_line_and_its_own_headlines() -> None:
    """Localities are agencies' siblings: a page each, found by what they are part of."""
    shown = article(locality_ids=("xa-2",))
    edition = edition_with(shown)
    assert looks_of(LOCALITY, edition, "xa-2") == {
        "localities xa-2",
        "localities xa-1",
        "forerunners /dia-ban/xa-2/",
        "order locality xa-2",
        "size locality xa-2",
        f"headline {shown.path}",
        COLUMN,
    }
    assert looks_of(LOCALITY_DIRECTORY, edition, "") == {
        "localities",
        "size locality xa-1",
        "size locality xa-2",
    }


def test_every_record_has_a_page_in_the_editors_order() -> None:
    """A record that no article names yet is found all the same."""
    edition = edition_with()
    assert list(AGENCY.keys(edition)) == ["so-moi", "so-cu"]
    assert looks_for_keys(AGENCY, edition) == {
        "agencies",
        "size agency so-moi",
        "size agency so-cu",
    }
