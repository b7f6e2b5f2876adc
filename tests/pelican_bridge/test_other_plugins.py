"""Plugins that are not ours hear of all that is read and written, and lose nothing by our cache."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from pelican.plugins import signals
from support.hosted import HostedSite, hosted_site
from support.tiny import COLUMN, TinySite, article

from plugins.pelican_bridge.listeners import DOCUMENTED
from plugins.workshop.judging import FOLDER, fetch_packages
from plugins.workshop.running import CommandFailed

ROOT = Path(__file__).parents[2]
OTHERS = Path(__file__).parent / "others.txt"
FIRST = "tin-bai/2023/03/23/bai-mau/"
SECOND = "tin-bai/2023/03/24/viec-da-lam/"
THIRD = "tin-bai/2023/03/25/bai-ba/"

#: No file of ours is published as it is, and what a plugin would change of a feed is not written.
UNHEARD = {"static_generator_preread", "static_generator_context", "feed_generated", "feed_written"}


@pytest.fixture(scope="module")
def packages() -> Path:
    """Fetch the real plugins, once."""
    return fetch_packages(OTHERS, ROOT / ".cache" / FOLDER)


@pytest.fixture
def hosted(tmp_path: Path, packages: Path) -> HostedSite:
    """Give a tiny site."""
    return hosted_site(tmp_path, packages)


def named(heard: list[list[Any]], name: str) -> list[list[Any]]:
    """Give what came with each signal of one name."""
    return [given for signal, *given in heard if signal == name]


def pages(site: TinySite) -> list[str]:
    """Give every page of the output, as it is written."""
    return [name for name in site.tree() if name.endswith(".html")]


def test_every_documented_signal_is_heard(hosted: HostedSite) -> None:
    """A plugin waits for none in vain but those that could not be kept."""
    heard = [signal for signal, *_ in hosted.build("hearing")]
    assert {one.name for one in DOCUMENTED} - set(heard) == UNHEARD
    steps = (
        *("pelican_initialized", "get_generators", "article_generator_init", "content_object_init"),
        *("article_generator_finalized", "all_generators_finalized", "get_writer"),
        *("article_generator_write_article", "content_written", "pelican_finalized"),
    )
    assert sorted(steps, key=heard.index) == list(steps)


def test_an_article_is_told_as_pelican_tells_it(hosted: HostedSite) -> None:
    """A plugin finds title, date with its zone, category and address where Pelican has them."""
    hosted.site.write(f"{COLUMN}/2023-03-25-bai-ba.md", article("Bài & ba", "25/03/2023 08:00"))
    heard = hosted.build("hearing")
    heads = {told["slug"]: told for (told,) in named(heard, "article_generator_context")}
    assert heads["bai-ba"] == {
        "reader": "echo",
        "title": "Bài &amp; ba",
        "summary": "Tóm tắt của Bài &amp; ba.",
        "slug": "bai-ba",
        "lang": "vi",
        "status": "published",
        "url": THIRD,
        "save_as": f"{THIRD}index.html",
        "date": "2023-03-25 08:00:00+07:00",
        "category": "Kế hoạch",
        "tags": "[]",
    }
    texts = {url: rest for url, *rest in named(heard, "content_object_init")}
    assert texts[THIRD] == [f"{COLUMN}/2023-03-25-bai-ba.md", "<p>Nội dung của bài mẫu.</p>"]
    assert set(texts) == {FIRST, SECOND, THIRD, "trang/lien-he/"}


def test_what_readers_may_not_see_is_not_told(hosted: HostedSite) -> None:
    """A plugin that lists articles must not give away a draft, or an hour before its time."""
    site = hosted.site
    site.write(f"{COLUMN}/2023-03-25-nhap.md", article("Nháp", "25/03/2023", "status: draft"))
    site.write(f"{COLUMN}/2026-11-25-hen.md", article("Hẹn", "25/11/2026 07:30"))
    told = [url for url, *_ in named(hosted.build("hearing"), "content_object_init")]
    assert set(told) == {FIRST, SECOND, "trang/lien-he/"}


def test_every_page_is_announced_when_it_lies_in_its_place(hosted: HostedSite) -> None:
    """A plugin that opens the file that it hears of finds it, with the article that it shows."""
    for _ in ("from nothing", "with everything known"):
        written = named(hosted.build("hearing"), signals.content_written.name)
        assert [(lies, name) for lies, name, _ in written] == [
            (True, n) for n in pages(hosted.site)
        ]
        shown = {name: url for _, name, url in written if url}
        assert shown == {f"{url}index.html": url for url in (FIRST, SECOND, "trang/lien-he/")}


def test_nothing_is_told_of_content_with_errors(hosted: HostedSite) -> None:
    """A plugin must not publish by its own way what the gate holds back."""
    hosted.site.write(f"{COLUMN}/2023-03-25-bai-ba.md", article("Bài ba", "31/02/2023"))
    with pytest.raises(CommandFailed, match="không có ngày 31"):
        hosted.build("hearing")
    assert not (hosted.site.folder / "heard.json").exists()
    assert not hosted.site.output.exists()


def test_our_own_command_hosts_other_plugins_too(hosted: HostedSite) -> None:
    """An editor types the same command, whatever the settings name."""
    hosted.build("hearing")
    tree = hosted.site.tree()
    heard = hosted.site.folder / "heard.json"
    heard.unlink()
    hosted.build_by_our_command()
    assert heard.is_file()
    assert hosted.site.tree() == tree


def test_listening_changes_no_byte(hosted: HostedSite) -> None:
    """The site is the same, whoever hosts the build and whoever listens."""
    hosted.build("hearing")
    heard = hosted.site.tree()
    hosted.site.build()
    assert hosted.site.tree() == heard


def test_the_sitemap_plugin_lists_every_page_after_every_build(hosted: HostedSite) -> None:
    """It counts what is written: a page that is kept must not be missing in its list."""
    hosted.build("sitemap")
    site = hosted.site
    listed = site.read("/sitemap.xml")
    assert re.findall(r"<loc>(.*)</loc>", listed) == sorted(
        f"https://mau.example/{name.removesuffix('index.html')}" for name in pages(site)
    )
    entry = f"<loc>https://mau.example/{FIRST}</loc>\n<lastmod>2023-03-23T14:02:00+07:00</lastmod>"
    assert entry in listed
    site.write(f"{COLUMN}/2023-03-25-bai-ba.md", article("Bài ba", "25/03/2023"))
    hosted.build("sitemap")
    assert set(re.findall(r"<loc>(.*)</loc>", site.read("/sitemap.xml"))) == {
        f"https://mau.example/{name.removesuffix('index.html')}" for name in pages(site)
    }


def test_what_a_plugin_changed_is_ours_again_without_it(hosted: HostedSite) -> None:
    """A plugin that is taken out of the settings leaves nothing behind."""
    site = hosted.site
    site.build()
    ours = site.tree()
    hosted.build("sitemap")
    assert site.tree()["sitemap.xml"] != ours["sitemap.xml"]
    site.build()
    assert site.tree() == ours


def test_the_series_plugin_joins_our_articles(hosted: HostedSite) -> None:
    """A plugin that works on what is read finds our series, and hands them on."""
    text = article("Bài ba", "25/03/2023", "series: ke-hoach-2023")
    hosted.site.write(f"{COLUMN}/2023-03-25-bai-ba.md", text)
    ((told,),) = named(hosted.build("series", "hearing"), "all_generators_finalized")
    assert told == [[THIRD, [FIRST, THIRD]], [SECOND, []], [FIRST, [FIRST, THIRD]]]


@pytest.mark.parametrize("beside", [[], [".gz"]])
def test_the_precompress_plugin_leaves_no_stale_file(hosted: HostedSite, beside: list[str]) -> None:
    """It overwrites nothing by itself: a page that was edited must not be served as it was."""
    site = hosted.site
    hosted.build("precompress", KEPT_BESIDE=beside)
    before = {p: p.stat().st_mtime_ns for p in site.output.rglob("*.gz")}
    path = f"{COLUMN}/2023-03-23-bai-mau.md"
    source = (site.content / path).read_text("utf-8")
    site.write(path, source + "\nMột câu mới.\n")
    hosted.build("precompress", KEPT_BESIDE=beside)
    tree = site.tree()
    packed = [name for name in tree if name.endswith(".gz")]
    assert {n: gzip.decompress(tree[n]) == tree[n.removesuffix(".gz")] for n in packed} == (
        dict.fromkeys(packed, True)
    )
    assert f"{FIRST}index.html.gz" in packed
    kept = {p for p in site.output.rglob("*.gz") if before.get(p) == p.stat().st_mtime_ns}
    assert bool(kept) is bool(beside)
    assert site.output / FIRST / "index.html.gz" not in kept


def test_a_file_beside_a_page_that_is_gone_goes_with_it(hosted: HostedSite) -> None:
    """A deleted article must not be served from its compressed copy."""
    site = hosted.site
    hosted.build("precompress", KEPT_BESIDE=[".gz"])
    (site.content / f"{COLUMN}/2023-03-23-bai-mau.md").unlink()
    hosted.build("precompress", KEPT_BESIDE=[".gz"])
    assert not (site.output / FIRST).exists()
    site.build()
    assert [name for name in site.tree() if name.endswith(".gz")] == []
