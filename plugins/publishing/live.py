"""What readers are served is what was published, byte for byte (kiểm tra trang đang chạy)."""

from __future__ import annotations

import hashlib
import http.client
import ssl
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from plugins.newsroom.page import url_at
from plugins.publishing.listing import Entry
from plugins.publishing.manifest import VARIANTS, Manifest
from plugins.workshop.headers import EVERYWHERE, headers_at

AT_ONCE: Final = 8
SECONDS: Final = 20
BY_MAPS: Final = {HTTPStatus.OK, HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.GONE}
"""One of these is answered instead of another while the server's maps are those of before."""
READS_MAPS_WITHIN: Final = 10
"""Seconds; systemd tells the server as soon as the release has changed."""
LATE: Final = " – máy chủ chưa nạp lại bảng địa chỉ – xem ở đó: systemctl status trang-nap-lai"
LOST: Final = "không tải được: "
GIVES_UP_AFTER: Final = 3
"""Files in a row that nobody answers for; a firewall that drops what is sent takes 20 s each."""
ENCODINGS: Final = {".br": "br", ".gz": "gzip", ".zst": "zstd"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site as readers reach it: its address, and certificates to trust beside the system's.

    One that `reads_maps` answers 301 and 410; elsewhere such a page says by itself what happened.
    """

    url: str
    ca: str = ""
    reads_maps: bool = False

    def connected(self) -> http.client.HTTPConnection:
        """Open a connection that several requests share."""
        parts = urlsplit(self.url)
        host = parts.hostname or ""
        if parts.scheme == "http":
            return http.client.HTTPConnection(host, parts.port, timeout=SECONDS)
        trust = _trust(self.ca)
        return http.client.HTTPSConnection(host, parts.port, timeout=SECONDS, context=trust)

    def fetch(self, path: str) -> bytes:
        """Fetch a file; raises `OSError` when it is not there."""
        connection = self.connected()
        try:
            connection.request("GET", f"{urlsplit(self.url).path}/{path}", headers=OURSELVES.sends)
            answer = connection.getresponse()
            body = answer.read()
        except http.client.HTTPException as fault:
            raise OSError(f"{self.url}/{path}: {fault}") from fault
        finally:
            connection.close()
        if answer.status != HTTPStatus.OK:
            raise OSError(f"{self.url}/{path}: máy chủ trả mã {answer.status}")
        return body


@cache
def _trust(ca: str) -> ssl.SSLContext:
    """Read the machine's certificates once: that takes longer than a page."""
    context = ssl.create_default_context()
    if ca:
        context.load_verify_locations(Path(ca).expanduser())
    return context


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A reader: what it says of itself, whether it minds the headers of an answer (người đọc)."""

    sends: Mapping[str, str]
    minds_headers: bool = False


OURSELVES: Final = Reader(sends={"User-Agent": "cchc-verify"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A file that is not served as it was published (chỗ khác).

    That of a server that has not read its maps again `is_late`; that of one that did not answer at
    all `is_lost`.
    """

    path: str
    said: str

    def __str__(self) -> str:
        return f"{self.path}: {self.said}"

    @property
    def is_late(self) -> bool:
        """Say whether the server may only not know yet what moved, is gone, or is there again."""
        return self.said.endswith(LATE)

    @property
    def is_lost(self) -> bool:
        """Say whether there was no answer to compare."""
        return self.said.startswith(LOST)


def differences(
    site: Site, manifest: Manifest, paths: Iterable[str], reader: Reader = OURSELVES
) -> list[Difference]:
    """Fetch some files of a release as a reader, and name those that are not as published.

    A server that was told to read its maps again gets some seconds to do so.
    """
    found = _compared(site, manifest, paths, reader)
    for _ in range(READS_MAPS_WITHIN):
        late = [one.path for one in found if one.is_late]
        if not late:
            break
        time.sleep(1)
        found = [one for one in found if not one.is_late]
        found += _compared(site, manifest, late, reader)
    return sorted(found, key=lambda one: one.path)


def _compared(
    site: Site, manifest: Manifest, paths: Iterable[str], reader: Reader
) -> list[Difference]:
    served = [path for path in paths if is_served(path)]
    chunks = [served[at::AT_ONCE] for at in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as crew:
        found = crew.map(lambda chunk: list(_differences(site, manifest, chunk, reader)), chunks)
        return [one for chunk in found for one in chunk]


def _differences(
    site: Site, manifest: Manifest, paths: list[str], reader: Reader
) -> Iterator[Difference]:
    if not paths:
        return
    connection, said, lost = site.connected(), "", 0
    try:
        for path in paths:
            if lost < GIVES_UP_AFTER:
                said = _fault(connection, site, path, manifest.files[path], reader)
                lost = lost + 1 if said.startswith(LOST) else 0
            if said:
                yield Difference(path=path, said=said)
    finally:
        connection.close()


def _fault(
    connection: http.client.HTTPConnection, site: Site, path: str, entry: Entry, reader: Reader
) -> str:
    """Say what is wrong with a file as it is served, or nothing."""
    form = next((form for form in VARIANTS if path.endswith(form)), "")
    headers = {**reader.sends, "Accept-Encoding": ENCODINGS.get(form, "identity")}
    address = urlsplit(site.url).path + address_of(path.removesuffix(form))
    try:
        answer, body = answered(connection, address, headers)
    except (OSError, http.client.HTTPException) as fault:
        return f"{LOST}{fault}"
    late = _late(answer.status, entry) if site.reads_maps else ""
    said = _said_wrong(answer, entry, url_at(path.removesuffix(form)), reader, late)
    if said:
        return said
    if answer.status == HTTPStatus.MOVED_PERMANENTLY:
        to = answer.getheader("Location", "")
        elsewhere = f"bị chuyển hướng tới {to}{LATE if site.reads_maps else ''}"
        return "" if to in (entry.to, site.url + entry.to) else elsewhere
    if form and answer.getheader("Content-Encoding") != ENCODINGS[form]:
        return f"máy chủ không gửi bản nén {ENCODINGS[form]}"
    if hashlib.sha256(body).hexdigest() != entry.sha256:
        return "nội dung khác bản phát hành"
    return late


def _late(status: int, entry: Entry) -> str:
    """Say that a code is that of the maps of before, where it may be; else nothing."""
    if status == entry.status or not {status, entry.status} <= BY_MAPS:
        return ""
    return f"máy chủ trả mã {status} thay vì {entry.status}{LATE}"


def answered(
    connection: http.client.HTTPConnection, address: str, headers: Mapping[str, str]
) -> tuple[http.client.HTTPResponse, bytes]:
    """Ask; once more by a new connection, as browsers do, when the server closed the old one.

    A server that reads its configuration again closes every connection that waits.
    """
    is_used = connection.sock is not None
    try:
        connection.request("GET", address, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read()
    except (OSError, http.client.HTTPException):
        connection.close()
        if not is_used:
            raise
    return answered(connection, address, headers)


def _said_wrong(
    answer: http.client.HTTPResponse, entry: Entry, address: str, reader: Reader, late: str
) -> str:
    """Say what is wrong with an answer before its body is read, or nothing."""
    if answer.getheader("Set-Cookie"):
        return "máy chủ đặt cookie"
    if answer.status not in (HTTPStatus.OK, entry.status):
        return late or f"máy chủ trả mã {answer.status}"
    wanted = headers_at(address) if answer.status == HTTPStatus.OK else EVERYWHERE
    other = [name for name, said in wanted.items() if answer.getheader(name) != said]
    if other and reader.minds_headers:
        return f"dòng tiêu đề thiếu hay khác: {', '.join(other)}"
    return ""


def is_served(path: str) -> bool:
    """Say whether readers may ask for a file; what is for our own web server is not sent away."""
    return not path.startswith(".") or path.startswith(".well-known/")


def address_of(path: str) -> str:
    """Give the address at which a file of the output is served."""
    return quote(url_at(path))
