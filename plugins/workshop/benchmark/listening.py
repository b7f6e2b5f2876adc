"""An open page's ear: when the preview of a generator says that a browser has to reload.

Ours speaks Server-Sent Events, Hugo the LiveReload protocol over a WebSocket.
"""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Iterator
from threading import Thread

from plugins.workshop.preview_page import EVENTS

#: Hugo looks for these very bytes.
HELLO = b'{"command":"hello","protocols":["http://livereload.com/protocols/official-7"]}'
EVENT_STREAM = "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
WEB_SOCKET = (
    "GET /livereload HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)
#: A text frame of fewer than 126 bytes, masked with zeros, as a client must mask it.
FRAME, MASKED, NO_MASK = 0x81, 0x80, bytes(4)
TELLS = {"ours": b"data: ", "hugo": b'"reload"'}


class Ear:
    """Listens to a preview from a thread of its own (tai nghe), and notes when it was told."""

    def __init__(self, site: str, port: int) -> None:
        """Begin to listen; a generator whose signal is not known stays unheard."""
        self.heard: list[float] = []
        self.listens = site in TELLS
        self._tell = TELLS.get(site, b"")
        if self.listens:
            self._socket = socket.create_connection(("127.0.0.1", port))
            asked = EVENT_STREAM if site == "ours" else WEB_SOCKET
            self._socket.sendall(asked.format(path=EVENTS, port=port).encode())
            if site == "hugo":
                self._socket.recv(65536)  # a word before the handshake's end would be refused
                self._socket.sendall(_frame(HELLO))
            Thread(target=self._listen, daemon=True).start()

    def first_after(self, moment: float) -> float | None:
        """Give when it was told first after a moment, if it was."""
        return next((told for told in self.heard if told > moment), None)

    def close(self) -> None:
        """Stop listening."""
        if self.listens:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
            self._socket.close()

    def _listen(self) -> None:
        for said in self._said():
            if self._tell in said:
                self.heard.append(time.perf_counter())

    def _said(self) -> Iterator[bytes]:
        with contextlib.suppress(OSError):
            while said := self._socket.recv(65536):
                yield said


def _frame(text: bytes) -> bytes:
    return bytes((FRAME, MASKED | len(text))) + NO_MASK + text
