"""An editor hands a file out: readers get it; an edit of it makes what shows it, and no more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import office_files, pdf_files
from support.tiny import COLUMN, TinySite, article, tiny_site

PATH = f"{COLUMN}/2026-11-20-bai-moi.md"
URL = "/tin-bai/2026/11/20/bai-moi/"
TEXT = "Xem [Kế hoạch 43/KH-UBND](ke-hoach.pdf) và [mẫu đăng ký](mau.docx)."
LINK = re.compile(r'<a href="/(tep/[\w.-]+)">([^<]+)</a>')


@pytest.fixture
def site(tmp_path: Path, cache: Path) -> TinySite:
    """Give a tiny site with an article that hands out two files."""
    site = tiny_site(tmp_path, cache)
    (site.content / COLUMN / "ke-hoach.pdf").write_bytes(pdf_files.pdf(author="Nguyen Van A"))
    (site.content / COLUMN / "mau.docx").write_bytes(office_files.document())
    site.write(PATH, article("Bài mới", "20/11/2026", text=TEXT))
    return site


def served(site: TinySite) -> set[str]:
    """Give the attachments that lie in the output."""
    return {path for path in site.tree() if path.startswith("tep/")}


def test_c05_a_reader_sees_what_a_link_gives(site: TinySite) -> None:
    """The kind and the size stand in the link, on the page, in feeds and in files to keep."""
    assert site.build().problems == ()
    links = dict(LINK.findall(site.read(URL)))
    assert served(site) == links.keys()
    pdf, word = sorted(links, reverse=True, key=lambda path: path.endswith(".pdf"))
    size = len(site.tree()[pdf])
    assert links[pdf] == f"Kế hoạch 43/KH-UBND (PDF, {size} byte)"
    assert links[word].startswith("mẫu đăng ký (DOCX, ")
    assert f"Kế hoạch 43/KH-UBND (PDF, {size} byte)" in site.read(f"{URL}bai-viet.txt")
    assert b"Nguyen Van A" not in site.tree()[pdf]


def test_b09_another_file_makes_its_articles_page_and_no_other(site: TinySite) -> None:
    """A new version under the same name has a new address; the old file is gone."""
    site.build()
    before = served(site)
    (site.content / COLUMN / "ke-hoach.pdf").write_bytes(pdf_files.pdf("Ke hoach sua doi"))
    report = site.build()
    assert {key for _, key in report.reasons if "mau.docx" in key} == set()
    pages = {path for path in report.written if path.endswith("/index.html")}
    assert pages == {f"{URL[1:]}index.html"}
    fresh, gone = served(site) - before, before - served(site)
    assert len(fresh) == len(gone) == 1
    assert fresh <= set(report.written)
    assert fresh < dict(LINK.findall(site.read(URL))).keys()
    tree = site.tree()
    site.write(PATH, article("Bài mới", "20/11/2026", text=TEXT) + "\n")
    site.build()
    assert site.tree() == tree


def test_b09_a_file_that_is_gone_stops_the_build(site: TinySite) -> None:
    """Deleting a file that an article hands out is an error of that article; nothing changes."""
    site.build()
    before = site.tree()
    (site.content / COLUMN / "mau.docx").unlink()
    report = site.build()
    assert not report.is_built
    assert [problem.path for problem in report.problems] == [f"content/{PATH}"]
    assert site.tree() == before
    site.write(PATH, article("Bài mới", "20/11/2026", text=TEXT.partition(" và ")[0]))
    site.build()
    assert all(path.endswith(".pdf") for path in served(site))


def test_b08_what_the_cache_lost_is_made_again(site: TinySite) -> None:
    """A cache that is restored in part, or damaged, costs time and nothing else."""
    site.build()
    before = site.tree()
    for name in served(site):
        (site.output / name).unlink()
        (site.cache / name).write_bytes(b"")
    assert site.build().is_built
    assert site.tree() == before


def test_the_files_of_a_draft_stay_unseen(site: TinySite) -> None:
    """Nobody finds a plan before it is announced."""
    site.write(PATH, article("Bài mới", "20/11/2026", "status: draft", text=TEXT))
    site.build()
    assert served(site) == set()
