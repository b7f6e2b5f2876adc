"""The preview's server: the last good output on loopback, as production would answer."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from threading import Condition
from urllib.parse import unquote, urlsplit

from plugins.feeds.exports.server_maps import GONE, MOVED, pairs_in
from plugins.workshop.headers import headers_at
from plugins.workshop.media_types import MEDIA_TYPES
from plugins.workshop.preview_page import ASSETS, EMPTY_PAGE, EVENTS, dressed
from plugins.workshop.serving import Answer, answer

HOST = "127.0.0.1"
PORTS = range(8000, 8020)
HEARTBEAT = 15.0
HTML = MEDIA_TYPES[".html"]
FEED_TYPES = {
    ".atom.xml": "application/atom+xml; charset=utf-8",
    ".rss.xml": "application/rss+xml; charset=utf-8",
}


class PortTaken(Exception):  # noqa: N818 - it is a fact about the machine, not a failure of ours
    """Another program listens on the port that was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """What is shown now: which build, its problems as HTML, which addresses moved or are gone."""

    revision: str = ""
    panel: str = ""
    moved: dict[str, str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()


class Stage:
    """What every request of every browser looks at (sân khấu); a new build changes it at once."""

    def __init__(self, output: Path) -> None:
        """Show the output folder, whatever a build has put there last."""
        self.output = output
        self.showing = Showing()
        self._closed = False
        self._changed = Condition()

    def show(self, revision: str, panel: str) -> None:
        """Show the output as it is now and tell every open page."""
        showing = Showing(
            revision=revision,
            panel=panel,
            moved=dict(pairs_in(self.output, MOVED)),
            gone=frozenset(old for old, _ in pairs_in(self.output, GONE)),
        )
        with self._changed:
            self.showing = showing
            self._changed.notify_all()

    def close(self) -> None:
        """Let every waiting page go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def revisions(self) -> Iterator[str]:
        """Yield each revision when it comes, and now and then an empty one, to notice who left."""
        told = None
        while not self._closed:
            with self._changed:
                if self.showing.revision == told and not self._closed:
                    self._changed.wait(HEARTBEAT)
                news = "" if self.showing.revision == told else self.showing.revision
                told = self.showing.revision
            yield news


class Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own, which never keeps the preview from ending."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent about browsers that went away."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # the base's own two


def open_server(stage: Stage, port: int | None) -> Server:
    """Listen on the port that was asked for, or on the first free one of a few."""
    for candidate in PORTS if port is None else (port,):
        try:
            return Server((HOST, candidate), partial(Handler, stage))
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    if port is None:
        return Server((HOST, 0), partial(Handler, stage))
    raise PortTaken(f"cổng {port} đang có chương trình khác dùng, hoặc máy không cho dùng")


def reply(stage: Stage, address: str) -> Answer:
    """Answer as production does: files, redirects, 410 for what is gone, and the 404 page."""
    path = unquote(urlsplit(address).path)
    if path in ASSETS:
        media_type = MEDIA_TYPES[PurePosixPath(path).suffix]
        return Answer(status=HTTPStatus.OK, media_type=media_type, body=ASSETS[path].encode())
    showing = stage.showing
    if path in showing.moved:
        return Answer(
            status=HTTPStatus.MOVED_PERMANENTLY, media_type="", location=showing.moved[path]
        )
    found = _typed(_looked_up(stage.output, address), path)
    if path in showing.gone:
        found = replace(found, status=HTTPStatus.GONE)
    if found.media_type == HTML:
        return replace(found, body=dressed(found.body, showing.revision, showing.panel))
    return found


class Handler(BaseHTTPRequestHandler):
    """Answers one browser (bộ trả lời); nothing of it may be kept in a cache."""

    protocol_version = "HTTP/1.1"

    def __init__(self, stage: Stage, *parts: object) -> None:
        self.stage = stage
        super().__init__(*parts)  # type: ignore[arg-type]  # the server's own three

    def do_GET(self) -> None:
        """Send a page or a file, or the stream of revisions."""
        if urlsplit(self.path).path == EVENTS:
            self._stream()
        else:
            self.wfile.write(self._start(reply(self.stage, self.path)))

    def do_HEAD(self) -> None:
        """Send the headers alone."""
        self._start(reply(self.stage, self.path))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Stay silent: the terminal is for what matters."""

    def _start(self, found: Answer) -> bytes:
        self.send_response(found.status)
        headers = headers_at(urlsplit(self.path).path) | {"Cache-Control": "no-store"}
        headers["Content-Length"] = str(len(found.body))
        if found.media_type:
            headers["Content-Type"] = found.media_type
        if found.location:
            headers["Location"] = found.location
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        return found.body

    def _stream(self) -> None:
        """Tell the page of every build, as Server-Sent Events, until one of the two goes."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(b"retry: 500\n\n")
        for revision in self.stage.revisions():
            self.wfile.write(f"data: {revision}\n\n".encode() if revision else b": .\n\n")


def _looked_up(output: Path, address: str) -> Answer:
    """Look an address up; one that no file system can hold is simply not there."""
    try:
        found = answer(output, address)
    except (OSError, ValueError):
        found = answer(output, "/404/")
    if found.status is HTTPStatus.NOT_FOUND and not found.body:
        text = "Chưa có trang này, hoặc trang chưa dựng xong lần đầu."
        return replace(found, media_type=HTML, body=EMPTY_PAGE.format(text=text).encode())
    return found


def _typed(found: Answer, path: str) -> Answer:
    """Name the media types of files that the plain table does not tell apart."""
    if found.status is not HTTPStatus.OK:
        return found
    suffixes = PurePosixPath(path).suffixes
    return replace(found, media_type=FEED_TYPES.get("".join(suffixes[-2:]), found.media_type))
