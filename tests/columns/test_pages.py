"""The pages of sections and columns, and all that they look up."""

from __future__ import annotations

from dataclasses import replace

from support.newsrooms import COLUMN, SECTION, agency
from support.records import (
    SITE,
    article,
    edition_of,
    looks_for_keys,
    looks_of,
    pages_of,
)

from plugins.columns.pages import COLUMN_AGENCIES, COLUMN_YEARS, COLUMNS, SECTIONS
from plugins.newsroom.edition import Edition
from plugins.newsroom.model import Article
from plugins.newsroom.view_parts import Facet, Link

KEY = "chuyen-trang/chuyen-muc"
EMPTY = replace(COLUMN, id="muc-trong", name="Mục trống")
TWO = replace(SECTION, columns=(COLUMN, EMPTY), agency_id="so-y-te")
AGENCIES = {"so-y-te": agency("so-y-te"), "ban-dan-toc": agency("ban-dan-toc")}


def edition_with(*articles: Article, page_length: int = 20) -> Edition:
    """Publish some articles in a section of two columns."""
    site = replace(SITE, page_length=page_length)
    return edition_of(*articles, site=site, sections=(TWO,), agencies=AGENCIES)


def test_a_section_looks_up_three_headlines_of_each_column() -> None:
    """A section's page is made again for what it shows, not for every old article."""
    articles = [article(number=number) for number in range(5)]
    assert looks_of(SECTIONS, edition_with(*articles), "chuyen-trang") == {
        "section chuyen-trang",
        "agencies so-y-te",
        *(f"{part} column {KEY}" for part in ("order", "size")),
        *(f"{part} column chuyen-trang/muc-trong" for part in ("order", "size")),
        *(f"headline {shown.path}" for shown in articles[2:]),
        f"columns {KEY}",
    }


def test_sections_and_columns_stand_in_the_editors_order() -> None:
    """Whoever edits `chuyen-trang.toml` decides what comes first."""
    last, first = (replace(TWO, id=name, columns=()) for name in ("z", "a"))
    edition = edition_of(sections=(last, first, TWO))
    assert list(SECTIONS.keys(edition)) == ["z", "a", "chuyen-trang"]
    assert list(COLUMNS.keys(edition)) == [KEY, "chuyen-trang/muc-trong"]


def test_a_section_counts_each_column_and_was_modified_with_its_newest_article() -> None:
    """A machine that reads the sitemap comes back when there is something to read."""
    (page,) = pages_of(SECTIONS, edition_with(article(number=0), article(number=1)))
    assert [block.count_text for block in page.view.blocks] == ["2 tin, bài", "0 tin, bài"]
    assert page.search is not None
    assert page.search.modified == "2023-03-24T14:02:00+07:00"


def test_the_head_of_a_column_looks_up_its_order_its_facets_and_what_it_shows() -> None:
    """Only the newest page of a column changes with a new article."""
    shown = article(agency_ids=("so-y-te",))
    assert looks_of(COLUMNS, edition_with(shown), KEY) == {
        f"columns {KEY}",
        "section-names chuyen-trang",
        f"order column {KEY}",
        f"size column {KEY}",
        f"headline {shown.path}",
        f"keys column-year {KEY}",
        f"size column-year {KEY} 2023",
        f"keys column-agency {KEY}",
        f"size column-agency {KEY} so-y-te",
        "agencies so-y-te",
    }


def test_an_older_page_of_a_column_looks_up_its_own_articles() -> None:
    """A new article makes no old page of its column again."""
    articles = [article(number=number) for number in range(8)]
    edition = edition_with(*articles, page_length=2)
    assert list(COLUMNS.keys(edition))[:4] == [KEY, *(f"{KEY} trang-{n}" for n in (1, 2, 3))]
    assert looks_of(COLUMNS, edition, f"{KEY} trang-1") == {
        f"columns {KEY}",
        "section-names chuyen-trang",
        f"block column {KEY} 0",
        f"least column {KEY} 6",
        *(f"headline {shown.path}" for shown in articles[:2]),
    }


def test_a_column_is_narrowed_by_year_and_by_agency() -> None:
    """A reader finds what one agency did in one year; agencies stand in dictionary order."""
    edition = edition_with(
        article(number=0, agency_ids=("so-y-te", "ban-dan-toc")),
        article(number=300, agency_ids=("so-y-te",)),
    )
    head = next(page for page in pages_of(COLUMNS, edition))
    base = "/chuyen-trang/chuyen-muc/"
    assert head.view.facets == (
        Facet(
            name="Theo năm",
            links=(
                Link(label="Năm 2024", url=f"{base}nam-2024/", note="1"),
                Link(label="Năm 2023", url=f"{base}nam-2023/", note="1"),
            ),
        ),
        Facet(
            name="Theo cơ quan",
            links=(
                Link(label="Cơ quan ban-dan-toc", url=f"{base}co-quan-ban-dan-toc/", note="1"),
                Link(label="Cơ quan so-y-te", url=f"{base}co-quan-so-y-te/", note="2"),
            ),
        ),
    )


def test_a_year_and_an_agency_of_a_column_are_lists_of_their_own() -> None:
    """Each way to narrow a column has an address and a title that say so."""
    edition = edition_with(article(number=0, agency_ids=("so-y-te",)), article(number=300))
    years, agencies = pages_of(COLUMN_YEARS, edition), pages_of(COLUMN_AGENCIES, edition)
    assert [(page.url, page.view.title) for page in (*years, *agencies)] == [
        ("/chuyen-trang/chuyen-muc/nam-2023/", "Chuyên mục: năm 2023"),
        ("/chuyen-trang/chuyen-muc/nam-2024/", "Chuyên mục: năm 2024"),
        ("/chuyen-trang/chuyen-muc/co-quan-so-y-te/", "Chuyên mục: Cơ quan so-y-te"),
    ]
    assert looks_of(COLUMN_YEARS, edition, f"{KEY} 2023") == {
        f"columns {KEY}",
        "section-names chuyen-trang",
        f"order column-year {KEY} 2023",
        f"size column-year {KEY} 2023",
        f"headline {article(number=0).path}",
    }


def test_the_keys_of_columns_follow_their_counts() -> None:
    """A column that grows by a page gets it in the same build."""
    edition = edition_with(article())
    assert looks_for_keys(COLUMNS, edition) == {
        "sections",
        f"size column {KEY}",
        "size column chuyen-trang/muc-trong",
    }
    assert looks_for_keys(COLUMN_YEARS, edition) == {
        "sections",
        f"keys column-year {KEY}",
        "keys column-year chuyen-trang/muc-trong",
        f"size column-year {KEY} 2023",
    }
