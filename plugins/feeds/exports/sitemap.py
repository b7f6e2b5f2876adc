"""The sitemap in stable shards with true dates (sitemaps.org), and robots.txt.

A new article touches the shard of its year and the shard of all other pages. The index names no
dates, which the standard leaves free, so that it changes only when a shard begins or ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from plugins.feeds.exports.xml_tree import add, document
from plugins.newsroom.page import ExportFile, url_at
from plugins.newsroom.publication import Publication

NAMESPACE = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
SHARD_LENGTH = 45_000
OTHERS = "trang"

Shard = tuple[str, Sequence[str]]


def sitemap_shards(publication: Publication, part: str) -> Iterator[ExportFile]:
    """Write the shards of a part; none for a preview, as they need absolute addresses."""
    base = publication.site.url
    if not base:
        return
    changes = publication.changes(part)
    for name, urls in shards(part, sorted(changes)):
        root = Element("urlset", NAMESPACE)
        for url in urls:
            _add_place(root, "url", base + url, changes[url])
        yield ExportFile(save_as=_file(name), data=document(root))


def sitemap_index(publication: Publication, _: str) -> Iterator[ExportFile]:
    """Write `sitemap.xml`, which names every shard."""
    base = publication.site.url
    if not base:
        return
    index = Element("sitemapindex", NAMESPACE)
    for part in publication.keys("part"):
        urls = map(url_at, publication.group(f"part {part}"))
        for name, _urls in shards(part, sorted(urls)):
            _add_place(index, "sitemap", f"{base}/{_file(name)}")
    yield ExportFile(save_as="sitemap.xml", data=document(index))


def robots(publication: Publication, _: str) -> Iterator[ExportFile]:
    """Write robots.txt: everybody may read everything, and the sitemap is there.

    A preview is for nobody's index, which hosts that read `_headers` also say in every answer.
    """
    if publication.site.is_preview:
        yield ExportFile(save_as="robots.txt", data=b"User-agent: *\nDisallow: /\n")
        yield ExportFile(save_as="_headers", data=b"/*\n  X-Robots-Tag: noindex, nofollow\n")
        return
    lines = ["User-agent: *", "Allow: /"]
    if publication.site.url:
        lines += ["", f"Sitemap: {publication.site.url}/sitemap.xml"]
    yield ExportFile(save_as="robots.txt", data="\n".join([*lines, ""]).encode())


def shards(part: str, urls: Sequence[str], length: int = SHARD_LENGTH) -> Iterator[Shard]:
    """Cut a part that is too long by month, or by first segment, and what still is by count."""
    if len(urls) <= length:
        yield part, urls
        return
    finer: dict[str, list[str]] = {}
    for url in urls:
        finer.setdefault(_finer(part, url), []).append(url)
    for name, group in sorted(finer.items()):
        for number, start in enumerate(range(0, len(group), length), start=1):
            yield (f"{name}-{number}" if number > 1 else name), group[start : start + length]


def _finer(part: str, url: str) -> str:
    """Name the shard of a long part: `2023-03`, or «trang» and the first segment."""
    segment = url.split("/")[1 if part == OTHERS else 3]
    return f"{part}-{segment}" if segment else part


def _file(name: str) -> str:
    return f"sitemap-{name}.xml"


def _add_place(parent: Element, name: str, address: str, changed: str = "") -> None:
    element = add(parent, name)
    add(element, "loc", address)
    if changed:
        add(element, "lastmod", changed)
