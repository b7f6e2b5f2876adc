"""A feed as JSON Feed 1.1 (jsonfeed.org), with the full text of every item."""

from __future__ import annotations

import json

from plugins.feeds.model import Feed, Item
from plugins.newsroom.page import ExportFile

NAME = "tin.json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> ExportFile:
    """Write a feed as `tin.json`."""
    whole = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.url,
        "feed_url": feed.url + NAME,
        "description": feed.description,
        "language": feed.language,
        "authors": _people((feed.publisher,)),
        "items": [_item(item) for item in feed.items],
    }
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return ExportFile(save_as=feed.folder + NAME, data=f"{text}\n".encode())


def _item(item: Item) -> dict[str, object]:
    """Describe one item; what it does not have is left out, as the standard asks."""
    whole = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        "date_published": item.published.isoformat(),
        "date_modified": item.modified.isoformat() if item.modified else "",
        "authors": _people(item.authors),
        "tags": item.tags,
    }
    return {name: value for name, value in whole.items() if value}


def _people(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"name": name} for name in names]
