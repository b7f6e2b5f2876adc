"""A monitor on another machine sees what Google, phones and readers from Google see."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from publishing.conftest import Published

from plugins.publishing import monitoring, operating
from plugins.publishing.live import Site
from plugins.publishing.monitoring import Watch, look
from plugins.publishing.receiver.release import MANIFEST

CLOAKS = {
    "Googlebot": "$http_user_agent ~ Googlebot",
    "điện thoại": "$http_user_agent ~ Mobile",
    "từ Google": "$http_referer ~ google",
}


@pytest.fixture
def watch(published: Published, tmp_path: Path) -> Watch:
    """Give a watch that knows who may sign."""
    return Watch(
        signers=published.server.store.root / "signers",
        memory=tmp_path / "nho.json",
        pages=5,
        report=tmp_path / "bao.json",
        alarm="",
    )


def site_of(published: Published) -> Site:
    """Give the live site."""
    return Site(url=published.server.url, ca=str(published.server.folder / "ca.pem"))


def looked(published: Published, watch: Watch, *, later: timedelta = timedelta()) -> list[str]:
    """Look at the live site in the minute after its publication."""
    return look(site_of(published), watch, published.now.astimezone(UTC) + later)


@pytest.mark.ordeal
def test_s07_a_sound_site_raises_no_alarm_through_publications(
    published: Published,
    watch: Watch,
    rounds: Callable[[int, int], int],
    figure: Callable[[str], None],
) -> None:
    """Nobody reads the alarms of a monitor that cries each day, nor while the site changes."""
    assert published.publish() == 0
    looks, releases = [looked(published, watch)], 0
    with ThreadPoolExecutor(1) as editor:
        while len(looks) < rounds(15, 1000):
            published.write(f"canh-{published.minutes}")
            work = editor.submit(published_and_reloaded, published)
            while not work.done():
                looks.append(looked(published, watch))
            assert work.result() == 0
            looks += [looked(published, watch) for _ in range(10)]
            releases += 1
    assert [alarms for alarms in looks if alarms] == []
    figure(f"{len(looks)} lượt canh, {releases} lần phát hành ở giữa, 0 báo động sai")


def published_and_reloaded(published: Published) -> int:
    """Publish, then let the server read its maps again, as systemd does."""
    code = published.publish()
    published.server.reload()
    return code


@pytest.mark.parametrize("reader", CLOAKS)
def test_s07_what_is_shown_to_some_alone_is_seen(
    published: Published, watch: Watch, reader: str
) -> None:
    """A gambling page for Google alone is what most break-ins leave behind."""
    published.publish()
    conf = published.server.folder / "conf" / "site.conf"
    whole = conf.read_text(encoding="utf-8")
    conf.write_text(f"{whole}\nif ({CLOAKS[reader]}) {{ rewrite ^ /404.html last; }}\n", "utf-8")
    published.server.reload()
    alarms = looked(published, watch)
    conf.write_text(whole, encoding="utf-8")
    published.server.reload()
    assert alarms
    assert all(f"({reader})" in alarm for alarm in alarms)
    assert looked(published, watch) == []


@pytest.mark.parametrize("name", ["Content-Security-Policy", "Strict-Transport-Security"])
def test_s07_a_header_that_is_lost_is_seen(published: Published, watch: Watch, name: str) -> None:
    """Who wants a foreign script to run takes the header away that forbids it."""
    published.publish()
    conf = published.server.folder / "conf" / "headers.conf"
    whole = conf.read_text(encoding="utf-8")
    kept = [line for line in whole.splitlines() if f"add_header {name} " not in line]
    conf.write_text("\n".join(kept), encoding="utf-8")
    published.server.reload()
    alarms = looked(published, watch)
    conf.write_text(whole, encoding="utf-8")
    published.server.reload()
    assert alarms
    assert all(f"dòng tiêu đề thiếu hay khác: {name}" in alarm for alarm in alarms)
    assert looked(published, watch) == []


@pytest.mark.parametrize("name", ["tin-bai/ca-cuoc.php", "tep/ca-cuoc.pdf", ".ca-cuoc/index.html"])
def test_s07_a_file_that_was_planted_is_seen_by_the_hourly_look(
    published: Published, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Nobody can ask over HTTP for a file whose name nobody knows; the server can."""
    published.publish()
    planted = (published.server.store.root / "current").resolve() / name
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_bytes(b"ca cuoc")
    code = operating.verify_live(published.settings, "")
    planted.unlink()
    assert code == 1
    assert f"trên máy chủ: {name} (thừa)" in capsys.readouterr().err
    assert operating.verify_live(published.settings, "") == 0


def test_s06_each_of_the_six_deceits_is_seen(
    published: Published,
    watch: Watch,
    capsys: pytest.CaptureFixture[str],
    figure: Callable[[str], None],
) -> None:
    """Tampered, mixed, more, fewer, gone back, frozen: the manifest and the memory tell."""
    published.publish()
    published.write(f"moi-{published.minutes}")
    published.publish()
    assert looked(published, watch) == []
    store = published.server.store
    live, former = store.releases / store.live, store.releases / store.names()[-2]
    page = live / "index.html"
    kept = page.read_bytes()
    seen: dict[str, bool] = {}

    def is_alarmed(word: str, later: timedelta = timedelta()) -> bool:
        return any(word in alarm for alarm in looked(published, watch, later=later))

    page.write_bytes(kept.replace(b"<h1", b"<h1 ", 1))
    seen["sửa trộm"] = is_alarmed("index.html (Googlebot): nội dung khác")
    page.write_bytes((former / "index.html").read_bytes())
    seen["trộn hai bản"] = is_alarmed("index.html (máy tính): nội dung khác")
    page.unlink()
    seen["thiếu tệp"] = is_alarmed("index.html (điện thoại): ")
    page.write_bytes(kept)
    (live / "thua.html").write_bytes(kept)
    operating.verify_live(published.settings, "")
    seen["thừa tệp"] = "thua.html (thừa)" in capsys.readouterr().err
    (live / "thua.html").unlink()
    assert looked(published, watch) == []
    seen["giữ bản cũ"] = is_alarmed("bản kê hết hạn", timedelta(days=8))
    store.rollback()
    seen["lùi lén"] = is_alarmed("đã lùi bản?")
    assert [name for name, was in seen.items() if not was] == []
    figure(f"{sum(seen.values())}/{len(seen)} bị phát hiện: {', '.join(seen)}")


def test_s06_a_manifest_that_somebody_else_made_is_seen(published: Published, watch: Watch) -> None:
    """Whoever rewrites pages and manifest alike has no key to sign it."""
    published.publish()
    listed = (published.server.store.root / "current").resolve() / MANIFEST
    kept = listed.read_bytes()
    listed.write_bytes(kept.replace(b"mau.example", b"xau.example"))
    alarms = looked(published, watch)
    listed.write_bytes(kept)
    assert alarms == ["chữ ký của bản kê không hợp lệ"]


def test_p07_a_timer_that_has_stopped_is_seen(published: Published, watch: Watch) -> None:
    """A scheduled article that never comes is missed by somebody before its readers miss it."""
    listening = replace(watch, heartbeat=60)
    silent = "máy phát hành im quá 60 phút: hẹn giờ có chạy không, có lỗi gì không?"
    assert published.publish() == 0
    now = datetime.now(UTC)
    assert silent not in look(site_of(published), listening, now + timedelta(minutes=59))
    assert silent in look(site_of(published), listening, now + timedelta(minutes=62))
    (published.server.store.root / "nhip.txt").unlink()
    assert published.publish(dry_run=True) == 0
    assert silent in look(site_of(published), listening, now)
    assert published.publish() == 0
    assert silent not in look(site_of(published), listening, now)


def test_an_alarm_is_told_to_whoever_should_know(
    published: Published, watch: Watch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code, JSON and a command of one's own."""
    published.publish()
    teller = tmp_path / "bao.sh"
    teller.write_text(f"#!/bin/sh\ncat > {tmp_path}/da-bao\n", encoding="utf-8")
    teller.chmod(0o755)
    told = Watch(signers=None, memory=watch.memory, pages=1, report=watch.report, alarm=str(teller))
    page = (published.server.store.root / "current").resolve() / "index.html"
    kept = page.read_bytes()
    page.write_bytes(kept + b"x")
    code = monitoring.run(published.settings, "", told)
    page.write_bytes(kept)
    assert code == 1
    assert "BÁO ĐỘNG" in capsys.readouterr().out
    assert watch.report
    assert json.loads(watch.report.read_text(encoding="utf-8"))["alarms"]
    assert "index.html" in (tmp_path / "da-bao").read_text(encoding="utf-8")


def test_a_list_of_signers_that_is_not_there_is_no_bad_signature(
    published: Published, watch: Watch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever forgot to fetch the list is not told that the site was attacked."""
    told = replace(watch, signers=tmp_path / "quen", alarm="")
    assert monitoring.run(published.settings, "", told) == 1
    assert "không có tệp ấy" in capsys.readouterr().err
