"""Which pictures leave with the site, and where the cards stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from support.article_pages import page_of
from support.pictures import encoded, halves, pictures_of
from support.published import listing_page
from support.records import EMPTY, FIRST, SITE, article, newsroom_of

from plugins.images.developing import developed
from plugins.images.exports import card_exports, picture_exports
from plugins.newsroom.edition import Edition, arrange
from plugins.newsroom.fragment import PictureSlot
from plugins.newsroom.model import Article, Illustration
from plugins.newsroom.page import ExportFile, Page
from plugins.newsroom.picture import Rendition
from plugins.newsroom.registers import Dated, Locality, Spot

ROOT = Path(__file__).resolve().parents[2]


def shows(name: str, **changed: Any) -> Article:  # noqa: ANN401 - any field
    """Make an article whose lead picture is `tin-bai/a/b/<name>`."""
    lead = Illustration(
        path=f"tin-bai/a/b/{name}",
        alt="Hai nửa",
        caption="",
        credit="",
        illustrative=False,
        decorative=False,
    )
    return article(illustration=lead, path="tin-bai/a/b/2023-03-23-bai.md", **changed)


def edition_with(tmp_path: Path, *articles: Article, **files: bytes) -> Edition:
    """Develop pictures and arrange the articles that show them."""
    pictures = pictures_of(tmp_path / "content", **files)
    newsroom = newsroom_of(*articles, pictures=pictures, now=FIRST + timedelta(days=1))
    found = developed(newsroom, cache=tmp_path / "cache")
    renditions = {path: made for path, made in found.items() if isinstance(made, Rendition)}
    return arrange(newsroom, SITE, renditions)


def test_pictures_of_published_texts_leave_and_no_others(tmp_path: Path) -> None:
    """A scheduled article's picture cannot be seen before its minute, nor a draft's ever."""
    slot = PictureSlot(source="trong.jpg", alt="Hai nửa", title="", alone=True, line=9)
    edition = edition_with(
        tmp_path,
        shows("dau.jpg", body=replace(EMPTY, pieces=("<p>Chữ.</p>", slot))),
        shows("nhap.jpg", status="draft"),
        shows("hen.jpg", number=5),
        shows("go.jpg", status="withdrawn"),
        dau_jpg=encoded(halves(100, 50)),
        trong_jpg=encoded(halves(110, 50)),
        nhap_jpg=encoded(halves(120, 50)),
        hen_jpg=encoded(halves(130, 50)),
        go_jpg=encoded(halves(140, 50)),
    )
    files = list(picture_exports(edition, cache=tmp_path / "cache"))
    shown = [edition.world.renditions[f"tin-bai/a/b/{name}.jpg"] for name in ("dau", "trong")]
    urls = sorted(file.url for rendition in shown for file in rendition.files)
    assert ["/" + file.save_as for file in files] == urls
    assert all(Path(file.location).stat().st_size for file in files)


def test_one_picture_in_two_articles_leaves_once(tmp_path: Path) -> None:
    """Two files of one place would be refused by the build."""
    one = encoded(halves(100, 50))
    articles = (shows("mot.jpg"), shows("hai.jpg", number=1, slug="x"))
    edition = edition_with(tmp_path, *articles, mot_jpg=one, hai_jpg=one)
    files = [file.save_as for file in picture_exports(edition, cache=tmp_path / "cache")]
    assert len(files) == len(set(files)) == 3


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """Arrange an edition of a province that has a name."""
    province = Locality(
        id="tinh-mau",
        name="Tỉnh Mẫu",
        short_name="Mẫu",
        level="tinh",
        system="34",
        code="99",
        parent_id="",
        validity=Dated(valid_from=None, valid_until=None),
        successor_id="",
        source="",
        spot=Spot(path="dia-ban.csv", line=2),
    )
    made = edition_with(tmp_path)
    return replace(made, world=replace(made.world, localities={"tinh-mau": province}))


def cards(edition: Edition, cache: Path, *pages: Page) -> list[ExportFile]:
    """Draw the cards of the articles among some pages."""
    exported = card_exports(edition, pages=pages, cache=cache, root=ROOT)
    return [file.finished for file in exported]


def test_a_card_stands_in_the_folder_of_its_article(edition: Edition, cache: Path) -> None:
    """The page names `anh-chia-se.png` beside itself; lists and notices have no card."""
    pages = (listing_page("/a/b/"), page_of(), replace(page_of(), search=None, save_as="404.html"))
    (file,) = cards(edition, cache, *pages)
    assert file.save_as == "tin-bai/2023/03/23/bay-hoat-dong/anh-chia-se.png"
    assert Path(file.location).read_bytes().startswith(b"\x89PNG")


def test_a_card_that_is_kept_is_not_drawn_again(edition: Edition, cache: Path) -> None:
    """Ten thousand cards cost a warm build nothing; a damaged one is drawn anew."""
    pages = (page_of(),)
    (first,) = cards(edition, cache, *pages)
    location = Path(first.location)
    drawn, time = location.read_bytes(), location.stat().st_mtime_ns
    assert cards(edition, cache, *pages) == [first]
    assert location.stat().st_mtime_ns == time
    location.write_bytes(drawn[:-10])
    assert cards(edition, cache, *pages) == [first]
    assert location.read_bytes() == drawn
