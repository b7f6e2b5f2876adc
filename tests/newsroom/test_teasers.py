"""An article in lists: its column is named as the register names it in this very build."""

from __future__ import annotations

from dataclasses import replace

from support.newsrooms import COLUMN, SECTION
from support.records import edition_of, headline

from plugins.newsroom.picture import Rendition, RenditionFile
from plugins.newsroom.registers import Column
from plugins.newsroom.teasers import CARD_SIZES, home_column, picture
from plugins.newsroom.view_parts import Link, Picture, PictureSource


def named(column: Column) -> Link:
    """Give the link to a column's page out of a newsroom with that column alone."""
    key = (column.section_id, column.id)
    world = edition_of(sections=(replace(SECTION, columns=(column,)),)).world
    return home_column(headline(columns=(key,)), world)


def test_a_column_is_linked_by_its_name_of_today() -> None:
    """A preview that has run all day shows the name that was typed a second ago."""
    assert [
        named(COLUMN),
        named(replace(COLUMN, name="Tên mới")),
        named(replace(COLUMN, id="chuyen-muc-khac")),
        named(COLUMN),
    ] == [
        Link(label="Chuyên mục", url="/chuyen-trang/chuyen-muc/"),
        Link(label="Tên mới", url="/chuyen-trang/chuyen-muc/"),
        Link(label="Chuyên mục", url="/chuyen-trang/chuyen-muc-khac/"),
        Link(label="Chuyên mục", url="/chuyen-trang/chuyen-muc/"),
    ]


def test_a_picture_offers_every_format_and_falls_back_to_the_last() -> None:
    """Every browser finds a file that it can show, and no larger one than it needs."""
    files = tuple(
        RenditionFile(type=f"image/{kind}", width=width, url=f"/anh/x-{width}.{kind}")
        for kind in ("avif", "jpeg")
        for width in (320, 640, 960)
    )
    rendition = Rendition(width=960, height=640, files=files)

    assert picture(rendition, "Quầy", sizes=CARD_SIZES) == Picture(
        sources=(
            PictureSource(
                type="image/avif",
                srcset="/anh/x-320.avif 320w, /anh/x-640.avif 640w, /anh/x-960.avif 960w",
            ),
            PictureSource(
                type="image/jpeg",
                srcset="/anh/x-320.jpeg 320w, /anh/x-640.jpeg 640w, /anh/x-960.jpeg 960w",
            ),
        ),
        src="/anh/x-640.jpeg",
        width=960,
        height=640,
        alt="Quầy",
        sizes=CARD_SIZES,
    )
