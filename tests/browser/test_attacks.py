"""What somebody slips into any field is refused, or reaches every reader as mere text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from threading import Thread
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from markdown import markdown
from playwright.sync_api import Browser, Page, Request
from support.attacked import FIELDS, Attacked
from support.attacks import FOREIGN, HEADS, MARKS, attacks
from support.crawling import XML_TEXTS
from support.defects import COLUMN, SOUND, problems_of
from support.tiny import tiny_site

from plugins.newsroom.markdown_conversion import convert
from plugins.newsroom.markdown_text import render
from plugins.newsroom.markup_rules import clean
from plugins.workshop.kinds import page_addresses

pytestmark = [pytest.mark.browser, pytest.mark.slow]

#: Tells that something ran, and in which of many frames.
PROBE = """for (const name of ["alert", "msgbox", "fetch", "open"])
  window[name] = () => { top.ran = (top.ran || []).concat(frameElement?.id ?? location.href); };"""
#: Opens pages in frames, and names whatever ran in them or would at a click or a move.
OPEN = """async (paths) => {
  const found = {};
  const live = (page) => {
    const faults = [];
    for (const one of page.querySelectorAll("*")) {
      const name = one.localName;
      if (/^(iframe|object|embed|base|style|math|template|noscript|frame)$/.test(name)) {
        faults.push(one.outerHTML);
      }
      if (name === "script" && !one.src) {
        if (one.type !== "application/ld+json") faults.push(one.outerHTML);
        JSON.parse(one.text);
      }
      for (const { name: key, value } of one.attributes) {
        if (/^on|^style$|^srcdoc$|^formaction$|^ping$|^background$|^http-equiv$/i.test(key)) {
          faults.push(`${name} ${key}=${value}`);
        }
        if (/href$|^src$|^action$|^data$|^poster$|^srcset$/.test(key)) {
          const { protocol, host } = new URL(value, page.baseURI);
          const ours = host === location.host || host === "mau.example";
          const leads = name === "a" && /^(https?|mailto|tel):$/.test(protocol);
          if (!ours && (!leads || host === "xss.example")) faults.push(`${name} ${key}=${value}`);
        }
      }
    }
    return faults;
  };
  for (let at = 0; at < paths.length; at += 20) {
    window.ran = [];
    const opened = paths.slice(at, at + 20).map((path) => new Promise((done) => {
      const frame = document.createElement("iframe");
      frame.id = frame.src = path;
      frame.onload = () => done(frame);
      document.body.append(frame);
    }));
    for (const frame of await Promise.all(opened)) {
      const faults = live(frame.contentDocument);
      if (faults.length || !frame.contentDocument.querySelector("h1")) found[frame.id] = faults;
    }
    for (const id of window.ran) found[id] = (found[id] || []).concat("ran");
    document.body.replaceChildren();
  }
  return found;
}"""
#: Shows pieces of HTML as a careless reader of feeds would, each in a frame of its own.
SHOW = """async (pieces) => {
  document.body.replaceChildren();
  window.ran = [];
  for (const [at, piece] of pieces.entries()) {
    const frame = document.createElement("iframe");
    frame.id = `f${at}`;
    frame.srcdoc = piece;
    document.body.append(frame);
    if (at % 50 === 49) await new Promise((done) => setTimeout(done, 50));
  }
  await new Promise((done) => setTimeout(done, 1500));
  for (const { contentDocument: page } of document.querySelectorAll("iframe")) {
    for (const link of page?.querySelectorAll("a[href^='javascript:' i]") ?? []) link.click();
  }
  await new Promise((done) => setTimeout(done, 300));
  return [...new Set(window.ran)].map((id) => pieces[id.slice(1)] ?? id);
}"""


COMPARE = """(pairs) => pairs.filter(([made, cleaned]) => {
  const read = (text) => new DOMParser().parseFromString(text, "text/html");
  return !read(made).isEqualNode(read(cleaned));
})"""


class Bare(SimpleHTTPRequestHandler):
    """Serves files without a content policy, so that only the HTML keeps code from running."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Stay silent."""

    def end_headers(self) -> None:
        """Let the browser keep styles and letters."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


@contextmanager
def bare(folder: Path) -> Iterator[str]:
    """Serve a folder; gives its address."""
    (folder / "trang-trong.html").write_text("<!doctype html><body>", encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Bare, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/trang-trong.html"
    finally:
        server.shutdown()
        server.server_close()
        (folder / "trang-trong.html").unlink()


@dataclass(slots=True, kw_only=True)
class Watched:
    """A page, and what it and its frames asked of others (đang canh)."""

    page: Page
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """Open a page, and note what is asked of other hosts; none of these names exists."""
    context = browser.new_context()
    context.add_init_script(PROBE)
    found = Watched(page=context.new_page())

    def noted(request: Request) -> None:
        if "//127.0.0.1:" not in request.url:
            found.asked.append(request.url)

    context.on("request", noted)
    yield found
    context.close()


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    """Build a site of everything that no rule refuses."""
    folder = tmp_path_factory.mktemp("tan-cong")
    found = Attacked(site=tiny_site(folder, folder / "cache"), attacks=attacks())
    found.refuse_by_check()
    found.lay()
    settings = found.site.folder / "mauconf.py"
    settings.write_text(settings.read_text("utf-8") + "FEED_MAX_ITEMS = 1000\n", "utf-8")
    report = found.site.build()
    assert report.is_built, [str(one) for one in report.problems if one.is_error]
    return found


def test_c01_the_collection_is_large_and_alive(watched: Watched, tmp_path: Path) -> None:
    """An attack that no browser falls for proves nothing about what keeps it out."""
    collection = attacks()
    assert len(collection) >= 500
    few = collection[::3]
    with bare(tmp_path) as address:
        watched.page.goto(address)
        ran = watched.page.evaluate(SHOW, [markdown(attack) for attack in few])
    assert len(ran) >= 40
    assert len([url for url in watched.asked if FOREIGN in url]) >= 2


def test_c01_every_field_refuses_attacks(attacked: Attacked) -> None:
    """Where an attack is shown as text, an editor sees it; most are never shown at all."""
    accepted = Counter(name for name, _ in attacked.accepted)
    tried = {name: len(attacked.tried(name)) for name in FIELDS}
    assert len(FIELDS) >= 40
    assert min(tried.values()) >= 250
    assert {name for name in FIELDS if accepted[name] > tried[name] / 3} == set()
    assert accepted["article.body"] > 80  # mere words, of which the browser is asked


def test_c01_nothing_runs_on_any_page(attacked: Attacked, watched: Watched) -> None:
    """A reader whose browser knows no content policy is as safe as any other."""
    paths = page_addresses(attacked.site.output)
    assert len(paths) > 250
    with bare(attacked.site.output) as address:
        watched.page.goto(address)
        assert watched.page.evaluate(OPEN, list(paths)) == {}
    assert watched.asked == []


def test_c01_nothing_runs_in_a_reader_of_feeds(attacked: Attacked, watched: Watched) -> None:
    """A program that shows our full texts without cleaning them shows nothing but text."""
    output = attacked.site.output
    pieces = {text for file in output.rglob("*.xml") for text in xml_texts(file)}
    pieces |= {
        item["content_html"]
        for file in output.rglob("tin.json")
        for item in json.loads(file.read_text(encoding="utf-8"))["items"]
    }
    assert len(pieces) > 100
    with bare(output) as address:
        watched.page.goto(address)
        assert watched.page.evaluate(SHOW, sorted(pieces)) == []
    assert watched.asked == []


def test_c01_every_data_file_reads_and_every_word_file_is_whole(attacked: Attacked) -> None:
    """Whoever takes an article along, or our data, takes the words and no code."""
    output = attacked.site.output
    for file in output.rglob("*.json"):
        json.loads(file.read_text(encoding="utf-8"))
    words = sorted(output.rglob("*.docx"))
    assert len(words) > 100
    assert len(words) == len(list(output.rglob("tin-bai/**/*.txt")))
    for file in words:
        with ZipFile(file) as parts:
            for name in parts.namelist():
                if name.endswith((".xml", ".rels")):
                    ET.fromstring(parts.read(name))  # noqa: S314 - our own output
                    assert FOREIGN.encode() not in parts.read(name) or not name.endswith(".rels")
                    assert b"javascript:" not in parts.read(name) or not name.endswith(".rels")


def test_c01_a_browser_sees_the_same_before_and_after_the_sanitiser(watched: Watched) -> None:
    """What the sanitiser would change, as a browser reads it, is refused and never cleaned."""
    dice = Random(2026)  # noqa: S311 - the same texts each time
    texts = [f"Chữ.\n\n{attack}\n\nChữ." for attack in attacks()]
    texts += ["".join(dice.choices(MARKS, k=dice.randint(1, 12))) for _ in range(10_000)]
    pairs = []
    for text in texts:
        made = None if refused(text) else convert(text)
        if made:
            pairs.append((made.html, clean(made.html)))
    assert len(pairs) >= 1000
    assert watched.page.evaluate(COMPARE, pairs) == []


def refused(text: str) -> bool:
    """Say whether a text stops the build."""
    return any(problem.is_error for problem in render(text, path="a.md", first_line=1).problems)


@pytest.mark.parametrize("head", HEADS)
def test_c01_front_matter_runs_nothing(head: str, tmp_path: Path) -> None:
    """YAML can name programs and hide keys; here it can only be refused."""
    site = tiny_site(tmp_path, tmp_path / "cache")
    site.write(f"{COLUMN}/2023-05-01-bai-thu.md", f"---\n{head}\n---\n\nChữ.\n")
    assert any(problem.is_error for problem in problems_of(site.content))


def test_c01_no_attack_is_a_file_name(tmp_path: Path) -> None:
    """A name that a page would print, or an address, is letters, digits and hyphens."""
    site = tiny_site(tmp_path, tmp_path / "cache")
    names = {
        f"2023-05-01-{text}.md"
        for text in attacks()
        if "/" not in text and "\0" not in text and len(text.encode()) < 200
    }
    for name in names:
        site.write(f"{COLUMN}/{name}", SOUND)
    said = "\n".join(problem.path for problem in problems_of(site.content) if problem.is_error)
    assert len(names) > 150
    assert [name for name in names if name not in said] == []


def xml_texts(file: Path) -> Iterator[str]:
    """Give the pieces of HTML in a feed."""
    for element in ET.fromstring(file.read_bytes()).iter():  # noqa: S314 - our own output
        if element.tag.rpartition("}")[2] in XML_TEXTS and element.text:
            yield element.text
