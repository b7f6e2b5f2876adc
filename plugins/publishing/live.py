"""What readers are served is what was published, byte for byte (kiểm tra trang đang chạy)."""

from __future__ import annotations

import hashlib
import http.client
import ssl
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from plugins.publishing.manifest import VARIANTS, Entry, Manifest
from plugins.publishing.receiver.release import MANIFEST

AT_ONCE: Final = 8
SECONDS: Final = 20
ENCODINGS: Final = {".br": "br", ".gz": "gzip", ".zst": "zstd"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site as readers reach it: its address, and certificates to trust beside the system's."""

    url: str
    ca: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A file that is not served as it was published (chỗ khác)."""

    path: str
    said: str


def differences(site: Site, manifest: Manifest, paths: Iterable[str]) -> list[Difference]:
    """Fetch some files of a release, and name those that are not as published."""
    served = [path for path in paths if not path.startswith(".")]
    chunks = [served[at::AT_ONCE] for at in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as crew:
        found = crew.map(lambda chunk: list(_differences(site, manifest, chunk)), chunks)
        return sorted((one for chunk in found for one in chunk), key=lambda one: one.path)


def _differences(site: Site, manifest: Manifest, paths: list[str]) -> Iterator[Difference]:
    if not paths:
        return
    connection = _connected(site)
    try:
        for path in paths:
            said = _fault(connection, site, path, manifest.files[path])
            if said:
                yield Difference(path=path, said=said)
    finally:
        connection.close()


def _connected(site: Site) -> http.client.HTTPConnection:
    parts = urlsplit(site.url)
    host = parts.hostname or ""
    if parts.scheme == "http":
        return http.client.HTTPConnection(host, parts.port, timeout=SECONDS)
    context = ssl.create_default_context()
    if site.ca:
        context.load_verify_locations(Path(site.ca).expanduser())
    return http.client.HTTPSConnection(host, parts.port, timeout=SECONDS, context=context)


def _fault(connection: http.client.HTTPConnection, site: Site, path: str, entry: Entry) -> str:
    """Say what is wrong with a file as it is served, or nothing."""
    form = next((form for form in VARIANTS if path.endswith(form)), "")
    headers = {"Accept-Encoding": ENCODINGS.get(form, "identity"), "User-Agent": "cchc-verify"}
    address = urlsplit(site.url).path + address_of(path.removesuffix(form))
    try:
        connection.request("GET", address, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
    except (OSError, http.client.HTTPException) as fault:
        connection.close()
        return f"không tải được: {fault}"
    if answer.status not in (HTTPStatus.OK, entry.status):
        return f"máy chủ trả mã {answer.status}"
    if answer.status == HTTPStatus.MOVED_PERMANENTLY:
        to = answer.getheader("Location", "")
        return "" if to in (entry.to, site.url + entry.to) else f"bị chuyển hướng tới {to}"
    if form and answer.getheader("Content-Encoding") != ENCODINGS[form]:
        return f"máy chủ không gửi bản nén {ENCODINGS[form]}"
    return "" if hashlib.sha256(body).hexdigest() == entry.sha256 else "nội dung khác bản phát hành"


def address_of(path: str) -> str:
    """Give the address at which a file of the output is served."""
    if path.endswith("index.html"):
        path = path.removesuffix("index.html")
    return quote(f"/{path}")


def published_manifest(site: Site) -> bytes:
    """Fetch the manifest that a site serves."""
    connection = _connected(site)
    try:
        connection.request("GET", f"{urlsplit(site.url).path}/{MANIFEST}")
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    if answer.status != HTTPStatus.OK:
        raise OSError(f"{site.url}/{MANIFEST}: máy chủ trả mã {answer.status}")
    return body
