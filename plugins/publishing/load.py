"""`inv load`: how many readers the built site stands, also while it is published (thử tải)."""

from __future__ import annotations

import datetime as dt
import http.client
import os
import resource
import shutil
import ssl
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Final

from plugins.pelican_bridge.building import build
from plugins.pelican_bridge.options import BuildOptions
from plugins.publishing.commit import Commit
from plugins.publishing.compressing import FORMS
from plugins.publishing.listing import Entry, Listing
from plugins.publishing.live import address_of
from plugins.publishing.loopback import HOST, Loopback, free_port, make_certificate
from plugins.publishing.reaching import Here, compose
from plugins.publishing.receiver.release import MANIFEST
from plugins.publishing.taking import Taken, taken
from plugins.publishing.wrk import Load, Measured, measured
from plugins.vietnamese.numbers import decimal, thousands
from plugins.workshop.media_types import MEDIA_TYPES
from plugins.workshop.reliability import note_figure
from plugins.workshop.running import OUR_FAULT

PROGRAMS: Final = ("nginx", "caddy")
PAGE: Final = "trang-thu-tai/index.html"
PAGE_SIZE: Final = 30_000
"""The page that is asked for has so many bytes in its br form, whatever the site's own have."""
FEW, MANY, IDLE = 16, 200, 1000
SWITCH_SECONDS: Final = 2.0
RELOAD_SECONDS: Final = 1.0
IDLE_SECONDS: Final = 60
"""A server closes connections on which nothing is asked for longer."""
TWO_RELEASES: Final = (
    Commit(sequence=1, id="a" * 40, by=""),
    Commit(sequence=2, id="b" * 40, by=""),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bed:
    """A server under load, the store of its releases, and one page of it (bãi thử)."""

    web: Loopback
    store: Here
    path: str
    seconds: int

    def load(self, connections: int, *, is_kept_open: bool = True, seconds: int = 0) -> Load:
        """Give a load of the page."""
        return Load(
            url=self.web.url + self.path,
            seconds=seconds or self.seconds,
            connections=connections,
            is_kept_open=is_kept_open,
        )


def run(root: Path, options: BuildOptions, program: str, seconds: int) -> int:
    """Build, serve, load; 3 when one answer was wrong or missing, however fast the others were."""
    if program not in PROGRAMS or not shutil.which(program):
        fact = f"lỗi: máy không có máy chủ «{program}» – không có gì để thử"
        print(f"{fact} – apt-get install {program}, hoặc sửa --program", file=sys.stderr)
        return 1
    now = dt.datetime.now(tz=dt.UTC)
    if not build(options).is_built:
        return 1
    release = taken(options.output, options.cache, TWO_RELEASES[0], now, site="")
    with tempfile.TemporaryDirectory(prefix="tai-", ignore_cleanup_errors=True) as folder:
        bed = _bed(Path(folder), release, program, seconds)
        bed.web.start()
        try:
            said, faults = _measured(bed)
        finally:
            bed.web.stop()
    if program == PROGRAMS[0]:
        for number, figure in said.items():
            note_figure(root, number, figure, f"inv load --seconds {seconds}")
    return OUR_FAULT if faults else 0


def _measured(bed: Bed) -> tuple[dict[str, str], int]:
    """Carry every load out and tell it; give the figures of L4 and L5, and how many faults."""
    size = (bed.web.root / "current" / (PAGE + ".br")).stat().st_size
    busy = os.getloadavg()[0]
    print(f"{bed.web.program}: {bed.path}, bản br {thousands(size)} byte, HTTPS")
    plain = _told(f"{FEW} kết nối", steady(bed))
    moving = _told(f"{FEW} kết nối, đổi bản mỗi {SWITCH_SECONDS:.0f} giây", switching(bed))
    crowd, lost = crowded(bed)
    _told(f"{MANY} kết nối, thêm {thousands(IDLE)} kết nối rỗi (mất {lost})", crowd)
    fresh = _told(f"{MANY} kết nối, nạp lại cấu hình mỗi giây", reloading(bed))
    at = f"trang br {decimal(size / 1000, 1)} kB, tải của máy trước đó {decimal(busy, 1)}"
    figures = {
        "L4": f"{_said(plain)}; đang đổi bản: {_said(moving)}; {at}",
        "L5": f"{thousands(IDLE)} rỗi + {MANY} bận: {_said(crowd)}, mất {lost} kết nối rỗi; "
        f"đang nạp lại: {_said(fresh)}; {at}",
    }
    return figures, sum(one.faults for one in (plain, moving, crowd, fresh)) + lost


def steady(bed: Bed) -> Measured:
    """Ask by a few connections that stay open."""
    return measured(bed.load(FEW), bed.web.folder)


def switching(bed: Bed) -> Measured:
    """Ask while the live release is another every two seconds."""
    go_back = partial(bed.store.ask, "rollback")
    return measured(bed.load(FEW), bed.web.folder, go_back, SWITCH_SECONDS)


def crowded(bed: Bed) -> tuple[Measured, int]:
    """Ask while a thousand others are connected; give how many of those were let down, too."""
    load = bed.load(MANY, seconds=min(bed.seconds, IDLE_SECONDS))
    with _idle(bed) as others:
        found = measured(load, bed.web.folder)
        return found, IDLE - sum(_is_answered(one, bed.path) for one in others)


def reloading(bed: Bed) -> Measured:
    """Ask by a new connection each time, while the server reads its configuration again.

    HTTP lets a server close a kept connection between two answers, and a reload does that; what
    may not happen is that somebody finds nobody at the door, or gets half an answer.
    """
    load = bed.load(MANY, is_kept_open=False)
    return measured(load, bed.web.folder, bed.web.reload, RELOAD_SECONDS)


def heavy_page(pages: Iterable[bytes]) -> dict[str, bytes]:
    """Join pages, the longest first, to one of the asked weight; give its forms by their paths."""
    plain = form = b""
    for page in sorted(pages, key=len, reverse=True):
        plain += page
        form = FORMS[".br"](plain, False)  # noqa: FBT003 - as pages are compressed
        if len(form) >= PAGE_SIZE:
            break
    return {PAGE: plain, PAGE + ".br": form}


def _files(folder: Path, release: Taken) -> tuple[dict[str, Path], Listing]:
    """Give where each file of a release lies, and what lists them; the heavy page is added."""
    listed = dict(release.manifest.files)
    places = {path: release.place(path) for path in listed}
    pages = (place.read_bytes() for path, place in places.items() if path.endswith(".html"))
    for path, data in heavy_page(pages).items():
        places[path] = folder / Path(path).name
        places[path].write_bytes(data)
        listed[path] = Entry(sha256(data).hexdigest(), len(data), MEDIA_TYPES[".html"])
    return places, Listing.of(listed)


def _bed(folder: Path, release: Taken, program: str, seconds: int) -> Bed:
    """Publish two releases into a store of its own, and configure a server for it."""
    store, base = Here(folder / "srv"), ""
    places, listed = _files(folder, release)
    whole = replace(release.manifest, files=listed)
    for commit in TWO_RELEASES:
        manifest = replace(whole, sequence=commit.sequence, commit=commit.id)
        (folder / "ke.json").write_bytes(manifest.as_json())
        sent = folder / f"gui-{commit.sequence}"
        compose(sent, [*places.items(), (MANIFEST, folder / "ke.json")])
        store.send(sent, manifest.name)
        store.ask("activate", manifest.name, *([base] if base else []))
        base = manifest.name
    make_certificate(folder)
    web = Loopback(
        program=program,
        folder=folder,
        root=folder / "srv",
        http_port=free_port(),
        https_port=free_port(),
    )
    web.configure()
    return Bed(web=web, store=store, path=address_of(PAGE), seconds=seconds)


@contextmanager
def _idle(bed: Bed) -> Iterator[list[http.client.HTTPSConnection]]:
    """Open connections that were answered once and then ask nothing."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 4 * IDLE), most))
    context = ssl.create_default_context(cafile=str(bed.web.folder / "ca.pem"))
    port = bed.web.https_port
    made = (http.client.HTTPSConnection(HOST, port, context=context) for _ in range(IDLE))
    others = [one for one in made if _is_answered(one, bed.path)]
    try:
        yield others
    finally:
        for one in others:
            one.close()


def _is_answered(connection: http.client.HTTPSConnection, path: str) -> bool:
    """Say whether a connection that is open, or new, gets a whole answer."""
    try:
        connection.request("HEAD", path)
        answer = connection.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException):
        return False
    return answer.status == HTTPStatus.OK


def _told(name: str, found: Measured) -> Measured:
    print(f"  {name}: {_said(found)}")
    return found


def _said(found: Measured) -> str:
    times = f"p50 {decimal(found.half, 1)} ms, p99 {decimal(found.slowest, 1)} ms"
    faults = f"{found.refused} trả mã lỗi, {found.broken} đứt" if found.faults else "0 lỗi"
    return f"{thousands(round(found.rate))} lượt/giây, {times}, {faults}"
