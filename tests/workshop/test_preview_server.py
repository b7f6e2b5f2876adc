"""The preview answers a browser as production would, and tells it of every build."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from plugins.newsroom.problem import Problem, Severity
from plugins.workshop.preview_page import failure_panel, problem_panel
from plugins.workshop.preview_server import PortTaken, Stage, open_server

PAGE = "<!doctype html>\n<html lang=vi>\n<body class=a>\n<p>Chữ</p>\n</body>\n</html>\n"
FILES = {
    "index.html": PAGE,
    "404.html": PAGE.replace("Chữ", "Không có trang này"),
    "tin-bai/2023/03/22/go/index.html": PAGE.replace("Chữ", "Đã gỡ"),
    "tin-bai/2023/03/23/cu/index.html": PAGE.replace("Chữ", "Đã chuyển"),
    "thu-muc/tep.txt": "chữ",
    ".may-chu/chuyen-huong.map": "/tin-bai/2023/03/23/cu/ /tin-bai/2023/03/23/moi/;\n",
    ".may-chu/da-go.map": "/tin-bai/2023/03/22/go/ 1;\n",
    "tin.atom.xml": "<feed/>",
    "tin.rss.xml": "<rss/>",
    "sitemap.xml": "<urlset/>",
    "tin.json": "{}",
    "site.webmanifest": "{}",
    "anh/x.avif": "x",
    "bai-viet.docx": "x",
}
PROBLEM = Problem(
    path="content/a.md", line=3, fact="<b> & «c»", why="vì", remedy="sửa", rule="a_rule"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A running server, its stage, and its port."""

    stage: Stage
    port: int

    def ask(self, path: str, method: str = "GET") -> HTTPResponse:
        """Ask as a browser does and read the whole answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path)
        return connection.getresponse()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Serve a small output folder, beside which a secret lies."""
    output = tmp_path / "output"
    for path, text in FILES.items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("bí mật", encoding="utf-8")
    (output / "ra-ngoai.txt").symlink_to(tmp_path / "secret.txt")
    stage = Stage(output)
    stage.show("1", "")
    server = open_server(stage, None)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield Preview(stage=stage, port=server.server_port)
    stage.close()
    server.shutdown()
    server.server_close()


def test_a_page_reloads_itself_while_the_built_file_stays_as_it_is(preview: Preview) -> None:
    """What is published later has no mark of the preview."""
    answer = preview.ask("/")
    script = '<script src="/.xem-thu/tai-lai.js" data-revision="1"></script>'
    assert answer.read().decode() == PAGE.replace("</body>", f"{script}</body>")
    assert answer.getheader("Cache-Control") == "no-store"
    assert (preview.stage.output / "index.html").read_text("utf-8") == PAGE


def test_the_script_and_the_style_come_from_the_site_itself(preview: Preview) -> None:
    """The strict policy of production holds in the preview too."""
    answer = preview.ask("/.xem-thu/tai-lai.js")
    policy = answer.getheader("Content-Security-Policy") or ""
    assert answer.getheader("Content-Type") == "text/javascript; charset=utf-8"
    assert b"EventSource" in answer.read()
    assert "script-src 'self'" in policy
    assert "connect-src 'self'" in policy
    assert preview.ask("/.xem-thu/bang-loi.css").getheader("Content-Type") == (
        "text/css; charset=utf-8"
    )


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/tin.atom.xml", "application/atom+xml; charset=utf-8"),
        ("/tin.rss.xml", "application/rss+xml; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/tin.json", "application/json; charset=utf-8"),
        ("/site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("/anh/x.avif", "image/avif"),
        (
            "/bai-viet.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("/thu-muc/tep.txt", "text/plain; charset=utf-8"),
    ],
)
def test_every_file_is_called_what_it_is(preview: Preview, path: str, media_type: str) -> None:
    """A browser shows a picture, offers a document, reads Vietnamese as UTF-8."""
    answer = preview.ask(path)
    assert (answer.status, answer.getheader("Content-Type")) == (200, media_type)


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("/khong-co/", 404, "Không có trang này"),
        ("/thu-muc/", 404, "Không có trang này"),
        ("/.may-chu/chuyen-huong.map", 404, "Không có trang này"),
        ("/../secret.txt", 404, "Không có trang này"),
        ("/%2e%2e/secret.txt", 404, "Không có trang này"),
        ("/ra-ngoai.txt", 404, "Không có trang này"),
        ("/a%00b", 404, "Không có trang này"),
        (f"/{'a' * 5000}", 404, "Không có trang này"),
        ("/tin-bai/2023/03/22/go/", 410, "Đã gỡ"),
    ],
)
def test_what_is_not_there_is_said_with_its_status(
    preview: Preview, path: str, status: int, text: str
) -> None:
    """An editor sees the page that readers would get, and nothing beside the output is served."""
    answer = preview.ask(path)
    assert answer.status == status
    assert text in answer.read().decode()


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/tin-bai/2023/03/23/cu/", "/tin-bai/2023/03/23/moi/"),
        ("/tin-bai/2023/03/22/go", "/tin-bai/2023/03/22/go/"),
    ],
)
def test_an_old_address_leads_on(preview: Preview, path: str, target: str) -> None:
    """An editor who renamed an article can try the old bookmark."""
    answer = preview.ask(path)
    assert (answer.status, answer.getheader("Location")) == (301, target)


def test_head_gives_the_headers_of_get_without_the_body(preview: Preview) -> None:
    """A link checker can ask for less."""
    head, get = preview.ask("/", "HEAD"), preview.ask("/")
    assert head.read() == b""
    assert head.getheader("Content-Length") == str(len(get.read()))


def test_an_open_page_hears_of_every_build(preview: Preview) -> None:
    """A save shows in the browser without a key pressed there."""
    stream = preview.ask("/.xem-thu/su-kien")
    lines = (line.decode().strip() for line in stream if line.strip())
    assert stream.getheader("Content-Type") == "text/event-stream; charset=utf-8"
    assert [next(lines), next(lines)] == ["retry: 500", "data: 1"]
    preview.stage.show("2", "")
    assert next(lines) == "data: 2"
    preview.stage.close()
    assert [line for line in lines if line.startswith("data")] == []


def test_problems_stand_at_the_top_of_every_page_as_text(preview: Preview) -> None:
    """An editor who looks only at the browser still sees what is wrong, and where."""
    preview.stage.show("2", problem_panel([PROBLEM]))
    page = preview.ask("/khong-co/").read().decode()
    assert (
        '<body class=a><link rel="stylesheet" href="/.xem-thu/bang-loi.css">'
        '<section class="xem-thu" aria-label="Kết quả dựng">'
        "<strong>1 lỗi. Trang dưới đây, nếu có, là bản dựng lần trước.</strong>"
        "<ol><li><code>content/a.md:3</code>: lỗi: &lt;b&gt; &amp; «c» – vì – sửa</li></ol>"
        "</section>\n<p>"
    ) in page


def test_warnings_do_not_call_the_page_old() -> None:
    """A warning does not stop a build, so what is shown is new."""
    warning = Problem(
        path="content/a.md",
        line=None,
        fact="dài",
        why="",
        remedy="",
        rule="a_rule",
        severity=Severity.WARNING,
    )
    assert problem_panel([]) == ""
    assert "<strong>1 cảnh báo</strong>" in problem_panel([warning])
    assert "<code>content/a.md</code>: cảnh báo: dài</li>" in problem_panel([warning])


def test_a_failure_of_the_program_is_shown_as_text() -> None:
    """Whoever mends the program sees where it failed; no part of the message is taken for HTML."""
    assert "<pre>NameError: &lt;x&gt;</pre>" in failure_panel("NameError: <x>")


def test_before_the_first_build_a_page_waits_for_it(tmp_path: Path) -> None:
    """A browser that is opened too early shows the site as soon as it is built."""
    stage = Stage(tmp_path / "output")
    server = open_server(stage, None)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    answer = Preview(stage=stage, port=server.server_port).ask("/")
    body = answer.read().decode()
    server.shutdown()
    server.server_close()
    assert answer.status == 404
    assert "Chưa có trang này, hoặc trang chưa dựng xong lần đầu." in body
    assert 'data-revision=""' in body


def test_a_taken_port_is_named_and_without_a_wish_the_next_free_one_is_used(tmp_path: Path) -> None:
    """Two previews run side by side, and nobody looks at the wrong one."""
    stage = Stage(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=f"cổng {port} đang có chương trình khác dùng"):
            open_server(stage, port)
    first, second = open_server(stage, None), open_server(stage, None)
    assert first.server_port != second.server_port
    first.server_close()
    second.server_close()
