"""A commit becomes the live site, over a real sshd, real nginx and Caddy."""

from __future__ import annotations

import json
import os
import re
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from publishing.conftest import Published
from support.servers import run
from support.tiny import COLUMN, article

from plugins.publishing import operating
from plugins.publishing.live import Site, answered, differences
from plugins.publishing.manifest import read_manifest
from plugins.publishing.publishing import Wish, publish
from plugins.publishing.receiver.release import MANIFEST, manifest_of
from plugins.publishing.withdrawing import Demand, withdraw_article
from plugins.vietnamese.numbers import thousands

ROOT = Path(__file__).parents[2]
EACH = 10
"""Requests, at least, between two changes of the release."""


def test_what_is_committed_is_what_readers_get(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor merges; the article is there, and the command says what changed."""
    address = published.write("bai-moi-0")
    assert published.publish() == 0
    assert b"bai-moi-0" in published.ask(address).body
    second = published.write("bai-hai-0")
    capsys.readouterr()
    assert published.publish() == 0
    said = capsys.readouterr().out
    assert f"    {second}\n" in said
    assert "đúng như đã dựng" in said


def test_d10_the_same_again_sends_nothing_and_activates_nothing(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """A nightly run on a quiet day leaves the site alone; after a day it renews the manifest."""
    assert published.publish() == 0
    live = published.server.store.live
    capsys.readouterr()
    assert published.publish() == 0
    assert "Không có gì mới" in capsys.readouterr().out
    assert published.server.store.live == live


def test_p06_each_release_leaves_its_bill_with_whoever_published_it(published: Published) -> None:
    """When a hole is found in a package, we know which releases were made with it."""
    published.publish()
    live = published.server.store.live
    assert list(published.site.cache.rglob(f"{live}.cdx.json"))
    assert not list((published.server.store.root / "current").resolve().rglob("*.cdx.json"))


def test_p05_a_preview_is_never_published(
    published: Published, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Drafts reach no reader by a wrong settings file."""
    wrong = tmp_path / "conf.py"
    named = f"globals().update(runpy.run_path({str(published.settings)!r}))"
    wrong.write_text(f"import runpy\n{named}\nIS_PREVIEW = True\n", encoding="utf-8")
    assert publish(published.site.folder, replace(published.options, settings=wrong), Wish()) == 1
    assert "có IS_PREVIEW" in capsys.readouterr().err


def test_p07_a_scheduled_article_is_live_at_its_minute_and_not_before(published: Published) -> None:
    """The timer publishes the same commit again; only the minute has passed."""
    name = f"hen-gio-{published.minutes}"
    at = published.now + timedelta(minutes=2)
    text = article("Bài hẹn giờ", f"{at:%Y-%m-%d %H:%M}")
    published.site.write(f"{COLUMN}/{at:%Y-%m-%d}-{name}.md", text)
    published.commit("Hẹn giờ")
    address = f"/tin-bai/{at:%Y/%m/%d}/{name}/"
    assert published.publish() == 0
    assert published.ask(address).status == 404
    assert "Bài hẹn giờ" not in published.ask("/").body.decode()
    assert published.publish() == 0
    assert published.ask(address).status == 200
    assert "Bài hẹn giờ" in published.ask("/").body.decode()


def test_p07_the_timer_comes_often_enough() -> None:
    """Ten minutes between runs leave five for the run itself."""
    hosting = ROOT / "plugins" / "publishing" / "hosting"
    timer, service = (hosting / f"publish.{kind}" for kind in ("timer", "service"))
    assert "\nOnCalendar=*:0/10\n" in timer.read_text(encoding="utf-8")
    assert "\nPersistent=true\n" in timer.read_text(encoding="utf-8")
    assert re.search(r"\nExecStart=\S+/inv publish\n", service.read_text(encoding="utf-8"))


def test_what_is_not_committed_is_not_published(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody can ask later where a sentence on the live site came from."""
    published.site.write(f"{COLUMN}/2026-11-20-vung.md", article("Vụng", "2026-11-20"))
    assert published.publish() == 1
    (published.site.content / COLUMN / "2026-11-20-vung.md").unlink()
    assert "có tệp chưa ghi vào Git" in capsys.readouterr().err


def test_an_error_in_the_content_publishes_nothing(published: Published) -> None:
    """What was live stays live."""
    live = published.server.store.live
    published.site.write(f"{COLUMN}/2026-11-20-hong.md", "không có đầu bài\n")
    published.commit()
    assert published.publish() == 1
    assert published.server.store.live == live
    published.remove("hong")


def test_d11_changed_bytes_of_one_size_reach_a_reader_who_has_the_old_ones(
    published: Published,
) -> None:
    """A conditional request after the change is answered with the new page, not with 304."""
    address = published.write("bai-mot-4", text="Điểm là 85,03.")
    published.publish()
    old = published.ask(f"{address}bai-viet.txt")
    assert published.ask(f"{address}bai-viet.txt", If_None_Match=old.headers["etag"]).status == 304
    published.write("bai-mot-4", text="Điểm là 85,04.")
    published.publish()
    new = published.ask(f"{address}bai-viet.txt", If_None_Match=old.headers["etag"])
    assert (new.status, len(new.body)) == (200, len(old.body))
    assert "85,04" in new.body.decode()


def test_d12_a_site_that_is_not_as_published_goes_back_by_itself(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """A web server that fails after the switch is noticed before anybody calls."""
    published.publish()
    published.write("khong-ai-thay")
    live = published.server.store.live
    published.server.stop()
    assert published.publish() == 1
    assert "Đã tự lùi về bản" in capsys.readouterr().err
    assert published.server.store.live == live


def test_d12_what_cannot_go_back_says_what_is_live(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever reads the last line knows the first cause too, and that the new release is live."""
    published.publish()
    former = published.server.store.live
    (published.server.store.releases / former / "404.html").write_text("x", encoding="utf-8")
    published.write("khong-lui-duoc")
    published.server.stop()
    assert published.publish() == 1
    said = capsys.readouterr().err
    assert "không như đã phát hành" in said
    assert f"Không tự lùi được (bản {former} có 1 tệp không đúng bản kê: 404.html (khác) – " in said
    assert published.server.store.live != former
    assert published.publish() == 1
    assert "không như đã phát hành" in capsys.readouterr().err
    published.server.serve()
    assert published.publish() == 0


def test_g03_during_maintenance_the_server_still_says_what_was_planted(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first step in an incident must not blind the second, nor undo the third."""
    published.publish()
    planted = (published.server.store.root / "current").resolve() / "ca-cuoc.html"
    planted.write_text("x", encoding="utf-8")
    assert operating.maintenance(published.settings, "", off=False) == 0
    assert operating.verify_live(published.settings, "") == 1
    assert "trên máy chủ: ca-cuoc.html (thừa)" in capsys.readouterr().err
    published.write("khi-bao-tri")
    assert published.publish() == 0
    assert "Đang bảo trì nên chưa xem lại được" in capsys.readouterr().out
    assert operating.maintenance(published.settings, "", off=True) == 0
    assert operating.verify_live(published.settings, "") == 0


def test_a_file_that_the_target_names_is_missed_before_the_build(
    published: Published, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody waits for a build to hear that a key was never made."""
    wrong = tmp_path / "conf.py"
    named = f"globals().update(runpy.run_path({str(published.settings)!r}))"
    target = {**published.server.target("nginx"), "signing_key": str(tmp_path / "ky-trang")}
    text = f"import runpy\n{named}\nPUBLISH_TARGETS = {{'nginx': {target!r}}}\n"
    wrong.write_text(text, encoding="utf-8")
    options = replace(published.options, settings=wrong)
    assert publish(published.site.folder, options, Wish()) == 1
    said = capsys.readouterr().err
    assert f"không có tệp signing_key {tmp_path / 'ky-trang'}" in said
    assert "dựng trang" not in said


@pytest.mark.ordeal
def test_d12_one_changed_byte_is_found(
    published: Published, rounds: Callable[[int, int], int], figure: Callable[[str], None]
) -> None:
    """One bit of one file, its size and time as before: whoever verifies sees which file it is."""
    assert published.publish() == 0
    live = (published.server.store.root / "current").resolve()
    site = Site(url=published.url, ca=str(published.server.folder / "ca.pem"))
    manifest = read_manifest(json.loads(site.fetch(MANIFEST)))
    served = [path for path in manifest.files if not path.startswith(".")]
    times = rounds(5, 100)
    for number in range(times):
        path = served[number * len(served) // times]
        file = live / path
        whole, known = file.read_bytes(), file.stat()
        place = len(whole) * number // times
        file.write_bytes(whole[:place] + bytes((whole[place] ^ 1,)) + whole[place + 1 :])
        os.utime(file, ns=(known.st_atime_ns, known.st_mtime_ns))
        assert [one.path for one in differences(site, manifest, manifest.files)] == [path]
        file.write_bytes(whole)
        os.utime(file, ns=(known.st_atime_ns, known.st_mtime_ns))
    assert differences(site, manifest, manifest.files) == []
    figure(f"{times} lần lật một bit trong {thousands(len(served))} tệp, thấy cả {times}")


def test_d12_the_server_names_what_was_planted(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """Readers cannot find a file that no page names; the server is asked for it."""
    published.publish()
    assert operating.verify_live(published.settings, "") == 0
    planted = (published.server.store.root / "current").resolve() / "ca-cuoc.html"
    planted.write_text("x", encoding="utf-8")
    assert operating.verify_live(published.settings, "") == 1
    planted.unlink()
    assert "trên máy chủ: ca-cuoc.html (thừa)" in capsys.readouterr().err


def test_d08_the_site_goes_back_in_one_command(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake is off the air without a build."""
    address = published.write("nham")
    published.publish()
    assert operating.rollback(published.settings, "", "") == 0
    assert published.ask(address).status == 404
    assert published.publish() == 1
    assert "đã bị lùi" in capsys.readouterr().err
    assert operating.releases(published.settings, "") == 0
    assert "chuyển về" in capsys.readouterr().out


def test_b07_pages_do_not_vanish_by_accident(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """A removed article goes with its file; more than a few need a word of consent."""
    address = published.write("bo-di")
    for number in range(4):
        published.write(f"bai-{number}")
    published.publish()
    published.remove("bo-di")
    assert published.publish() == 0
    assert published.ask(address).status == 404
    for number in range(4):
        published.remove(f"bai-{number}")
    assert published.publish() == 1
    assert "địa chỉ đang có sẽ mất" in capsys.readouterr().err
    assert published.publish(dry_run=True, allow_loss=True) == 0
    assert published.ask("/tin-bai/2026/11/20/bai-1/").status == 200
    assert published.publish(allow_loss=True) == 0


@pytest.mark.ordeal
def test_d01_a_reader_in_the_middle_of_it_gets_the_old_page_or_the_new_one(
    published: Published, rounds: Callable[[int, int], int], figure: Callable[[str], None]
) -> None:
    """Nobody meets half a site, a missing page or an error while releases change places."""
    old = published.ask("/").body
    assert published.publish() == 0
    known = {old, published.ask("/").body}
    store, found, switches = published.server.store, list[tuple[int, bytes]](), rounds(50, 1000)
    site = Site(url=published.url, ca=str(published.server.folder / "ca.pem"))
    done = threading.Event()

    def read() -> None:
        with closing(site.connected()) as line:
            while not done.is_set():
                answer, body = answered(line, "/", {})
                found.append((answer.status, body))

    one, two = store.names()[-2:]
    said = manifest_of(store.releases / one)
    with ThreadPoolExecutor(2) as readers:
        reading = [readers.submit(read) for _ in range(2)]
        for number in range(switches):
            store._switch((one, two)[number % 2], "rollback", said)  # noqa: SLF001 - no second look
            while len(found) < EACH * (number + 1) and not any(one.done() for one in reading):
                time.sleep(0.0005)
        done.set()
        assert [one.result() for one in reading] == [None, None]
    assert len(found) >= EACH * switches
    assert {status for status, _ in found} == {200}
    assert {body for _, body in found} == known
    asked = thousands(len(found))
    figure(f"{thousands(switches)} lần đổi bản, {asked} lượt tải, 0 lỗi, 0 trang lẫn")


def test_the_manifest_says_where_the_site_comes_from(published: Published) -> None:
    """Anybody can check what is served against what was committed."""
    published.publish()
    said = json.loads(published.ask("/.well-known/manifest.json").body)
    assert said["commit"] == run("git", "rev-parse", "HEAD", cwd=published.site.folder).strip()
    count = run("git", "rev-list", "--count", "HEAD", cwd=published.site.folder)
    assert said["sequence"] == int(count)
    assert said["files"]["404.html"]["status"] == 404


def test_a_key_may_lie_in_the_environment(
    published: Published, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """CI holds keys as variables; an empty one is named, and never taken for no key."""
    settings, server = published.settings, published.server.folder
    plain = settings.read_text(encoding="utf-8")
    changed = plain.replace(f"'{server / 'deploy'}'", "'$TEST_KEY'").replace(
        f"'{server / 'signing'}'", "'$TEST_SIGNING_KEY'"
    )
    settings.write_text(changed, encoding="utf-8")
    published.commit("Khóa ở biến môi trường")
    monkeypatch.setenv("TEST_KEY", (server / "deploy").read_text(encoding="ascii"))
    assert published.publish() == 1
    assert "biến môi trường $TEST_SIGNING_KEY trống" in capsys.readouterr().err
    monkeypatch.setenv("TEST_SIGNING_KEY", (server / "signing").read_text(encoding="ascii"))
    assert published.publish() == 0
    settings.write_text(plain, encoding="utf-8")
    published.commit("Khóa ở tệp")


def test_a_folder_for_other_hosts_has_all_that_they_read(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who has no server of its own hands a folder to a host of pages."""
    address = published.write("bai-tinh")
    assert published.publish(target="trang-tinh") == 0
    folder = published.server.folder.parent / "public"
    assert (folder / f"{address[1:]}index.html").is_file()
    assert "Content-Security-Policy" in (folder / "_headers").read_text(encoding="utf-8")
    assert (folder / ".well-known/manifest.json").is_file()
    assert not list(folder.rglob("*.br"))
    published.remove("bai-tinh")
    assert published.publish(target="trang-tinh") == 0
    assert not (folder / f"{address[1:]}index.html").exists()
    (folder / ".well-known/manifest.json").unlink()
    assert published.publish(target="trang-tinh") == 1
    assert "không phải thư mục do lệnh này làm ra" in capsys.readouterr().err


def test_an_article_is_withdrawn_from_everywhere_in_one_command(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """An urgent takedown leaves no copy on the server, and says to everybody that it was done."""
    address = published.write("can-go", text="Một câu không được phép còn ở đâu nữa.")
    published.publish()
    assert withdraw(published, address, "") == 1
    assert "chưa nói lý do gỡ" in capsys.readouterr().err
    assert withdraw(published, address, "Bài lộ dữ liệu cá nhân.") == 0
    assert published.ask(address).status == 410
    assert "Bài lộ dữ liệu cá nhân." in published.ask("/dinh-chinh/").body.decode()
    for feed in ("/tin.atom.xml", "/tin.rss.xml", "/tin.json", "/sitemap-2026.xml", "/tin-bai/"):
        assert address not in published.ask(feed).body.decode(), feed
    kept = published.server.store.root
    words = "không được phép còn ở đâu nữa".encode()
    published.server.settle()
    assert [file for file in kept.rglob("*") if file.is_file() and words in file.read_bytes()] == []
    assert published.server.store.names() == [published.server.store.live]


def test_a_withdrawal_waits_for_no_other_text_and_can_be_taken_up_again(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """Others may link to the article, its name may be long, the server may be away for a while."""
    name = f"lo-du-lieu-{'a' * 70}"
    address = published.write(name)
    published.write("dan-toi", text=f"Xem [bài ấy]({address}).")
    assert published.publish() == 0
    published.server.folder.joinpath("deploy").rename(published.server.folder / "away")
    assert withdraw(published, address, "Bài lộ dữ liệu cá nhân.") == 1
    published.server.folder.joinpath("away").rename(published.server.folder / "deploy")
    assert published.ask(address).status == 200
    assert len(published.server.store.names()) > 1
    capsys.readouterr()
    assert withdraw(published, address, "Bài lộ dữ liệu cá nhân.") == 0
    assert "dẫn tới bài đã gỡ" in capsys.readouterr().err
    assert published.ask(address).status == 410
    assert published.server.store.names() == [published.server.store.live]
    published.server.stop()
    published.server.serve()
    assert published.ask(address).status == 410


def test_a_withdrawal_is_not_gone_back_from(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever else is wrong with the server, the article does not come back."""
    address = published.write("khong-tro-lai")
    assert published.publish() == 0
    published.server.stop()
    assert withdraw(published, address, "Bài lộ dữ liệu cá nhân.") == 1
    assert "Bài đã gỡ, các bản cũ đã xóa" in capsys.readouterr().out
    published.server.serve()
    assert published.ask(address).status == 410
    assert published.server.store.names() == [published.server.store.live]


def test_what_was_withdrawn_or_moved_by_mistake_comes_back(published: Published) -> None:
    """A server that for a second still says 410 is waited for, not gone back from."""
    text = published.site.content / COLUMN / "2026-11-20-go-nham.md"
    address = published.write("go-nham")
    old = "/tin-bai/2026/11/20/dia-chi-cu/"
    assert published.publish() == 0
    before = text.read_text(encoding="utf-8")
    moved_here = before.replace("---\n", f"---\naliases:\n  - {old}\n", 1)
    assert withdraw(published, address, "Tưởng là lộ dữ liệu.") == 0
    text.write_text(moved_here, encoding="utf-8")
    published.commit("Bài không có lỗi")
    assert published.publish() == 0
    assert published.ask(address).status == 200
    text.write_text(before, encoding="utf-8")
    text.with_name("2026-11-20-noi-khac.md").write_text(moved_here, encoding="utf-8")
    published.commit("Địa chỉ cũ nay dẫn tới bài khác")
    assert published.publish() == 0
    assert published.ask(old).headers["location"] == "/tin-bai/2026/11/20/noi-khac/"


def withdraw(published: Published, address: str, reason: str) -> int:
    """Withdraw an article as `inv withdraw --yes` does."""
    published.minutes += 1
    options = published.options
    return withdraw_article(
        published.site.folder,
        options,
        Demand(address=address, reason=reason, is_confirmed=True),
    )
