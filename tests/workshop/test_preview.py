"""`inv preview`, as an editor meets it: a real program, real files, a real socket."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser

from plugins.pelican_bridge.options import BuildOptions
from plugins.workshop.preview_builds import Builder

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
INV = Path(sys.executable).with_name("inv")
NAME = "tin-bai/truyen-thong/ket-qua-chi-so/2023-03-23-bai.md"
ADDRESS = "/tin-bai/2023/03/23/bai/"
ARTICLE = """\
---
title: Bài thứ nhất
date: 23/03/2023
summary: Một câu.
---

Chữ của bài.
"""
PATIENCE = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A running `inv preview`, its folders and what it has said."""

    process: subprocess.Popen[bytes]
    folder: Path

    @property
    def said(self) -> str:
        """Give what the terminal shows."""
        return (self.folder / "terminal").read_text("utf-8")

    @property
    def builds(self) -> int:
        """Count the builds that have ended, well or not."""
        return self.said.count("] Đã dựng ") + self.said.count("] Chưa dựng được: ")

    def save(self, text: str) -> None:
        """Save the article and wait for the build that follows."""
        before = self.builds
        (self.folder / "content" / NAME).write_text(text, encoding="utf-8")
        wait_for(lambda: self.builds > before)

    def address(self, path: str) -> str:
        """Give the whole address of a page, as the terminal shows the site's."""
        return self.said.partition("tại ")[2].partition("/ ")[0] + path

    def page(self) -> str:
        """Get the article's page as it is served."""
        connection = HTTPConnection(self.address("").removeprefix("http://"), timeout=10)
        connection.request("GET", ADDRESS)
        return connection.getresponse().read().decode()


def wait_for(happened: Callable[[], bool]) -> None:
    """Wait until something has happened."""
    until = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a content folder with the province's registers and one article."""
    content = tmp_path / "content"
    content.mkdir()
    for register in (*(ROOT / "content").glob("*.csv"), *(ROOT / "content").glob("*.toml")):
        shutil.copy(register, content)
    for path, text in ((NAME, ARTICLE), ("trang/ban-quyen.md", "---\ntitle: A\n---\n\nChữ.\n")):
        (content / path).parent.mkdir(parents=True)
        (content / path).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def preview(folder: Path) -> Iterator[Preview]:
    """Run the command until its first build has ended."""
    with (folder / "terminal").open("wb") as terminal:
        process = subprocess.Popen(
            [INV, "preview", *_places(folder)], cwd=ROOT, stdout=terminal, stderr=terminal
        )
    running = Preview(process=process, folder=folder)
    try:
        wait_for(lambda: running.builds > 0)
        yield running
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)


def test_a_save_shows_at_once_and_a_mistake_leaves_the_last_good_page(preview: Preview) -> None:
    """An editor sees each save; a slip is named in the page and on the terminal, and mended."""
    output = preview.folder / "output" / ADDRESS.strip("/") / "index.html"
    assert "Bài thứ nhất" in preview.page()
    preview.save(ARTICLE.replace("thứ nhất", "đã sửa"))
    assert "Bài đã sửa" in preview.page()
    built = output.read_bytes()
    preview.save(ARTICLE.replace("title: ", "tilte: "))
    page, problem = preview.page(), f"content/{NAME}:2: lỗi: không có mục «tilte»"
    assert "Bài đã sửa" in page
    assert f"<code>content/{NAME}:2</code>: lỗi: không có mục «tilte»" in page
    assert problem in preview.said
    assert output.read_bytes() == built
    assert b"xem-thu" not in built
    preview.save(ARTICLE.replace("thứ nhất", "đã chữa"))
    page = preview.page()
    assert "Bài đã chữa" in page
    assert 'class="xem-thu"' not in page


@pytest.mark.browser
def test_an_open_browser_follows_every_save_by_itself(browser: Browser, preview: Preview) -> None:
    """An editor types on one half of the screen and reads on the other."""
    page = browser.new_page()
    heard: list[str] = []
    page.on("console", lambda said: heard.append(said.text))
    page.goto(preview.address(ADDRESS))
    preview.save(ARTICLE.replace("thứ nhất", "đã sửa"))
    page.wait_for_selector("h1:has-text('Bài đã sửa')")
    preview.save(ARTICLE.replace("title: ", "tilte: "))
    page.wait_for_selector(".xem-thu:has-text('không có mục «tilte»')")
    preview.save(ARTICLE)
    page.wait_for_selector("h1:has-text('Bài thứ nhất')")
    assert page.query_selector(".xem-thu") is None
    assert heard == []
    page.close()


def test_memory_stays_flat_over_many_saves(preview: Preview) -> None:
    """An editor can leave the preview open the whole day."""
    preview.save(ARTICLE)
    before = _memory(preview.process.pid)
    for number in range(5):
        preview.save(ARTICLE + f"\nThêm {number}.\n")
    assert _memory(preview.process.pid) - before < 2_000


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly_also_in_the_middle_of_a_build(
    preview: Preview, number: signal.Signals
) -> None:
    """After Ctrl+C nothing runs on, and the site is as the last build left it."""
    output = preview.folder / "output" / "index.html"
    children = _children(preview.process.pid)
    built = output.read_bytes()
    (preview.folder / "content" / NAME).write_text(ARTICLE + "\nThêm.\n", encoding="utf-8")
    wait_for(lambda: preview.said.count("Đang dựng…") > 1)
    children |= _children(preview.process.pid)
    preview.process.send_signal(number)
    assert preview.process.wait(10) == 0
    assert preview.said.endswith("] Đã dừng xem thử.\n")
    wait_for(lambda: not any(map(_is_running, children)))
    assert output.read_bytes() == built


def test_a_port_that_is_taken_is_said_clearly(folder: Path) -> None:
    """Whoever asked for a port is not given another one in silence."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = subprocess.run(
            [INV, "preview", *_places(folder), "--port", str(port)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"lỗi: cổng {port} đang có chương trình khác dùng, hoặc máy không cho dùng. "
        f"Chọn cổng khác, ví dụ --port {port + 1}.\n"
    )


def test_a_build_that_breaks_is_an_outcome_and_the_next_one_begins_anew(folder: Path) -> None:
    """A developer's slip does not end the preview; the next save builds with the mended code."""
    settings = folder / "pelicanconf.py"
    settings.write_text("1 / 0\n", encoding="utf-8")
    options = BuildOptions(
        content=folder / "content",
        output=folder / "output",
        cache=folder / "cache",
        settings=settings,
    )
    with Builder(options) as builder:
        broken = builder.build(Event())
        settings.write_text(_settings(), encoding="utf-8")
        mended = builder.build(Event())
    assert broken is not None
    assert broken.report is None
    assert broken.failure.endswith("ZeroDivisionError: division by zero\n")
    assert mended is not None
    assert mended.report is not None
    assert mended.report.is_built


def _places(folder: Path) -> list[str]:
    names = ("content", "output", "cache")
    return [word for name in names for word in (f"--{name}", str(folder / name))]


def _settings() -> str:
    own = str(ROOT / "pelicanconf.py")
    theme = str(ROOT / "theme")
    return f"import runpy\nglobals().update(runpy.run_path({own!r}))\nTHEME = {theme!r}\n"


def _memory(process: int) -> int:
    """Give the resident memory in kilobytes."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def _is_running(process: int) -> bool:
    """Say whether a process still runs; one that only waits to be counted does not."""
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


def _children(process: int) -> set[int]:
    """Give every process that a process has started, and those that they started."""
    found = set()
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in map(int, (task / "children").read_text().split()):
            found |= {child} | _children(child)
    return found
