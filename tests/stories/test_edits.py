"""An editor edits; readers see the edit, and nothing else."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from support.tiny import COLUMN, NOW, TinySite, article, tiny_site

PATH = f"{COLUMN}/2026-11-20-bai-moi.md"
URL = "/tin-bai/2026/11/20/bai-moi/"
TITLE = "Bài mới của biên tập viên"


@pytest.fixture
def site(tmp_path: Path, cache: Path) -> TinySite:
    """Give a tiny site."""
    return tiny_site(tmp_path, cache)


def test_a_new_article_is_on_its_page_and_in_its_lists_and_feeds(site: TinySite) -> None:
    """What an editor commits is found wherever a reader would look for it."""
    site.write(PATH, article(TITLE, "Thứ sáu, 20/11/2026 14:02"))
    report = site.build()
    assert [str(problem) for problem in report.problems] == []
    assert "Thứ sáu, 20/11/2026 14:02" in site.read(URL)
    places = (
        "/",
        "/truyen-thong/",
        "/truyen-thong/ke-hoach/",
        "/truyen-thong/ke-hoach/nam-2026/",
        "/tin-bai/2026/11/20/",
        "/tin-bai/2026/11/",
        "/tin.atom.xml",
        "/tin.rss.xml",
        "/tin.json",
        "/truyen-thong/ke-hoach/tin.atom.xml",
    )
    assert [place for place in places if TITLE not in site.read(place)] == []
    assert URL in site.read("/sitemap-2026.xml")


def test_a_deleted_article_leaves_no_trace(site: TinySite) -> None:
    """An old page does not stay on the server for ever."""
    site.build()
    before = site.tree()
    site.write(PATH, article(TITLE, "20/11/2026"))
    site.build()
    (site.content / PATH).unlink()
    site.build()
    assert site.tree() == before


def test_a_move_to_another_column_keeps_the_address(site: TinySite) -> None:
    """A link that somebody has saved goes on working."""
    site.write(PATH, article(TITLE, "20/11/2026"))
    site.build()
    target = site.content / PATH.replace("ke-hoach", "ket-qua")
    (site.content / PATH).rename(target)
    site.build()
    assert TITLE in site.read(URL)
    assert TITLE in site.read("/truyen-thong/ket-qua/")
    assert TITLE not in site.read("/truyen-thong/ke-hoach/")


def test_an_embargoed_article_is_nowhere_until_its_minute(site: TinySite) -> None:
    """A press embargo holds to the minute, in every kind of file."""
    path = PATH.replace("-20-", "-24-")
    site.write(path, article(TITLE, "2026-11-24 08:01", text="Tin mật."))
    site.build(now=NOW)
    assert not any("Tin mật".encode() in data for data in site.tree().values())


def test_an_alias_leads_to_the_article(site: TinySite) -> None:
    """An address of the old site is not lost, on any kind of server."""
    site.write(PATH, article(TITLE, "20/11/2026", "aliases: [/tin-cu/123/]"))
    site.build()
    assert URL in site.read("/tin-cu/123/")
    assert f"/tin-cu/123/ {URL};" in site.read("/.may-chu/chuyen-huong.map")


def test_a_withdrawn_article_says_so_and_is_listed_nowhere_else(site: TinySite) -> None:
    """A reader learns that the article was taken down, and the text is gone."""
    more = ("status: withdrawn", "correction: [{date: 21/11/2026, text: Gỡ do nhầm số liệu.}]")
    site.write(PATH, article(TITLE, "20/11/2026", *more, text="Số liệu nhầm."))
    report = site.build()
    assert [str(problem) for problem in report.problems] == []
    tree = site.tree()
    assert not any("Số liệu nhầm".encode() in data for data in tree.values())
    assert "Bài này đã được gỡ" in site.read(URL)
    assert "Gỡ do nhầm số liệu." in site.read("/dinh-chinh/")
    naming = [name for name, data in tree.items() if TITLE.encode() in data]
    assert naming == ["dinh-chinh/index.html"]
    assert URL in site.read("/.may-chu/da-go.map")


def test_a_mistake_leaves_what_is_live_as_it_was(site: TinySite) -> None:
    """One wrong file never takes the site down, not even half of it."""
    site.build()
    before = site.tree()
    site.write(PATH, article(TITLE, "31/02/2026"))
    report = site.build()
    assert not report.is_built
    assert site.tree() == before


def test_a_new_column_is_three_lines_of_the_toml(site: TinySite) -> None:
    """Nobody needs a programmer to open a column."""
    toml = site.content / "chuyen-trang.toml"
    lines = '\n[[chuyen-trang.chuyen-muc]]\nid = "moi"\nten = "Chuyên mục mới"\n'
    toml.write_text(toml.read_text(encoding="utf-8") + lines, encoding="utf-8")
    site.build()
    assert "Chuyên mục này chưa có tin, bài." in site.read("/truyen-thong/moi/")
    assert "Chuyên mục mới" in site.read("/truyen-thong/")
    assert "Chuyên mục mới" in site.read("/so-do-trang/")


def test_the_minute_of_a_scheduled_article_comes_without_an_edit(site: TinySite) -> None:
    """The timer on the host publishes it; nobody has to be awake."""
    site.write(PATH.replace("-20-", "-24-"), article(TITLE, "2026-11-24 09:00"))
    address = URL.replace("/20/", "/24/")
    site.build(now=NOW)
    assert site.read(address) == ""
    site.build(now=NOW + timedelta(hours=1))
    assert TITLE in site.read(address)


def test_a_draft_that_says_nothing_yet_stops_nobody(site: TinySite) -> None:
    """An article that was only begun does not keep the others from being published."""
    site.write(PATH, f'---\ntitle: "{TITLE}"\ndate: 20/11/2026\nstatus: draft\n---\n')
    report = site.build()
    assert [str(problem) for problem in report.problems] == []
    assert report.drafts == 1


def test_a_renamed_article_is_not_news_again_to_subscribers(site: TinySite) -> None:
    """A feed reader shows a renamed article once."""
    site.write(PATH, article(TITLE, "20/11/2026"))
    site.build()
    feed = json.loads(site.read("/tin.json"))
    (before,) = (item["id"] for item in feed["items"] if item["title"] == TITLE)
    (site.content / PATH).unlink()
    site.write(
        PATH.replace("bai-moi", "ten-khac"), article(TITLE, "20/11/2026", f"aliases: [{URL}]")
    )
    site.build()
    feed = json.loads(site.read("/tin.json"))
    assert [item["id"] for item in feed["items"] if item["title"] == TITLE] == [before]


def test_an_edit_of_a_text_touches_only_the_files_that_show_it(site: TinySite) -> None:
    """An editor who mends a word waits for one page and its feeds, not for the whole site."""
    site.write(PATH, article(TITLE, "20/11/2026"))
    site.build()
    site.write(PATH, article(TITLE, "20/11/2026", text="Nội dung đã sửa."))
    report = site.build()
    folder = URL.removeprefix("/")
    feeds = ("tin.atom.xml", "tin.rss.xml", "tin.json")
    lists = ("", "truyen-thong/", "truyen-thong/ke-hoach/")
    assert sorted(report.written) == sorted(
        [
            *(f"{folder}{name}" for name in ("index.html", "bai-viet.docx", "bai-viet.txt")),
            *(f"{place}{feed}" for place in lists for feed in feeds),
        ]
    )


def test_nothing_is_written_when_nothing_has_changed(site: TinySite) -> None:
    """The timer's build every few minutes costs the server nothing."""
    site.build()
    report = site.build()
    assert (report.made, report.written, report.removed) == ((), (), ())


def test_an_output_that_was_deleted_is_made_again(site: TinySite) -> None:
    """Whoever clears the folder by hand gets the whole site back."""
    site.build()
    before = site.read("/")
    shutil.rmtree(site.output)
    report = site.build()
    assert len(report.written) == report.files
    assert site.read("/") == before
