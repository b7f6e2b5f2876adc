"""A built site as a crawler sees it: what links to what, and what leads nowhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree as ET

from plugins.workshop.kinds import page_addresses, page_file
from plugins.workshop.rehearsal import Rehearsal

LINKING = {"href", "src", "action", "poster", "cite"}
META = {"og:url", "og:image"}
FOREIGN = {"https", "http", "mailto", "tel"}
JSON_LINKS = ("url", "feed_url", "home_page_url", "next_url", "image", "icon")
XML_LINKS = {"link", "loc", "logo", "icon", "image"}
XML_TEXTS = {"content", "encoded", "description", "summary"}


class Links(HTMLParser):
    """Collects what a page links to, and the anchors that it offers."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()
        self.is_indexable = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the addresses and the id of an element."""
        given = {name: value or "" for name, value in attrs}
        self.targets += [value for name, value in given.items() if name in LINKING]
        self.targets += [part.split()[0] for part in given.get("srcset", "").split(",") if part]
        if tag == "meta" and given.get("name") == "robots":
            self.is_indexable = "noindex" not in given["content"]
        if tag == "meta" and given.get("property") in META:
            self.targets.append(given["content"])
        if tag == "meta" and given.get("http-equiv") == "refresh":
            self.targets.append(given["content"].partition("url=")[2])
        self.anchors.add(given.get("id", ""))


def read_links(html: str) -> Links:
    """Read a page, or a piece of one."""
    links = Links()
    links.feed(html)
    return links


class Crawl:
    """Every page and file of a built site, and every link between them."""

    def __init__(self, built: Rehearsal) -> None:
        self.built = built
        self.pages = {
            address: read_links(page_file(built.output, address).read_text(encoding="utf-8"))
            for address in page_addresses(built.output)
        }

    def path(self, target: str, base: str) -> str:
        """Give the path on the site that a link leads to."""
        return unquote(urlsplit(urljoin(self.built.address + base, target)).path)

    def fault(self, target: str, base: str) -> str:
        """Say why a link leads nowhere; empty for a good one and for one to another site."""
        whole, anchor = urldefrag(urljoin(self.built.address + base, target))
        if not whole.startswith(self.built.address + "/"):
            return "" if urlsplit(whole).scheme in FOREIGN else "unknown scheme"
        path = self.path(target, base)
        if path in self.pages:
            return "" if unquote(anchor) in self.pages[path].anchors | {""} else "no such anchor"
        return "" if (self.built.output / path.lstrip("/")).is_file() else "nothing there"

    def faults(self, found: Iterable[tuple[str, str]]) -> list[str]:
        """Judge pairs of a place and its link."""
        judged = ((base, target, self.fault(target, base)) for base, target in found)
        return [f"{base} → {target}: {fault}" for base, target, fault in judged if fault]

    def files(self, *suffixes: str) -> Iterator[tuple[str, Path]]:
        """List the public files with one of some suffixes, each with its address."""
        for file in sorted(self.built.output.rglob("*")):
            name = file.relative_to(self.built.output).as_posix()
            if file.suffix in suffixes and not name.startswith("."):
                yield "/" + name, file

    def reached(self) -> set[str]:
        """Click through the site from its home page; give the pages that come up."""
        found, waiting = {"/"}, ["/"]
        while waiting:
            base = waiting.pop()
            paths = {self.path(target, base) for target in self.pages[base].targets}
            waiting += sorted(paths & set(self.pages) - found)
            found |= paths & set(self.pages)
        return found


def feed_links(file: Path) -> Iterator[str]:
    """Give every address in a feed or a sitemap, those in its full texts too."""
    text = file.read_text(encoding="utf-8")
    yield from _json_links(json.loads(text)) if file.suffix == ".json" else _xml_links(text)


def _json_links(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (value[name] for name in JSON_LINKS if isinstance(value.get(name), str))
        yield from read_links(value.get("content_html", "")).targets
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _json_links(part)


def _xml_links(text: str) -> Iterator[str]:
    for element in ET.fromstring(text).iter():  # noqa: S314 - our own output
        name, words = element.tag.rpartition("}")[2], (element.text or "").strip()
        yield from (element.attrib[key] for key in ("href", "url", "src") if key in element.attrib)
        if name in XML_LINKS and words:
            yield words
        if name in XML_TEXTS and "<" in words:
            yield from read_links(words).targets
