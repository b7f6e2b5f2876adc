"""A built site on loopback."""

from __future__ import annotations

import gzip
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path

import pytest

from plugins.workshop.headers import POLICY
from plugins.workshop.serving import Answer, answer, encoded, served

HTML = "text/html; charset=utf-8"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write a site of two pages, with a file beside it that is none of its business."""
    folder = tmp_path / "site"
    (folder / "trang").mkdir(parents=True)
    (folder / ".may-chu").mkdir()
    (folder / "trang" / "index.html").write_text("<p>Trang</p>", encoding="utf-8")
    (folder / "404.html").write_text("<p>Không có</p>", encoding="utf-8")
    (folder / ".may-chu" / "bi-mat.txt").write_text("bí mật", encoding="utf-8")
    (tmp_path / "ngoai.txt").write_text("ngoài", encoding="utf-8")
    return folder


def test_a_folder_answers_with_its_page(site: Path) -> None:
    """A reader's address ends in a slash."""
    page = Answer(status=HTTPStatus.OK, media_type=HTML, body=b"<p>Trang</p>")
    assert answer(site, "/trang/?tim=1") == page


def test_a_folder_without_a_slash_redirects(site: Path) -> None:
    """One page has one address."""
    moved = Answer(status=HTTPStatus.MOVED_PERMANENTLY, media_type="", location="/trang/")
    assert answer(site, "/trang") == moved


@pytest.mark.parametrize(
    "address", ["/khong-co/", "/../ngoai.txt", "/%2e%2e/ngoai.txt", "/.may-chu/bi-mat.txt", "/"]
)
def test_what_is_not_the_site_is_not_found(site: Path, address: str) -> None:
    """Nobody reads a server's maps, or a file beside the site."""
    missing = "<p>Không có</p>".encode()
    assert answer(site, address) == Answer(
        status=HTTPStatus.NOT_FOUND, media_type=HTML, body=missing
    )


def test_text_travels_compressed_and_a_picture_as_it_is() -> None:
    """What is measured is what a reader's line carries."""
    page = Answer(status=HTTPStatus.OK, media_type=HTML, body=b"chu " * 100)
    body, headers = encoded(page, "gzip, br")
    assert gzip.decompress(body) == page.body
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Length"] == str(len(body))
    picture = Answer(status=HTTPStatus.OK, media_type="image/png", body=b"png " * 100)
    assert encoded(picture, "gzip")[0] == picture.body


def test_every_answer_carries_the_strict_policy(site: Path) -> None:
    """The browser tests would see no violation where no policy is."""
    with served(site) as address:
        line = HTTPConnection(address.removeprefix("http://"))
        line.request("GET", "/trang/")
        page = line.getresponse()
        assert page.headers["Content-Security-Policy"] == POLICY
        assert page.read() == b"<p>Trang</p>"
        line.close()
