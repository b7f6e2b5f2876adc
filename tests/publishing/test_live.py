"""What is served is held against what was published: bytes, status, headers, compressed forms."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from plugins.publishing import live
from plugins.publishing.listing import Entry, Listing
from plugins.publishing.live import Difference, Reader, Site, address_of, differences, is_served
from plugins.publishing.manifest import LIVES, Manifest
from plugins.workshop.headers import EVERYWHERE, headers_at

NOW = datetime(2026, 11, 29, 5, 0, tzinfo=UTC)
PAGES = {"index.html": b"trang", "tin/index.html": b"tin", "404.html": b"khong co"}
STRICT = Reader(sends={"User-Agent": "thu"}, minds_headers=True)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the server answers at an address, for one encoding."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(kw_only=True)
class Served:
    """A server whose every answer can be changed, and what it was asked."""

    site: Site
    answers: dict[tuple[str, str], Answer]
    asked: list[tuple[str, str, str]]
    cut: int = 0
    """So many answers are not given: the connection is closed instead."""
    is_hasty: bool = False
    """Connections are closed after each answer, and nobody is told, as a reload does."""

    def differences(self, manifest: Manifest, reader: Reader | None = None) -> list[str]:
        """Look at every file, and say what was found."""
        more = (reader,) if reader else ()
        found = differences(self.site, manifest, manifest.files, *more)
        return [str(one) for one in found]

    def change(self, address: str, change: Callable[[Answer], Answer], form: str = "") -> None:
        """Let an address answer otherwise."""
        key = (address, form or "identity")
        self.answers[key] = change(self.answers[key])


def entry(body: bytes, status: int = 200, to: str = "") -> Entry:
    """List a file of these bytes."""
    digest = hashlib.sha256(body).hexdigest()
    return Entry(digest, len(body), "text/html", status, to)


def manifest(files: dict[str, Entry]) -> Manifest:
    """Make a manifest of some files."""
    return Manifest(
        site="https://mau.example",
        sequence=7,
        commit="a" * 40,
        by="Người thử",
        built=NOW,
        expires=NOW + LIVES,
        files=Listing.of(files),
    )


SOUND = manifest(
    {
        **{path: entry(body) for path, body in PAGES.items() if path != "404.html"},
        "404.html": entry(PAGES["404.html"], status=404),
        "index.html.br": entry(b"nen br"),
        "index.html.gz": entry(b"nen gz"),
        "cu/index.html": entry(b"da doi", status=301, to="/tin/"),
        ".may-chu/da-go.map": entry(b"rieng"),
    }
)


@pytest.fixture
def served() -> Iterator[Served]:
    """Serve what `SOUND` lists, with our headers, on loopback."""
    found = Served(site=Site(url=""), answers={}, asked=[])

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            form = self.headers["Accept-Encoding"]
            found.asked.append((self.path, form, self.headers["User-Agent"]))
            if found.cut:
                found.cut -= 1
                self.close_connection = True
                return
            answer = found.answers[self.path, form]
            self.send_response(answer.status)
            for name, said in answer.headers.items():
                self.send_header(name, said)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)
            self.close_connection = found.is_hasty

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.site = Site(url=f"http://127.0.0.1:{server.server_port}")
    for address, body in (("/", b"trang"), ("/tin/", b"tin")):
        found.answers[address, "identity"] = Answer(body=body, headers=headers_at(address))
    found.answers["/404.html", "identity"] = Answer(
        body=PAGES["404.html"], status=404, headers=dict(EVERYWHERE)
    )
    for form, body in (("br", b"nen br"), ("gzip", b"nen gz")):
        headers = headers_at("/") | {"Content-Encoding": form}
        found.answers["/", form] = Answer(body=body, headers=headers)
    moved = EVERYWHERE | {"Location": "/tin/"}
    found.answers["/cu/", "identity"] = Answer(body=b"", status=301, headers=moved)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield found
    server.shutdown()
    server.server_close()


def test_d12_what_is_as_published_is_passed(served: Served) -> None:
    """Every file is asked for, in each form, and what is the server's own is not."""
    assert served.differences(SOUND) == []
    assert sorted(served.asked) == [
        ("/", "br", "cchc-verify"),
        ("/", "gzip", "cchc-verify"),
        ("/", "identity", "cchc-verify"),
        ("/404.html", "identity", "cchc-verify"),
        ("/cu/", "identity", "cchc-verify"),
        ("/tin/", "identity", "cchc-verify"),
    ]
    served.asked.clear()
    assert served.differences(SOUND, STRICT) == []
    assert {agent for _, _, agent in served.asked} == {"thu"}


FAULTS: dict[str, tuple[str, Callable[[Answer], Answer]]] = {
    "nội dung khác bản phát hành": ("/tin/", lambda was: replace(was, body=b"tjn")),
    "máy chủ trả mã 500": ("/tin/", lambda was: replace(was, status=500)),
    "máy chủ trả mã 404": ("/tin/", lambda was: replace(was, status=404)),
    "máy chủ đặt cookie": (
        "/tin/",
        lambda was: replace(was, headers=was.headers | {"Set-Cookie": "a=b"}),
    ),
    "bị chuyển hướng tới https://xau.example/": (
        "/cu/",
        lambda was: replace(was, headers=was.headers | {"Location": "https://xau.example/"}),
    ),
    "bị chuyển hướng tới ": ("/cu/", lambda was: replace(was, headers=dict(EVERYWHERE))),
}


@pytest.mark.parametrize("said", FAULTS)
def test_d12_each_fault_is_named(served: Served, said: str) -> None:
    """Whoever is woken by it learns what is wrong, and where."""
    address, change = FAULTS[said]
    served.change(address, change)
    assert served.differences(SOUND) == [f"{address[1:]}index.html: {said}"]


@pytest.mark.parametrize(("form", "suffix"), [("br", ".br"), ("gzip", ".gz")])
def test_l01_a_form_that_is_not_compressed_is_named(served: Served, form: str, suffix: str) -> None:
    """A server whose module was not loaded sends ten times the bytes, and no page looks wrong."""
    served.change("/", lambda was: replace(was, headers=headers_at("/")), form)
    assert served.differences(SOUND) == [
        f"index.html{suffix}: máy chủ không gửi bản nén {form}",
    ]


@pytest.mark.parametrize("address", ["/tin/", "/cu/"])
def test_s07_only_who_minds_headers_names_a_lost_one(served: Served, address: str) -> None:
    """Another host of the same pages may have headers of its own; the monitor minds them."""
    lost = {"Referrer-Policy", "X-Content-Type-Options"}
    served.change(
        address,
        lambda was: replace(was, headers={n: v for n, v in was.headers.items() if n not in lost}),
    )
    assert served.differences(SOUND) == []
    said = "dòng tiêu đề thiếu hay khác: X-Content-Type-Options, Referrer-Policy"
    assert served.differences(SOUND, STRICT) == [f"{address[1:]}index.html: {said}"]


def test_a_redirect_may_name_the_whole_address(served: Served) -> None:
    """Caddy and nginx write it differently."""
    whole = EVERYWHERE | {"Location": f"{served.site.url}/tin/"}
    served.change("/cu/", lambda was: replace(was, headers=whole))
    assert served.differences(SOUND) == []


def test_a_kept_connection_that_was_closed_is_not_a_fault(served: Served) -> None:
    """A reload closes connections between two answers; readers' browsers ask again."""
    many = {f"bai-{number}/index.html": entry(b"bai") for number in range(16)}
    for path in many:
        address = address_of(path)
        served.answers[address, "identity"] = Answer(body=b"bai", headers=headers_at(address))
    served.is_hasty = True
    assert served.differences(manifest(many)) == []
    assert len(served.asked) == 16


def test_a_server_that_answers_nobody_is_named(served: Served) -> None:
    """Once more is enough: whoever is away stays away."""
    served.cut = 1000
    found = served.differences(SOUND)
    assert len(found) == 6
    assert all(": không tải được: " in one for one in found)


def test_one_file_is_fetched_or_it_is_told_why_not(served: Served) -> None:
    """The manifest is read by its readers' way, not by the server's."""
    assert served.site.fetch("tin/") == b"tin"
    served.change("/tin/", lambda was: replace(was, status=503))
    with pytest.raises(OSError, match=r"^http://127.0.0.1:\d+/tin/: máy chủ trả mã 503$"):
        served.site.fetch("tin/")
    served.cut = 1
    with pytest.raises(OSError, match=r"^http://127.0.0.1:\d+/tin/: "):
        served.site.fetch("tin/")


def test_a_site_below_a_folder_is_asked_there(served: Served) -> None:
    """A province may show its site below another one's address."""
    served.answers["/trang/tin/", "identity"] = Answer(body=b"tin", headers=headers_at("/tin/"))
    below = replace(served, site=Site(url=f"{served.site.url}/trang"))
    assert below.differences(manifest({"tin/index.html": entry(b"tin")}), STRICT) == []
    assert below.site.fetch("tin/") == b"tin"


def test_differences_stand_in_order() -> None:
    """Two looks at one fault say the same."""
    nobody = Site(url="http://127.0.0.1:1")
    found = differences(nobody, SOUND, SOUND.files)
    assert [one.path for one in found] == sorted(path for path in SOUND.files if path[0] != ".")
    assert isinstance(found[0], Difference)
    assert found[0].said.startswith("không tải được: ")


def test_what_is_for_the_server_alone_is_not_served() -> None:
    """The maps of moved addresses are nobody's business; the manifest is everybody's."""
    assert is_served("tin/index.html")
    assert is_served(".well-known/manifest.json")
    assert not is_served(".may-chu/da-go.map")
    assert address_of("tin/index.html") == "/tin/"
    assert address_of("tep/à.pdf") == "/tep/%C3%A0.pdf"


MOVED_TO = {"Location": "/tin/"}


@pytest.mark.parametrize("reads_again", [True, False])
@pytest.mark.parametrize(
    ("then", "now"),
    [
        (Answer(body=b"tin"), Answer(body=b"tin", status=410)),
        (Answer(body=b"tin", status=410), Answer(body=b"tin")),
        (Answer(body=b"", status=301, headers=MOVED_TO), Answer(body=b"tin", status=410)),
        (
            Answer(body=b"", status=301, headers=MOVED_TO),
            Answer(body=b"tin", status=301, headers={"Location": "/khac/"}),
        ),
    ],
    ids=["withdrawn", "there again", "moved and withdrawn", "moved elsewhere"],
)
def test_d12_a_server_that_does_not_read_its_maps_is_told_apart(
    served: Served, monkeypatch: pytest.MonkeyPatch, then: Answer, now: Answer, *, reads_again: bool
) -> None:
    """It gets some seconds to learn what moved, what is gone and what came back."""
    monkeypatch.setattr(live, "READS_MAPS_WITHIN", 1)
    served.site = replace(served.site, reads_maps=True)
    served.change("/tin/", lambda _: then)
    wanted = entry(now.body, status=now.status, to=now.headers.get("Location", ""))
    listed = manifest({"tin/index.html": wanted})
    if reads_again:
        threading.Timer(0.5, lambda: served.change("/tin/", lambda _: now)).start()
    found = differences(served.site, listed, listed.files)
    assert [one.is_late for one in found] == ([] if reads_again else [True])


@pytest.mark.parametrize("status", [404, 503, 302])
def test_a_code_that_no_map_makes_is_not_waited_for(served: Served, status: int) -> None:
    """A server that is broken is not excused by its maps."""
    served.site = replace(served.site, reads_maps=True)
    served.change("/tin/", lambda answer: replace(answer, status=status))
    assert served.differences(SOUND) == [f"tin/index.html: máy chủ trả mã {status}"]


def test_a_page_that_says_by_itself_what_happened_needs_no_map(served: Served) -> None:
    """Where nobody reads our maps, a withdrawn page is answered with 200."""
    gone = manifest({"tin/index.html": entry(PAGES["tin/index.html"], status=410)})
    assert served.differences(gone) == []


def test_who_does_not_answer_is_not_asked_for_every_file(served: Served) -> None:
    """Thousands of files at a firewall that drops them would take hours."""
    many = manifest({f"tep/{number}.html": entry(b"x") for number in range(100)})
    served.cut = 1000
    found = differences(served.site, many, many.files)
    assert len(found) == 100
    assert all(one.is_lost for one in found)
    assert len(served.asked) == live.AT_ONCE * live.GIVES_UP_AFTER
