"""Where the saved files stand, and when they are written again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from support.article_pages import page_of
from support.published import SITE, listing_page
from support.records import edition_of

from plugins.downloads.exports import article_exports
from plugins.newsroom.page import ExportFile, Page

EDITION = replace(edition_of(), world=replace(edition_of().world, site=SITE))


def saved(tmp_path: Path, *pages: Page) -> list[ExportFile]:
    """Export the articles among some pages."""
    exported = article_exports(EDITION, pages=pages, cache=tmp_path)
    return [file.finished for file in exported]


def test_both_files_stand_beside_the_article(tmp_path: Path) -> None:
    """The page's «Lưu bài» links lead to them; lists and notices are not saved."""
    hidden = replace(page_of(), search=None, save_as="404.html")
    files = saved(tmp_path, listing_page("/a/b/"), page_of(), hidden)
    assert [file.save_as for file in files] == [
        "tin-bai/2023/03/23/bay-hoat-dong/bai-viet.docx",
        "tin-bai/2023/03/23/bay-hoat-dong/bai-viet.txt",
    ]
    assert Path(files[0].location).read_bytes().startswith(b"PK")
    assert "Bảy hoạt động" in Path(files[1].location).read_text("utf-8")


def test_an_article_that_is_kept_is_not_written_again(tmp_path: Path) -> None:
    """A warm build writes nothing; a damaged file is written anew."""
    first = saved(tmp_path, page_of())
    location = Path(first[0].location)
    written, time = location.read_bytes(), location.stat().st_mtime_ns
    assert saved(tmp_path, page_of()) == first
    assert location.stat().st_mtime_ns == time
    location.write_bytes(written[:-10])
    assert saved(tmp_path, page_of()) == first
    assert location.read_bytes() == written


def test_whatever_the_file_says_makes_it_another_file(tmp_path: Path) -> None:
    """An edited text, a new source or a moved site is never served from yesterday's file."""
    pages = (
        page_of(),
        page_of("<p>Chữ khác.</p>"),
        page_of(modified="2023-03-24"),
        page_of(title="Khác"),
        page_of(source_credit="Khác"),
        page_of(authors=("Khác",)),
    )
    found = {tuple(file.location for file in saved(tmp_path, page)) for page in pages}
    assert len(found) == len(pages)
