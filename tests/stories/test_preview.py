"""Whoever approves sees what is proposed, drafts too, and nobody takes it for the site."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from support.tiny import COLUMN, NOW, TinySite, article, tiny_site

from plugins.pelican_bridge.building import build
from plugins.pelican_bridge.options import BuildOptions

PATH = f"{COLUMN}/2026-11-20-bai-nhap.md"
URL = "/tin-bai/2026/11/20/bai-nhap/"
BANNER = "Bản xem trước – chưa phát hành"
NOINDEX = '<meta name="robots" content="noindex, nofollow">'
LISTS = ("/", "/truyen-thong/ke-hoach/", "/tin-bai/2026/11/20/", "/tin.atom.xml")


@pytest.fixture
def site(tmp_path: Path, cache: Path) -> TinySite:
    """Give a tiny site with a draft."""
    site = tiny_site(tmp_path, cache)
    site.write(PATH, article("Bài đang viết", "2026-11-20", "status: draft"))
    return site


def preview(site: TinySite) -> TinySite:
    """Build what the approver sees, beside the site; gives it as a site to look at."""
    options = BuildOptions(
        content=site.content,
        output=site.folder / "xem-truoc" / "output",
        cache=site.cache,
        settings=site.folder / "mauconf.py",
        workers=1,
        now=NOW,
        is_preview=True,
    )
    assert build(options).is_built
    return replace(site, folder=site.folder / "xem-truoc")


def test_p05_every_page_of_a_preview_says_what_it_is(site: TinySite) -> None:
    """A page that is passed on as a picture or a link is not taken for the site."""
    shown = preview(site)
    pages = [path for path in sorted(shown.output.rglob("*.html")) if path.stem != "google"]
    assert len(pages) > 10
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert html.count(BANNER) == 1, page
        assert "noindex" in html, page


def test_p05_no_index_takes_a_preview_in(site: TinySite) -> None:
    """Search engines are told by the pages, by robots.txt, and by hosts that read `_headers`."""
    shown = preview(site)
    assert NOINDEX in shown.read("/")
    assert shown.read("/robots.txt") == "User-agent: *\nDisallow: /\n"
    assert shown.read("/_headers") == "/*\n  X-Robots-Tag: noindex, nofollow\n"


def test_p05_an_approver_reads_drafts_in_their_places(site: TinySite) -> None:
    """What is approved is the page as readers will get it, and it is called a draft."""
    shown = preview(site)
    assert '<h1 class="article-header__title">[Bản nháp] Bài đang viết</h1>' in shown.read(URL)
    assert [place for place in LISTS if "[Bản nháp] Bài đang viết" not in shown.read(place)] == []


def test_p05_the_site_has_no_mark_of_a_preview(site: TinySite) -> None:
    """A preview made just before from one cache leaves nothing behind in what readers get."""
    clean = replace(site, cache=site.folder / "cache")
    clean.build()
    alone = clean.tree()
    preview(site)
    site.build()
    assert site.tree() == alone
    marks = re.compile(
        f'{BANNER}|{NOINDEX}|preview-banner"|\\[Bản nháp\\]|Bài đang viết|X-Robots'.encode()
    )
    assert [path for path, data in alone.items() if marks.search(data)] == []
    assert site.read(URL) == ""
    assert not (site.output / "_headers").exists()


def test_p05_a_draft_that_is_finished_is_no_draft_in_the_next_preview(site: TinySite) -> None:
    """An approver who looks again sees that the article is on its way."""
    preview(site)
    site.write(PATH, article("Bài đang viết", "2026-11-20"))
    shown = preview(site)
    assert [place for place in (URL, *LISTS) if "[Bản nháp]" in shown.read(place)] == []
