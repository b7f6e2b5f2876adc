"""A built site on loopback, served as strictly as production serves it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from plugins.workshop.headers import headers_at
from plugins.workshop.media_types import MEDIA_TYPES, TEXTS, UNKNOWN

COMPRESSED = {MEDIA_TYPES[suffix] for suffix in TEXTS}
NOT_FOUND = "/404.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the server answers (câu trả lời): a status, a media type, the bytes."""

    status: HTTPStatus
    media_type: str
    body: bytes = b""
    location: str = ""


def answer(folder: Path, address: str) -> Answer:
    """Find what the built site has at an address: a file, a redirect to `…/`, or its 404 page."""
    path = unquote(urlsplit(address).path)
    file = folder / path.lstrip("/")
    inside = file.resolve().is_relative_to(folder.resolve())
    hidden = any(part.startswith(".") for part in Path(path).parts)
    if inside and not hidden and file.is_dir():
        if not path.endswith("/"):
            return Answer(status=HTTPStatus.MOVED_PERMANENTLY, media_type="", location=path + "/")
        file /= "index.html"
    if inside and not hidden and file.is_file():
        return _found(file, HTTPStatus.OK)
    return _missing(folder)


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve a folder on loopback while the block runs; gives the site's address."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, folder))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD (bộ trả lời) with the strict headers, compressed where asked for."""

    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, *parts: object) -> None:
        self.folder = folder
        super().__init__(*parts)  # type: ignore[arg-type]  # the server's own three

    def do_GET(self) -> None:
        """Send the headers and the body."""
        self.wfile.write(self._start())

    def do_HEAD(self) -> None:
        """Send the headers alone."""
        self._start()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Stay silent: the terminal is for what matters."""

    def _start(self) -> bytes:
        found = answer(self.folder, self.path)
        body, headers = encoded(found, self.headers.get("Accept-Encoding", ""))
        self.send_response(found.status)
        at = NOT_FOUND if found.status is HTTPStatus.NOT_FOUND else urlsplit(self.path).path
        for name, value in (headers_at(at) | headers).items():
            self.send_header(name, value)
        self.end_headers()
        return body


def encoded(found: Answer, accepted: str) -> tuple[bytes, dict[str, str]]:
    """Give the body as it travels, compressed when the reader takes it so, and its headers."""
    body, headers = found.body, {"Vary": "Accept-Encoding"}
    if found.media_type in COMPRESSED and "gzip" in accepted:
        body = gzip.compress(body, mtime=0)
        headers["Content-Encoding"] = "gzip"
    if found.location:
        headers["Location"] = found.location
    if found.media_type:
        headers["Content-Type"] = found.media_type
    return body, headers | {"Content-Length": str(len(body))}


def _found(file: Path, status: HTTPStatus) -> Answer:
    media_type = MEDIA_TYPES.get(file.suffix, UNKNOWN)
    return Answer(status=status, media_type=media_type, body=file.read_bytes())


def _missing(folder: Path) -> Answer:
    page = folder / NOT_FOUND.lstrip("/")
    if page.is_file():
        return _found(page, HTTPStatus.NOT_FOUND)
    return Answer(status=HTTPStatus.NOT_FOUND, media_type="text/plain; charset=utf-8")
