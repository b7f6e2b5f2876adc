"""An S3 server on loopback, which can end who speaks to it at the N-th thing that is written."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPResponse
from typing import Any

import werkzeug.serving
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

KEY = "AWS4-HMAC-SHA256 Credential=thu/20261124/us-east-1/s3/aws4_request, Signature=0"
WRITES = ("PUT", "POST", "DELETE")


@dataclass(kw_only=True)
class Buckets:
    """The server: how much was written into it, and what happens at the N-th time."""

    url: str = ""
    written: int = 0
    fatal: int = 0
    kill: Callable[[], None] = lambda: None
    served: Callable[..., Iterable[bytes]] = field(
        default_factory=lambda: DomainDispatcherApplication(create_backend_app)
    )
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Serve as S3 does, the last of what is written included."""
        with self.lock:
            if environ["REQUEST_METHOD"] in WRITES:
                self.written += 1
                if self.written == self.fatal:
                    self.kill()
            if self.fatal and self.written >= self.fatal:
                environ["REQUEST_METHOD"] = "OPTIONS"
            return self.served(environ, start)

    def get(self, address: str) -> tuple[int, bytes, dict[str, str]]:
        """Get a page as a CDN does that knows what an index is: status, body, headers."""
        at = address + ("index.html" if address.endswith("/") else "")
        try:
            with self._asked("GET", at) as answer:
                return (
                    answer.status,
                    answer.read(),
                    {name.lower(): said for name, said in answer.headers.items()},
                )
        except urllib.error.HTTPError as error:
            with error:
                return error.code, b"", {}

    def put(self, address: str, body: bytes = b"") -> None:
        """Make a bucket, or a file of one."""
        self._asked("PUT", address, body).close()

    def _asked(self, method: str, address: str, body: bytes | None = None) -> HTTPResponse:
        request = urllib.request.Request(  # noqa: S310 - our own
            self.url + address,
            headers={"Authorization": KEY, "Content-Type": "x/y"},
            data=body,
            method=method,
        )
        answer: HTTPResponse = urllib.request.urlopen(request, timeout=10)  # noqa: S310
        return answer


@contextmanager
def buckets() -> Iterator[Buckets]:
    """Run the server while the block runs."""
    found = Buckets()
    server = werkzeug.serving.make_server("127.0.0.1", 0, found, threaded=True)
    found.url = f"http://127.0.0.1:{server.port}"
    running = threading.Thread(target=server.serve_forever)
    running.start()
    try:
        yield found
    finally:
        server.shutdown()
        running.join()
