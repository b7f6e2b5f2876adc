"""A running preview: how long from a save until a browser gets the new page."""

from __future__ import annotations

import contextlib
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

from plugins.workshop.benchmark.bench import Bench, say
from plugins.workshop.benchmark.cases import Turn, edit
from plugins.workshop.benchmark.listening import Ear
from plugins.workshop.benchmark.memory import memory_of
from plugins.workshop.benchmark.sites import OURS, Site
from plugins.workshop.running import Started, start, stop

PATIENCE, BLINK, REST = 600.0, 0.01, 1.0
#: A page may be new long before the build ends that tells of it.
EAR_PATIENCE = 30.0
#: The others' previews are saved into so often; only ours must show flat memory over many saves.
PEERS_SAVES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """One save (lần lưu): seconds until the page was new and until the page was told to reload.

    `memory` is the PSS of the preview and all that it started, when it had come to rest.
    """

    seconds: float
    signal: float | None
    memory: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A running preview of a site (xem thử)."""

    site: Site
    process: Started
    port: int
    ear: Ear

    def save(self, turn: Turn) -> Saved:
        """Edit an article, and ask for its page until it shows the edit."""
        saved = time.perf_counter()
        edit(self.site, turn)
        wait_for_page(self.port, f"/{turn.subject.page}".removesuffix("index.html"), turn.mark)
        shown = time.perf_counter() - saved
        told = self._told_after(saved)
        time.sleep(REST)
        memory = memory_of(self.process.pid)
        return Saved(seconds=shown, signal=told - saved if told else None, memory=memory)

    def _told_after(self, saved: float) -> float | None:
        until = saved + EAR_PATIENCE
        while self.ear.listens and time.perf_counter() < until:
            told = self.ear.first_after(saved)
            if told:
                return told
            time.sleep(BLINK)
        return None


def watched(bench: Bench, rounds: int) -> dict[str, list[Saved]]:
    """Save into the previews of all sites in turn; the first save of each is not counted."""
    with contextlib.ExitStack() as stack:
        previews = [
            stack.enter_context(previewed(site, bench.subjects[0].page))
            for site in bench.sites
            if site.serve
        ]
        found: dict[str, list[Saved]] = {preview.site.name: [] for preview in previews}
        for number in range(rounds + 1):
            for preview in previews:
                if preview.site.name != OURS and number > PEERS_SAVES:
                    continue
                saved = preview.save(bench.turn())
                if number:
                    found[preview.site.name].append(saved)
                    say(f"preview, {preview.site.name}, {number}/{rounds}: {saved.seconds:.2f} s")
    return found


@contextmanager
def previewed(site: Site, page: str) -> Iterator[Preview]:
    """Run a site's preview until the block ends."""
    port = _free_port()
    command = [word.replace("{port}", str(port)) for word in site.serve]
    with tempfile.TemporaryFile() as output:
        process = start(*command, cwd=site.folder, output=output)
        try:
            wait_for_page(port, f"/{page}".removesuffix("index.html"), "")
            ear = Ear(site.name, port)
            yield Preview(site=site, process=process, port=port, ear=ear)
            ear.close()
        finally:
            stop(process)


def wait_for_page(port: int, address: str, mark: str) -> None:
    """Ask for a page until it is there and has a word."""
    until = time.monotonic() + PATIENCE
    while mark.encode() not in (page := _page(port, address)) or not page:
        if time.monotonic() > until:
            raise TimeoutError(f"{address}: no «{mark}» after {PATIENCE} seconds")
        time.sleep(BLINK)


def _page(port: int, address: str) -> bytes:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.read() if answer.status == 200 else b""  # noqa: PLR2004 - HTTP's own number
    except (OSError, HTTPException):
        return b""
    finally:
        connection.close()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
