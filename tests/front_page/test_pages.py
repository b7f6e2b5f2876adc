"""The home page, and all that it looks up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from support.newsrooms import COLUMN, SECTION, agency, standing, topic
from support.records import FIRST, SITE, article, edition_of, looks_of, pages_of

from plugins.front_page.pages import HOME_PAGE
from plugins.newsroom.edition import Edition
from plugins.newsroom.model import Article, Illustration
from plugins.newsroom.picture import Rendition, RenditionFile
from plugins.vietnamese.dates import Moment

OTHER = replace(SECTION, id="khac", columns=(replace(COLUMN, id="muc-khac", section_id="khac"),))
ABOUT = standing("gioi-thieu")
PICTURE = Illustration(
    path="tin-bai/anh.jpg", alt="", caption="", credit="", illustrative=False, decorative=False
)
RENDITION = Rendition(
    width=800,
    height=450,
    files=(RenditionFile(url="/anh/anh.800.jpg", type="image/jpeg", width=800),),
)


def edition_with(*articles: Article) -> Edition:
    """Publish some articles in a small province."""
    return edition_of(
        *articles,
        ABOUT,
        served={PICTURE.path: RENDITION},
        sections=(SECTION, OTHER),
        agencies={SITE.owner_id: agency(SITE.owner_id)},
        series={"ke-hoach": topic("ke-hoach")},
    )


def test_the_home_page_looks_up_what_it_shows() -> None:
    """An edit of an old article leaves the home page alone."""
    articles = [article(number=number) for number in range(-5, 5)]
    assert looks_of(HOME_PAGE, edition_with(*articles), "") == {
        "order published",
        *(f"headline {shown.path}" for shown in articles[3:]),
        "columns chuyen-trang/chuyen-muc",
        "sections",
        "order section chuyen-trang",
        "order section khac",
        f"agencies {SITE.owner_id}",
        "series",
        "order standing",
        f"headline {ABOUT.path}",
        f"landing {ABOUT.path}",
        "keys month",
        *(f"size day 2023-03-{day:02}" for day in range(1, 32)),
    }


def test_the_newest_of_the_last_few_with_a_picture_leads() -> None:
    """The home page opens with a picture whenever there is one to show."""
    articles = [article(number=number) for number in (0, 2)]
    pictured = article(number=1, illustration=PICTURE)
    edition = edition_with(*articles, pictured)
    (page,) = pages_of(HOME_PAGE, edition)
    assert page.view.lead.title == pictured.title
    assert [shown.title for shown in page.view.latest] == ["Bài 2", "Bài 0"]
    assert f"picture {PICTURE.path}" in looks_of(HOME_PAGE, edition, "")


def test_the_home_page_was_modified_when_the_newest_of_what_it_shows_was() -> None:
    """A machine that reads the sitemap comes back when an article of a section was changed, too."""
    changed = Moment(at=FIRST + timedelta(days=9), has_time=True)
    old = article(number=-9, modified=changed, columns=(("khac", "muc-khac"),))
    (page,) = pages_of(HOME_PAGE, edition_with(old, *(article(number=n) for n in range(7))))
    assert page.search is not None
    assert page.search.modified == "2023-04-01T14:02:00+07:00"


def test_an_empty_province_has_a_home_page() -> None:
    """The first build of a new site shows its sections, and no calendar."""
    (page,) = pages_of(HOME_PAGE, edition_with())
    assert (page.view.lead, page.view.latest, page.view.calendar) == (None, (), None)
    assert page.search is not None
    assert page.search.modified == ""
