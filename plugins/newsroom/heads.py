"""The head of a page: its title, its path from the home page, its structured data."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from functools import lru_cache

from plugins.newsroom.site import Site
from plugins.newsroom.view_parts import Head, Link

HOME = Link(label="Trang chủ", url="/")
_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
FEEDS = (("tin.atom.xml", "Atom"), ("tin.rss.xml", "RSS"), ("tin.json", "JSON Feed"))


def listing_head(  # noqa: PLR0913 - each is a line of the head
    site: Site,
    *,
    title: str,
    description: str,
    url: str,
    crumbs: tuple[Link, ...] = (),
    has_feed: bool = False,
    lang: str = "vi",
) -> Head:
    """Make the head of any page that is not an article."""
    trail = (HOME, *crumbs) if url != "/" else ()
    return Head(
        title=title,
        description=description,
        url=url,
        lang=lang,
        crumbs=trail,
        feeds=feed_links(url, title) if has_feed else (),
        structured=(breadcrumb_list(site, trail, title, url),) if trail else (),
    )


def feed_links(url: str, title: str) -> tuple[Link, ...]:
    """Give the three feeds of a listing page."""
    return tuple(Link(label=f"{title} ({kind})", url=url + name, note=kind) for name, kind in FEEDS)


def breadcrumb_list(site: Site, crumbs: tuple[Link, ...], title: str, url: str) -> str:
    """Describe the path to a page as schema.org/BreadcrumbList."""
    steps = [
        _common_step(position, link.label, site.url + link.url)
        for position, link in enumerate(crumbs, start=1)
    ]
    steps.append(_step(len(steps) + 1, title, site.url + url))
    return f"{_PATH}{','.join(steps)}]}}"


def json_ld(document: Mapping[str, object]) -> str:
    """Write a schema.org document so that it can stand inside `<script>`."""
    return _in_script({"@context": "https://schema.org", **document})


def _in_script(value: Mapping[str, object]) -> str:
    text = _JSON.encode(value)
    return text.replace("<", "\\u003c").replace("&", "\\u0026").replace(">", "\\u003e")


def _step(position: int, name: str, address: str) -> str:
    return _in_script({"@type": "ListItem", "position": position, "name": name, "item": address})


#: The way to a column is the way to all its articles.
_common_step = lru_cache(maxsize=1024)(_step)
_PATH = json_ld({"@type": "BreadcrumbList", "itemListElement": []}).removesuffix("]}")


def stable_id(site: Site, url: str) -> str:
    """Give an identifier that feeds keep for ever, whatever host serves the site (RFC 4122)."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{site.province_id}{url}')}"


def save_as(url: str) -> str:
    """Give the file that serves an address: `/a/b/` is `a/b/index.html`."""
    return url.removeprefix("/") + "index.html"
