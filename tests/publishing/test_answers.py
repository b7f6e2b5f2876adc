"""What nginx and Caddy answer, with the configuration that a real server gets."""

from __future__ import annotations

import gzip
import http.client
import re

import brotli
import zstandard
from publishing.conftest import Published
from support.readers import lower
from support.servers import PROGRAMS
from support.tiny import COLUMN, article

from plugins.publishing import operating
from plugins.publishing.compressing import WORTH
from plugins.publishing.receiver.release import manifest_of
from plugins.workshop.media_types import MEDIA_TYPES, TEXTS


def test_g03_maintenance_is_one_command_and_back(on_both: Published) -> None:
    """In an incident nobody edits a server by hand."""
    assert operating.maintenance(on_both.settings, "", off=False) == 0
    answer = on_both.ask("/")
    assert (answer.status, answer.headers["retry-after"]) == (503, "600")
    assert "Trang đang bảo trì" in answer.body.decode()
    assert operating.maintenance(on_both.settings, "", off=True) == 0
    assert on_both.ask("/").status == 200


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
    page = on_both.ask("/").body.decode()
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
        "/tin-bai/2023/03/23/bai-mau/bai-viet.docx": 200,
    }
    for address, status in asked.items():
        answer = on_both.ask(address)
        assert answer.status == status, address
        assert EVERYWHERE.items() <= answer.headers.items(), address
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers.get("server") == SERVERS[on_both.web]
        assert "set-cookie" not in answer.headers
        wanted = "immutable" if status == 200 and HASHED in address else "no-cache"
        assert wanted in answer.headers["cache-control"], address
    assert on_both.ask("/", "POST").status == 405
    assert EVERYWHERE.items() <= on_both.ask("/", "DELETE").headers.items()
    word = on_both.ask("/tin-bai/2023/03/23/bai-mau/bai-viet.docx")
    assert word.headers["content-disposition"] == "attachment"
    assert word.headers["content-type"] == MEDIA_TYPES[".docx"]
    for address, kind in (("/", ".html"), (style, ".css"), ("/tin.json", ".json")):
        assert on_both.ask(address).headers["content-type"] == MEDIA_TYPES[kind]


def test_s04_a_pdf_opens_in_place_and_a_workbook_is_saved(on_both: Published) -> None:
    """A browser shows a PDF itself; it must never show what came out of Excel as a page."""
    page = on_both.ask("/trang/lien-he/").body.decode()
    addresses = re.findall(r'href="(/tep/[\w.-]+)"', page)
    pdf, book = (on_both.ask(address) for address in addresses)
    assert (pdf.status, pdf.headers["content-type"]) == (200, "application/pdf")
    assert "content-disposition" not in pdf.headers
    assert (book.status, book.headers["content-type"]) == (200, MEDIA_TYPES[".xlsx"])
    assert book.headers["content-disposition"] == "attachment"
    for answer in (pdf, book):
        assert "immutable" in answer.headers["cache-control"]
        assert EVERYWHERE.items() <= answer.headers.items()


def test_d02_what_only_an_old_release_had_is_still_served(on_both: Published) -> None:
    """A page that was opened before the change still finds its style."""
    old = on_both.server.store.root / "kept" / "tai-nguyen" / "cu.0123456789.css"
    old.parent.mkdir(parents=True, exist_ok=True)
    old.write_text("p {}", encoding="utf-8")
    answer = on_both.ask("/tai-nguyen/cu.0123456789.css")
    assert (answer.status, answer.body) == (200, b"p {}")
    assert "immutable" in answer.headers["cache-control"]


def test_c10_a_drawing_that_is_opened_by_itself_may_do_nothing(on_both: Published) -> None:
    """Whatever hides in an SVG runs nowhere, in no server's answer."""
    page = on_both.ask("/").body.decode()
    drawing = page[: page.index('.svg"') + 4].split('"')[-1]
    answer = on_both.ask(drawing)
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


def test_l02_each_encoding_has_its_own_tag(on_both: Published) -> None:
    """A cache never gives brotli to who cannot read it."""
    plain, packed, denser = (
        on_both.ask("/", Accept_Encoding=encoding) for encoding in ("identity", "gzip", "br")
    )
    assert (packed.headers["content-encoding"], denser.headers["content-encoding"]) == (
        "gzip",
        "br",
    )
    assert len({answer.headers["etag"] for answer in (plain, packed, denser)}) == 3
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert len(denser.body) < len(packed.body) < len(plain.body)
    if on_both.web == "caddy":
        on_both.publish()
        assert on_both.ask("/", Accept_Encoding="zstd").headers["content-encoding"] == "zstd"
    for encoding, answer in (("gzip", packed), ("br", denser)):
        again = {"Accept_Encoding": encoding, "If_None_Match": answer.headers["etag"]}
        assert on_both.ask("/", **again).status == 304


def test_l01_every_text_lies_there_in_each_form_that_its_server_knows(on_both: Published) -> None:
    """Nothing is compressed while a reader waits, and nginx's users do not pay for zstd."""
    on_both.edit()
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


WITHDRAWN = ("status: withdrawn", "correction:", "  - date: 2026-11-21", "    text: Đăng nhầm.")


def test_moved_and_withdrawn_pages_answer_as_such(published: Published) -> None:
    """A search engine follows a move and forgets what was taken down."""
    published.site.write(
        f"{COLUMN}/2026-11-20-moi.md",
        article("Bài mới", "2026-11-20", "aliases:", "  - /tin-bai/2026/11/20/cu/"),
    )
    gone_text = article("Bài đã gỡ", "2026-11-20", *WITHDRAWN)
    published.site.write(f"{COLUMN}/2026-11-20-go.md", gone_text)
    published.commit()
    assert published.publish() == 0
    for published.web in reversed(PROGRAMS):
        moved = published.ask("/tin-bai/2026/11/20/cu/")
        assert (moved.status, moved.headers["location"]) == (301, "/tin-bai/2026/11/20/moi/")
        gone = published.ask("/tin-bai/2026/11/20/go/")
        assert gone.status == 410
        assert "Bài này đã được gỡ" in gone.body.decode()
        assert EVERYWHERE.items() <= gone.headers.items()
        assert operating.verify_live(published.settings, published.web) == 0
