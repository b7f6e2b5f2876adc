"""The sitemap in stable shards with true dates (sitemaps.org), and robots.txt.

A new article touches the shard of its year and the shard of all other pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from plugins.feeds.exports.changes import Place, places_of
from plugins.feeds.exports.xml_tree import add, document
from plugins.newsroom.page import ExportFile, Page

NAMESPACE = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
SHARD_LENGTH = 45_000
ARCHIVE = "tin-bai"
OTHERS = "trang"

Shard = tuple[str, Sequence[Place]]


def sitemap(
    pages: Iterable[Page], base: str, *, shard_length: int = SHARD_LENGTH
) -> Iterator[ExportFile]:
    """Write `sitemap.xml` and its shards; none for a preview, as they need absolute addresses."""
    if not base:
        return
    index = Element("sitemapindex", NAMESPACE)
    for name, places in _shards(places_of(pages), shard_length):
        save_as = f"sitemap-{name}.xml"
        yield ExportFile(save_as=save_as, data=_shard(places, base))
        newest = max(place.changed for place in places)
        _add_place(index, "sitemap", f"{base}/{save_as}", newest)
    yield ExportFile(save_as="sitemap.xml", data=document(index))


def robots(base: str) -> ExportFile:
    """Write robots.txt: everybody may read everything, and the sitemap is there."""
    lines = ["User-agent: *", "Allow: /"]
    if base:
        lines += ["", f"Sitemap: {base}/sitemap.xml"]
    return ExportFile(save_as="robots.txt", data="\n".join([*lines, ""]).encode())


def _shards(places: Sequence[Place], length: int) -> Iterator[Shard]:
    """Cut by year, a year that is too long by month, and what is still too long by count."""
    for name, group in _grouped(places, 1):
        if len(group) <= length:
            yield name, group
        else:
            for finer_name, finer in _grouped(group, 2):
                yield from _chunks(finer_name, finer, length)


def _grouped(places: Sequence[Place], depth: int) -> list[Shard]:
    groups: dict[str, list[Place]] = {}
    for place in places:
        groups.setdefault("-".join(_key(place.url)[:depth]), []).append(place)
    return sorted(groups.items())


def _key(url: str) -> list[str]:
    """Give the words of a shard's name: year and month, or «trang» and the first segment."""
    segments = [segment for segment in url.split("/") if segment]
    if segments[:1] == [ARCHIVE] and segments[1:]:
        return segments[1:]
    return [OTHERS, *segments[:1]]


def _chunks(name: str, places: Sequence[Place], length: int) -> Iterator[Shard]:
    for number, start in enumerate(range(0, len(places), length), start=1):
        yield (f"{name}-{number}" if number > 1 else name), places[start : start + length]


def _shard(places: Iterable[Place], base: str) -> bytes:
    root = Element("urlset", NAMESPACE)
    for place in places:
        _add_place(root, "url", base + place.url, place.changed)
    return document(root)


def _add_place(parent: Element, name: str, address: str, changed: tuple[float, str]) -> None:
    element = add(parent, name)
    add(element, "loc", address)
    if changed[1]:
        add(element, "lastmod", changed[1])
