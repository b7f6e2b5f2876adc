"""Which pictures leave with the site, and where the cards stand."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from support.article_pages import page_of
from support.pictures import encoded, halves, pictures_of
from support.published import listing_page, publication_with
from support.records import EMPTY, FIRST, article, edition_of, files_of, publication_of

from plugins.images.developing import developed
from plugins.images.exports import PICTURES, card_family
from plugins.newsroom.fragment import Fragment, PictureSlot
from plugins.newsroom.model import Article, Illustration, StandingPage
from plugins.newsroom.notes import Notes
from plugins.newsroom.page import ExportFile, Page
from plugins.newsroom.picture import Rendition
from plugins.newsroom.publication import Publication

ROOT = Path(__file__).resolve().parents[2]
CARDS = card_family(ROOT)
FOLDER = "tin-bai/a/b/"


def shows(name: str, **changed: Any) -> Article:  # noqa: ANN401 - any field
    """Make an article whose lead picture is `tin-bai/a/b/<name>`."""
    lead = Illustration(
        path=f"{FOLDER}{name}",
        alt="Hai nửa",
        caption="",
        credit="",
        illustrative=False,
        decorative=False,
    )
    stem = name.removesuffix(".jpg")
    return article(illustration=lead, path=f"{FOLDER}2023-03-23-{stem}.md", **changed)


def with_picture(name: str) -> Fragment:
    """Make a text that shows a picture which lies beside it."""
    slot = PictureSlot(source=name, alt="Hai nửa", title="", alone=True, line=9)
    return replace(EMPTY, pieces=("<p>Chữ.</p>", slot))


def publication(
    tmp_path: Path, *texts: Article | StandingPage, notes: Notes | None = None, **files: bytes
) -> Publication:
    """Develop pictures and publish the texts that show them, a day after the first."""
    pictures = pictures_of(tmp_path / "content", **files)
    found = developed([*pictures.values()], cache=tmp_path / "cache")
    renditions = {path: made for path, made in found.items() if isinstance(made, Rendition)}
    notes = notes or Notes()
    now = FIRST + timedelta(days=1)
    edition = edition_of(*texts, now=now, served=renditions, pictures=pictures, notes=notes)
    return publication_of(edition, cache=tmp_path / "cache", notes=notes)


def test_pictures_of_published_texts_leave_and_no_others(tmp_path: Path) -> None:
    """A scheduled article's picture cannot be seen before its minute, nor a draft's ever."""
    standing = StandingPage(
        path=f"{FOLDER}gioi-thieu.md",
        digest="",
        slug="gioi-thieu",
        title="Giới thiệu",
        summary="",
        modified=None,
        lang="vi",
        body=with_picture("trang.jpg"),
    )
    published = publication(
        tmp_path,
        shows("dau.jpg", body=with_picture("trong.jpg")),
        shows("nhap.jpg", status="draft"),
        shows("hen.jpg", number=5),
        shows("go.jpg", status="withdrawn"),
        standing,
        dau_jpg=encoded(halves(100, 50)),
        trong_jpg=encoded(halves(110, 50)),
        trang_jpg=encoded(halves(115, 50)),
        nhap_jpg=encoded(halves(120, 50)),
        hen_jpg=encoded(halves(130, 50)),
        go_jpg=encoded(halves(140, 50)),
    )
    files = files_of(PICTURES, published)
    rendition = published.edition.world.rendition
    shown = [rendition(f"{FOLDER}{name}.jpg") for name in ("dau", "trang", "trong")]
    urls = [file.url for made in shown for file in made.files]
    assert ["/" + file.save_as for file in files] == urls
    assert all(Path(file.location).stat().st_size for file in files)


def test_b08_what_the_cache_lost_is_made_again(tmp_path: Path) -> None:
    """A cache that is restored in part, or damaged, costs time and nothing else."""
    published = publication(tmp_path, shows("dau.jpg"), dau_jpg=encoded(halves(100, 50)))
    before = [Path(file.location).read_bytes() for file in files_of(PICTURES, published)]
    for place in (tmp_path / "cache" / "anh").iterdir():
        place.write_bytes(b"")
    after = [Path(file.location).read_bytes() for file in files_of(PICTURES, published)]
    assert after == before


def test_one_picture_in_two_articles_leaves_once(tmp_path: Path) -> None:
    """Two files of one place would be refused by the build, also when one article is a draft."""
    one = encoded(halves(100, 50))
    texts = (shows("mot.jpg", status="draft"), shows("hai.jpg"), shows("ba.jpg", number=1))
    published = publication(tmp_path, *texts, mot_jpg=one, hai_jpg=one, ba_jpg=one)
    files = [file.save_as for file in files_of(PICTURES, published)]
    assert len(files) == len(set(files)) == 3


def test_a_picture_looks_at_the_texts_that_show_it_and_at_no_other(tmp_path: Path) -> None:
    """Of ten thousand pictures, an edit asks only about those that it shows."""
    notes = Notes()
    published = publication(
        tmp_path,
        shows("nhap.jpg", status="draft"),
        shows("mot.jpg"),
        notes=notes,
        nhap_jpg=encoded(halves(110, 50)),
        mot_jpg=encoded(halves(100, 50)),
    )
    with notes.fresh() as facts:
        keys = list(PICTURES.keys(published))
    assert keys == [f"{FOLDER}mot.jpg", f"{FOLDER}nhap.jpg"]
    assert facts == {"keys picture", *(f"picture {key}" for key in keys)}
    assert [_facts(published, notes, key) for key in keys] == [
        {
            f"order picture {FOLDER}mot.jpg",
            f"headline {FOLDER}2023-03-23-mot.md",
            f"landing {FOLDER}2023-03-23-mot.md",
            f"picture {FOLDER}mot.jpg",
        },
        {
            f"order picture {FOLDER}nhap.jpg",
            f"headline {FOLDER}2023-03-23-nhap.md",
            f"landing {FOLDER}2023-03-23-nhap.md",
        },
    ]


def _facts(published: Publication, notes: Notes, key: str) -> set[str]:
    with notes.fresh() as facts:
        list(PICTURES.files(published, key))
    return facts


def cards(cache: Path, *pages: Page) -> list[ExportFile]:
    """Draw the cards of the articles among some pages."""
    return files_of(CARDS, publication_with(*pages, cache=cache))


def test_a_card_stands_in_the_folder_of_its_article(cache: Path) -> None:
    """The page names `anh-chia-se.png` beside itself; lists and notices have no card."""
    hidden = replace(page_of(), search=None, source="", save_as="404.html")
    (file,) = cards(cache, listing_page("/a/b/"), page_of(), hidden)
    assert file.save_as == "tin-bai/2023/03/23/bay-hoat-dong/anh-chia-se.png"
    assert Path(file.location).read_bytes().startswith(b"\x89PNG")


def test_a_card_that_is_kept_is_not_drawn_again(cache: Path) -> None:
    """Ten thousand cards cost a warm build nothing; a damaged one is drawn anew."""
    (first,) = cards(cache, page_of())
    location = Path(first.location)
    drawn, time = location.read_bytes(), location.stat().st_mtime_ns
    assert cards(cache, page_of()) == [first]
    assert location.stat().st_mtime_ns == time
    location.write_bytes(drawn[:-10])
    assert cards(cache, page_of()) == [first]
    assert location.read_bytes() == drawn


def test_a_card_looks_at_its_page_and_at_the_province_s_name(cache: Path) -> None:
    """What the page does not say moves no card."""
    notes = Notes()
    page = page_of()
    published = publication_with(page, cache=cache, notes=notes)
    with notes.fresh() as facts:
        list(CARDS.files(published, page.save_as))
    assert facts == {f"entry {page.save_as}", "localities tinh-binh-dinh"}


@pytest.mark.parametrize("heavy", ["PIL", "fontTools"])
def test_a_build_that_makes_no_picture_does_not_wait_for_pillow(heavy: str) -> None:
    """An edit of a text is shown at once: importing Pillow and fontTools takes longer."""
    code = f"import sys, plugins.images.plugin as p; p.register(); print({heavy!r} in sys.modules)"
    command = [sys.executable, "-c", code]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said == "False\n"
