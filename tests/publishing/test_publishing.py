"""A commit becomes the live site, over a real sshd, real nginx and Caddy."""

from __future__ import annotations

import gzip
import http.client
import json
import re
import ssl
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import brotli
import pytest
import zstandard
from publishing.conftest import Published
from support.servers import run
from support.tiny import COLUMN, article

from plugins.publishing import operating
from plugins.publishing.compressing import WORTH
from plugins.publishing.publishing import Wish, publish
from plugins.publishing.receiver.release import manifest_of
from plugins.publishing.withdrawing import Demand, withdraw_article
from plugins.workshop.media_types import MEDIA_TYPES, TEXTS

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(published: Published, address: str, method: str = "GET", **asked: str) -> Answered:
    """Ask the live site as a browser does, redirects not followed."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            return None

    context = ssl.create_default_context(cafile=str(published.server.folder / "ca.pem"))
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context), Stay)
    named = {name.replace("_", "-"): value for name, value in asked.items()}
    url = published.url + address
    request = urllib.request.Request(url, headers=named, method=method)  # noqa: S310 - our own
    try:
        with opener.open(request, timeout=10) as answer:
            return Answered(status=answer.status, headers=lower(answer.headers), body=answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answered(status=error.code, headers=lower(error.headers), body=error.read())


def lower(headers: object) -> dict[str, str]:
    """Give headers by their names in small letters."""
    return {name.lower(): value for name, value in headers.items()}  # type: ignore[attr-defined]


def test_what_is_committed_is_what_readers_get(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor merges; the article is there, and the command says what changed."""
    address = published.write("bai-moi-0")
    assert published.publish() == 0
    assert b"bai-moi-0" in ask(published, address).body
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
    published.publish()
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
    assert ask(published, address).status == 404
    assert "Bài hẹn giờ" not in ask(published, "/").body.decode()
    assert published.publish() == 0
    assert ask(published, address).status == 200
    assert "Bài hẹn giờ" in ask(published, "/").body.decode()


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
    published.publish()
    published.site.write(f"{COLUMN}/2026-11-20-vung.md", article("Vụng", "2026-11-20"))
    assert published.publish() == 1
    (published.site.content / COLUMN / "2026-11-20-vung.md").unlink()
    assert "có tệp chưa ghi vào Git" in capsys.readouterr().err


def test_an_error_in_the_content_publishes_nothing(published: Published) -> None:
    """What was live stays live."""
    published.publish()
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
    old = ask(published, f"{address}bai-viet.txt")
    assert ask(published, f"{address}bai-viet.txt", If_None_Match=old.headers["etag"]).status == 304
    published.write("bai-mot-4", text="Điểm là 85,04.")
    published.publish()
    new = ask(published, f"{address}bai-viet.txt", If_None_Match=old.headers["etag"])
    assert (new.status, len(new.body)) == (200, len(old.body))
    assert "85,04" in new.body.decode()


def test_d12_a_site_that_is_not_as_published_goes_back_by_itself(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """A web server that fails after the switch is noticed before anybody calls."""
    published.publish()
    live = published.server.store.live
    published.write("bai-ba-5")
    published.server.stop()
    assert published.publish() == 1
    assert "Đã tự lùi về bản" in capsys.readouterr().err
    assert published.server.store.live == live


def test_d12_one_changed_byte_is_found(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """A defaced page and a planted file are both named."""
    published.publish()
    assert operating.verify_live(published.settings, "") == 0
    live = (published.server.store.root / "current").resolve()
    page = live / "trang" / "lien-he" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"</p>", b"</P>", 1))
    (live / "ca-cuoc.html").write_text("x", encoding="utf-8")
    assert operating.verify_live(published.settings, "") == 1
    (live / "ca-cuoc.html").unlink()
    said = capsys.readouterr().err
    assert "trên máy chủ: ca-cuoc.html (thừa)" in said
    assert "trang/lien-he/index.html: nội dung khác bản phát hành" in said


def test_d08_the_site_goes_back_in_one_command(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake is off the air without a build."""
    published.publish()
    address = published.write("nham")
    published.publish()
    assert operating.rollback(published.settings, "", "") == 0
    assert ask(published, address).status == 404
    assert published.publish() == 1
    assert "đã bị lùi" in capsys.readouterr().err
    assert operating.releases(published.settings, "") == 0
    assert "lùi về" in capsys.readouterr().out


def test_b07_pages_do_not_vanish_by_accident(
    published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    """A removed article goes with its file; more than a few need a word of consent."""
    address = published.write("bo-di")
    for number in range(6):
        published.write(f"bai-{number}")
    published.publish()
    published.remove("bo-di")
    assert published.publish() == 0
    assert ask(published, address).status == 404
    for number in range(6):
        published.remove(f"bai-{number}")
    assert published.publish() == 1
    assert "địa chỉ đang có sẽ mất" in capsys.readouterr().err
    assert published.publish(dry_run=True, allow_loss=True) == 0
    assert ask(published, "/tin-bai/2026/11/20/bai-1/").status == 200
    assert published.publish(allow_loss=True) == 0


def test_d01_a_reader_in_the_middle_of_it_gets_the_old_page_or_the_new_one(
    published: Published,
) -> None:
    """Nobody meets half a site, a missing page or an error while releases change places."""
    published.publish()
    old = ask(published, "/").body
    published.write("bai-hai-9")
    published.publish()
    new = ask(published, "/").body
    store, found = published.server.store, []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            found.append(ask(published, "/"))

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    one, two = store.names()[-2:]
    said = manifest_of(store.releases / one)
    for number in range(100):
        store._switch((one, two)[number % 2], "rollback", said)  # noqa: SLF001 - no second look
    time.sleep(0.2)
    done.set()
    for reader in readers:
        reader.join()
    assert len(found) > 50
    assert {answer.status for answer in found} == {200}
    assert {answer.body for answer in found} == {old, new}


def test_g03_maintenance_is_one_command_and_back(on_both: Published) -> None:
    """In an incident nobody edits a server by hand."""
    on_both.publish()
    assert operating.maintenance(on_both.settings, "", off=False) == 0
    answer = ask(on_both, "/")
    assert (answer.status, answer.headers["retry-after"]) == (503, "600")
    assert "Trang đang bảo trì" in answer.body.decode()
    assert operating.maintenance(on_both.settings, "", off=True) == 0
    assert ask(on_both, "/").status == 200


EVERYWHERE = {
    "strict-transport-security": "max-age=63072000; includeSubDomains; preload",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
}
HASHED = "tai-nguyen/"
SERVERS = {"nginx": "nginx", "caddy": None}
"""What each says of itself: nginx its name without a version, Caddy nothing."""
FOLDER_MOVES = {"nginx": 301, "caddy": 308}


def test_s03_every_answer_bears_the_headers(on_both: Published) -> None:
    """One location with an `add_header` of its own would lose them all."""
    on_both.write("bai-mot-11")
    on_both.publish()
    page = ask(on_both, "/").body.decode()
    style = page[page.index("/tai-nguyen/site.") :].split('"')[0]
    asked = {
        "/": 200,
        style: 200,
        "/khong-co/": 404,
        "/tai-nguyen/khong-co.css": 404,
        "/.git/config": 404,
        "/.may-chu/da-go.map": 404,
        "/index.html.gz": 404,
        "/index.html~": 404,
        "/tin-bai": FOLDER_MOVES[on_both.web],
        "/.well-known/manifest.json": 200,
        "/.well-known/nhip.txt": 200,
        "/nhip.txt": 404,
        "/log.jsonl": 404,
        "/tin-bai/2026/11/20/bai-mot-11/bai-viet.docx": 200,
    }
    for address, status in asked.items():
        answer = ask(on_both, address)
        assert answer.status == status, address
        assert EVERYWHERE.items() <= answer.headers.items(), address
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers.get("server") == SERVERS[on_both.web]
        assert "set-cookie" not in answer.headers
        wanted = "immutable" if status == 200 and HASHED in address else "no-cache"
        assert wanted in answer.headers["cache-control"], address
    assert ask(on_both, "/", "POST").status == 405
    assert EVERYWHERE.items() <= ask(on_both, "/", "DELETE").headers.items()
    word = ask(on_both, "/tin-bai/2026/11/20/bai-mot-11/bai-viet.docx")
    assert word.headers["content-disposition"] == "attachment"
    assert word.headers["content-type"] == MEDIA_TYPES[".docx"]
    for address, kind in (("/", ".html"), (style, ".css"), ("/tin.json", ".json")):
        assert ask(on_both, address).headers["content-type"] == MEDIA_TYPES[kind]


def test_d02_what_only_an_old_release_had_is_still_served(on_both: Published) -> None:
    """A page that was opened before the change still finds its style."""
    on_both.publish()
    old = on_both.server.store.root / "kept" / "tai-nguyen" / "cu.0123456789.css"
    old.parent.mkdir(parents=True, exist_ok=True)
    old.write_text("p {}", encoding="utf-8")
    answer = ask(on_both, "/tai-nguyen/cu.0123456789.css")
    assert (answer.status, answer.body) == (200, b"p {}")
    assert "immutable" in answer.headers["cache-control"]


def test_c10_a_drawing_that_is_opened_by_itself_may_do_nothing(on_both: Published) -> None:
    """Whatever hides in an SVG runs nowhere, in no server's answer."""
    on_both.publish()
    page = ask(on_both, "/").body.decode()
    drawing = page[: page.index('.svg"') + 4].split('"')[-1]
    answer = ask(on_both, drawing)
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"


def test_s04_a_plain_request_is_led_to_https_at_once(on_both: Published) -> None:
    """One hop to the same host and address, and no content before it."""
    line = http.client.HTTPConnection("localhost", on_both.server.webs[on_both.web].http_port)
    line.request("GET", "/tin-bai/?trang=2")
    answer = line.getresponse()
    assert (answer.status, answer.getheader("Location")) == (
        301,
        "https://localhost/tin-bai/?trang=2",
    )
    assert EVERYWHERE.items() <= lower(answer.headers).items()
    line.close()


DECODED = {
    ".br": brotli.decompress,
    ".gz": gzip.decompress,
    ".zst": lambda data: zstandard.decompress(data, max_output_size=1_000_000),
}


def test_l01_every_text_lies_there_in_each_form_that_its_server_knows(on_both: Published) -> None:
    """Nothing is compressed while a reader waits, and nginx's users do not pay for zstd."""
    assert on_both.publish() == 0
    live = (on_both.server.store.root / "current").resolve()
    forms = (".br", ".gz", ".zst") if on_both.web == "caddy" else (".br", ".gz")
    texts = [live / path for path in manifest_of(live)["files"] if path.endswith(TEXTS)]
    large = [file for file in texts if file.stat().st_size >= WORTH and "/." not in str(file)]
    assert len(large) > 20
    for file in large:
        packed = {one.suffix: one for one in file.parent.glob(f"{file.name}.*")}
        assert sorted(packed) == list(forms), file
        for form, one in packed.items():
            assert DECODED[form](one.read_bytes()) == file.read_bytes()


def test_l02_each_encoding_has_its_own_tag(on_both: Published) -> None:
    """A cache never gives brotli to who cannot read it."""
    on_both.publish()
    plain, packed, denser = (
        ask(on_both, "/", Accept_Encoding=encoding) for encoding in ("identity", "gzip", "br")
    )
    assert (packed.headers["content-encoding"], denser.headers["content-encoding"]) == (
        "gzip",
        "br",
    )
    assert len({answer.headers["etag"] for answer in (plain, packed, denser)}) == 3
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert len(denser.body) < len(packed.body) < len(plain.body)
    if on_both.web == "caddy":
        assert ask(on_both, "/", Accept_Encoding="zstd").headers["content-encoding"] == "zstd"
    for encoding, answer in (("gzip", packed), ("br", denser)):
        again = {"Accept_Encoding": encoding, "If_None_Match": answer.headers["etag"]}
        assert ask(on_both, "/", **again).status == 304


WITHDRAWN = ("status: withdrawn", "correction:", "  - date: 2026-11-21", "    text: Đăng nhầm.")


def test_moved_and_withdrawn_pages_answer_as_such(on_both: Published) -> None:
    """A search engine follows a move and forgets what was taken down."""
    on_both.site.write(
        f"{COLUMN}/2026-11-20-moi.md",
        article("Bài mới", "2026-11-20", "aliases:", "  - /tin-bai/2026/11/20/cu/"),
    )
    on_both.site.write(
        f"{COLUMN}/2026-11-20-go.md",
        article("Bài đã gỡ", "2026-11-20", *WITHDRAWN),
    )
    on_both.commit()
    assert on_both.publish() == 0
    on_both.server.reload()
    moved = ask(on_both, "/tin-bai/2026/11/20/cu/")
    assert (moved.status, moved.headers["location"]) == (301, "/tin-bai/2026/11/20/moi/")
    gone = ask(on_both, "/tin-bai/2026/11/20/go/")
    assert gone.status == 410
    assert "Bài này đã được gỡ" in gone.body.decode()
    assert EVERYWHERE.items() <= gone.headers.items()
    assert operating.verify_live(on_both.settings, on_both.web) == 0


def test_d05_a_cut_line_is_taken_up_again(published: Published) -> None:
    """A cable that is pulled while files travel shows nothing, and needs nobody to clean up."""
    published.publish()
    live = published.server.store.live
    published.write("bai-hai-14")
    keys = published.server.folder / "conf" / "authorized_keys"
    whole = keys.read_text(encoding="utf-8")
    cut = published.server.folder / "cut.sh"
    command = whole[whole.rindex('command="') :].split('"')[1]
    cut.write_text(
        "#!/bin/sh\ncase $SSH_ORIGINAL_COMMAND in\n"
        f"rsync*) dd bs=1 count=9000 status=none | {command} ;;\n*) exec {command} ;;\nesac\n",
        encoding="utf-8",
    )
    cut.chmod(0o755)
    keys.write_text(whole.replace(command, str(cut)), encoding="utf-8")
    assert published.publish() == 1
    assert published.server.store.live == live
    keys.write_text(whole, encoding="utf-8")
    assert published.publish() == 0


def test_the_manifest_says_where_the_site_comes_from(published: Published) -> None:
    """Anybody can check what is served against what was committed."""
    published.publish()
    said = json.loads(ask(published, "/.well-known/manifest.json").body)
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
    published.write("sau-do")
    published.publish()
    assert withdraw(published, address, "") == 1
    assert "chưa nói lý do gỡ" in capsys.readouterr().err
    assert withdraw(published, address, "Bài lộ dữ liệu cá nhân.") == 0
    published.server.reload()
    assert ask(published, address).status == 410
    assert "Bài lộ dữ liệu cá nhân." in ask(published, "/dinh-chinh/").body.decode()
    for feed in ("/tin.atom.xml", "/tin.rss.xml", "/tin.json", "/sitemap-2026.xml", "/tin-bai/"):
        assert address not in ask(published, feed).body.decode(), feed
    kept = published.server.store.root
    words = "không được phép còn ở đâu nữa".encode()
    for _ in range(50):
        if list((kept / "spare").glob("0*")):
            break
        time.sleep(0.1)
    assert [file for file in kept.rglob("*") if file.is_file() and words in file.read_bytes()] == []
    assert published.server.store.names() == [published.server.store.live]


def withdraw(published: Published, address: str, reason: str) -> int:
    """Withdraw an article as `inv withdraw --yes` does."""
    published.minutes += 1
    options = published.options
    return withdraw_article(
        published.site.folder,
        options,
        Demand(address=address, reason=reason, is_confirmed=True),
    )
