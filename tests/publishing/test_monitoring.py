"""A monitor on another machine sees what Google, phones and readers from Google see."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from publishing.conftest import Published

from plugins.publishing import monitoring
from plugins.publishing.live import Site
from plugins.publishing.monitoring import Watch, look

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


def test_s07_a_sound_site_raises_no_alarm_through_publications(
    published: Published, watch: Watch
) -> None:
    """Nobody reads the alarms of a monitor that cries each day."""
    for number in range(3):
        published.write(f"canh-{number}-{published.minutes}")
        assert published.publish() == 0
        for _ in range(3):
            assert looked(published, watch) == []


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


def test_s06_a_manifest_that_somebody_else_made_is_seen(published: Published, watch: Watch) -> None:
    """Whoever rewrites pages and manifest alike has no key to sign it."""
    published.publish()
    live = (published.server.store.root / "current").resolve()
    page, listed = live / "index.html", live / ".well-known/manifest.json"
    kept = {file: file.read_bytes() for file in (page, listed)}
    listed.write_bytes(kept[listed].replace(b"mau.example", b"xau.example"))
    assert "chữ ký của bản kê không hợp lệ" in looked(published, watch)
    listed.write_bytes(kept[listed])
    page.write_bytes(kept[page] + b"<!-- -->")
    alarms = looked(published, watch)
    page.write_bytes(kept[page])
    assert len(alarms) == 4
    assert all(alarm.startswith("index.html") for alarm in alarms)


def test_s06_an_old_site_that_is_shown_again_is_seen(published: Published, watch: Watch) -> None:
    """Frozen, or gone back: both are told, and a person decides."""
    published.publish()
    published.write(f"moi-{published.minutes}")
    published.publish()
    assert looked(published, watch) == []
    assert "hết hạn" in looked(published, watch, later=timedelta(days=8))[0]
    published.server.store.rollback()
    assert "đã lùi bản?" in looked(published, watch)[0]


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
    teller.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/da-bao\n', encoding="utf-8")
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
