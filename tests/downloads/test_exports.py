"""Where the saved files stand, and when they are written again."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from support.article_pages import SOURCE, page_of
from support.published import listing_page, publication_with
from support.records import files_of

from plugins.downloads.exports import ARTICLES
from plugins.newsroom.notes import Notes
from plugins.newsroom.page import ExportFile, Page

ROOT = Path(__file__).resolve().parents[2]


def saved(tmp_path: Path, *pages: Page, html: str = "<p>Chữ.</p>") -> list[ExportFile]:
    """Export the articles among some pages."""
    return files_of(ARTICLES, publication_with(*pages, html=html, cache=tmp_path))


def test_both_files_stand_beside_the_article(tmp_path: Path) -> None:
    """The page's «Lưu bài» links lead to them; lists and notices are not saved."""
    hidden = replace(page_of(), search=None, source="", save_as="404.html")
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
        page_of(modified="2023-03-24"),
        page_of(title="Khác"),
        page_of(source_credit="Khác"),
        page_of(authors=("Khác",)),
    )
    found = {tuple(file.location for file in saved(tmp_path, page)) for page in pages}
    edited = saved(tmp_path, page_of(), html="<p>Chữ khác.</p>")
    assert len(found | {tuple(file.location for file in edited)}) == len(pages) + 1


def test_a_saved_article_looks_at_its_page_and_its_text(tmp_path: Path) -> None:
    """What neither says writes no file anew."""
    notes = Notes()
    page = page_of()
    publication = publication_with(page, cache=tmp_path, notes=notes)
    with notes.fresh() as facts:
        list(ARTICLES.files(publication, page.save_as))
    assert facts == {f"entry {page.save_as}", f"text {SOURCE}"}


@pytest.mark.parametrize("heavy", ["docx", "lxml"])
def test_a_build_that_saves_nothing_does_not_wait_for_the_tools(heavy: str) -> None:
    """An edit of a list is shown at once."""
    code = f"import plugins.downloads.plugin as p; p.register(); {_has(heavy)}"
    assert _run(code) == "False\n"


def test_a_kept_empty_file_is_enough_for_the_next_article(tmp_path: Path) -> None:
    """Whoever edits one article does not wait for python-docx either."""
    saved(tmp_path, page_of())
    code = (
        "from pathlib import Path; from plugins.downloads.exports.saving import stationery;"
        f"stationery(Path({str(tmp_path / 'tai-ve')!r}), 'vi'); {_has('docx')}"
    )
    assert _run(code) == "False\n"


def _has(module: str) -> str:
    return f"import sys; print({module!r} in sys.modules)"


def _run(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
