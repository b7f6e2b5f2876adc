"""What an edit of one article costs on the wire."""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from publishing.conftest import committed
from support.counting import Sent
from support.publishing import ROOT, begin_repository, publishing
from support.servers import Servers, run, servers
from support.tiny import COLUMN, article, tiny_site

from plugins.pelican_bridge.options import BuildOptions
from plugins.publishing.publishing import Wish
from plugins.publishing.receiver.release import MANIFEST, SIGNATURE, manifest_of
from plugins.vietnamese.numbers import decimal, thousands
from plugins.workshop.benchmark.corpus import read_registers, samples
from plugins.workshop.benchmark.dialects import for_us

FEW, MANY = 10, 10_000
SETTINGS = """
import runpy

globals().update(runpy.run_path({conf!r}))
THEME = {theme!r}
REVIEW_COMPONENTS = False
"""
PUBLISHED = """
SITEURL = {url!r}
PUBLISH_TARGETS = {{"nginx": {target!r}}}
"""


@pytest.mark.ordeal
def test_d10_one_edit_sends_what_changed_and_little_more(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rounds: Callable[[int, int], int],
    figure: Callable[[str], None],
) -> None:
    """Who publishes over a slow line waits for one article, not for the site."""
    count = rounds(5, 1000)
    with committed(tmp_path / "site") as site:
        for number in range(count):
            name = f"{COLUMN}/2026-{1 + number % 11:02}-{1 + number % 28:02}-bai-{number}.md"
            site.site.write(name, article(f"Bài {number}", name[len(COLUMN) + 1 :][:10]))
        site.edit()
        assert site.publish() == 0
        before = manifest_of(site.server.store.root / "current")["files"]
        sent = Sent(tmp_path, monkeypatch)
        site.minutes += 1
        site.edit()
        assert site.publish() == 0
        live = site.server.store.root / "current"
        after = manifest_of(live)["files"]
        changed = [one for name, one in after.items() if before.get(name) != one]
        own = sum((live / name).stat().st_size for name in (MANIFEST, SIGNATURE))
        whole, literal = sum(one["size"] for one in changed) + own, sent.literal()
    assert 0 < literal <= whole * 1.01
    figure(
        f"sửa một trong {thousands(count)} bài: đổi {thousands(len(changed))} tệp, "
        f"{thousands(whole)} byte; rsync gửi {thousands(literal)} byte"
    )


def big_site(folder: Path, server: Servers, count: int) -> tuple[BuildOptions, list[Path]]:
    """Commit a site with made-up articles, oldest first; many stand among the site's own."""
    site = tiny_site(folder, folder / ".cache")
    settings = folder / "mauconf.py"
    if count > FEW:
        shutil.rmtree(site.content)
        shutil.copytree(ROOT / "content", site.content)
        conf, theme = str(ROOT / "pelicanconf.py"), str(ROOT / "theme")
        settings.write_text(SETTINGS.format(conf=conf, theme=theme), encoding="utf-8")
    with settings.open("a", encoding="utf-8") as text:
        text.write(PUBLISHED.format(url=server.url, target=server.target("nginx")))
    made = []
    for sample in samples(read_registers(site.content, 7), count, 7):
        site.write(sample.path, for_us(sample))
        made.append(site.content / sample.path)
    (folder / ".gitignore").write_text(".cache/\noutput*/\n", encoding="ascii")
    begin_repository(folder)
    options = BuildOptions(
        content=site.content, output=site.output, cache=site.cache, settings=settings
    )
    return options, made


@pytest.mark.ordeal
def test_d10_one_edit_among_many_articles_is_soon_live(
    tmp_path: Path, rounds: Callable[[int, int], int], figure: Callable[[str], None]
) -> None:
    """From the command to the last look at the live pages, by a process that starts afresh."""
    count, took = rounds(FEW, MANY), []
    with servers(tmp_path / "server") as server:
        site = tmp_path / "site"
        options, made = big_site(site, server, count)
        command = publishing(site, options, Wish(target="nginx"))
        for turn in range(rounds(2, 6)):
            edited = made[turn * 7 % len(made)]
            with edited.open("a", encoding="utf-8") as text:
                text.write(f"\nSửa lần {turn}.\n")
            run("git", "add", "--all", cwd=site)
            run("git", "commit", "-q", "-m", f"Sửa lần {turn}", cwd=site)
            began = time.monotonic()
            said = run(*command, cwd=ROOT)
            took.append(time.monotonic() - began)
            assert "Đã xem lại" in said
            server.settle(within=120)
        files = len(manifest_of(server.store.root / "current")["files"])
    middle, slowest = (decimal(found, 1) for found in (statistics.median(took[1:]), max(took[1:])))
    figure(
        f"sửa một trong {thousands(count)} bài ({thousands(files)} tệp), từ lệnh tới khi xem lại "
        f"trang thật xong: trung vị {middle} giây, chậm nhất {slowest} giây trong {len(took) - 1} "
        f"lần, lần đầu {decimal(took[0], 0)} giây"
    )
