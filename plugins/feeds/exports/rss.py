"""A feed as RSS 2.0, with the full text of every item in `content:encoded`."""

from __future__ import annotations

from email.utils import format_datetime
from xml.etree.ElementTree import Element

from plugins.feeds.exports.xml_tree import add, document
from plugins.feeds.model import Feed, Item
from plugins.newsroom.page import ExportFile

NAME = "tin.rss.xml"
NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


def rss(feed: Feed) -> ExportFile:
    """Write a feed as `tin.rss.xml`."""
    root = Element("rss", {"version": "2.0", **NAMESPACES})
    channel = add(root, "channel")
    add(channel, "title", feed.title)
    add(channel, "link", feed.url)
    own = {"rel": "self", "type": "application/rss+xml", "href": feed.url + NAME}
    add(channel, "atom:link", given=own)
    add(channel, "description", feed.description)
    add(channel, "language", feed.language)
    add(channel, "copyright", feed.licence)
    add(channel, "dc:publisher", feed.publisher)
    if feed.updated:
        add(channel, "lastBuildDate", format_datetime(feed.updated))
    for item in feed.items:
        _add_item(channel, item)
    return ExportFile(save_as=feed.folder + NAME, data=document(root))


def _add_item(channel: Element, item: Item) -> None:
    element = add(channel, "item")
    add(element, "title", item.title)
    add(element, "link", item.url)
    add(element, "guid", item.id, {"isPermaLink": "false"})
    add(element, "pubDate", format_datetime(item.published))
    for author in item.authors:
        add(element, "dc:creator", author)
    for tag in item.tags:
        add(element, "category", tag)
    if item.summary:
        add(element, "description", item.summary)
    add(element, "content:encoded", item.html)
