"""A feed as Atom (RFC 4287), with the full text of every entry."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree.ElementTree import Element

from plugins.feeds.exports.xml_tree import add, document
from plugins.feeds.model import Feed, Item
from plugins.newsroom.page import ExportFile

NAME = "tin.atom.xml"
# Atom demands a date even of a feed that never had an entry; no clock may supply it.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def atom(feed: Feed) -> ExportFile:
    """Write a feed as `tin.atom.xml`."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.language})
    add(root, "id", feed.id)
    add(root, "title", feed.title)
    add(root, "subtitle", feed.description)
    add(root, "updated", (feed.updated or NEVER).isoformat())
    add(root, "link", given={"rel": "alternate", "type": "text/html", "href": feed.url})
    own = {"rel": "self", "type": "application/atom+xml", "href": feed.url + NAME}
    add(root, "link", given=own)
    add(root, "link", given={"rel": "license", "href": feed.licence_url})
    add(root, "rights", feed.licence)
    add(add(root, "author"), "name", feed.publisher)
    for item in feed.items:
        _add_entry(root, item)
    return ExportFile(save_as=feed.folder + NAME, data=document(root))


def _add_entry(root: Element, item: Item) -> None:
    entry = add(root, "entry")
    add(entry, "id", item.id)
    add(entry, "title", item.title)
    add(entry, "link", given={"rel": "alternate", "type": "text/html", "href": item.url})
    add(entry, "published", item.published.isoformat())
    add(entry, "updated", item.updated.isoformat())
    for author in item.authors:
        add(add(entry, "author"), "name", author)
    for tag in item.tags:
        add(entry, "category", given={"term": tag})
    if item.summary:
        add(entry, "summary", item.summary)
    add(entry, "content", item.html, {"type": "html"})
