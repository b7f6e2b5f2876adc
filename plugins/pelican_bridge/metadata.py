"""A text of ours as Pelican describes texts to its plugins."""

from __future__ import annotations

import html
from datetime import datetime
from typing import Any

from pelican.urlwrappers import Author, Category, Tag, URLWrapper
from pelican.utils import SafeDatetime

from plugins.newsroom.heads import save_as
from plugins.newsroom.model import Article
from plugins.pelican_bridge.told import Told


def metadata_of(told: Told, settings: dict[str, Any]) -> dict[str, Any]:
    """Give what Pelican's reader would have found in the text's head.

    Titles and summaries are HTML there; addresses have no slash at their beginning. Who approved
    a text, and which warnings it waives, stays in the newsroom.
    """
    text = told.text
    common = {
        "title": html.escape(text.title, quote=False),
        "summary": html.escape(text.summary, quote=False),
        "slug": text.slug,
        "lang": text.lang,
        "status": "published",
        "url": text.url.removeprefix("/"),
        "save_as": save_as(text.url),
    }
    if text.modified:
        common["modified"] = _moment(text.modified.at)
    return common | (_of_article(text, told, settings) if isinstance(text, Article) else {})


def _of_article(article: Article, told: Told, settings: dict[str, Any]) -> dict[str, Any]:
    world = told.world
    column = world.columns[article.columns[0]]
    found: dict[str, Any] = {
        "date": _moment(article.published.at),
        "category": _named(Category, column.name, "/".join(article.columns[0]), settings),
        "tags": [_named(Tag, world.tags[tag].name, tag, settings) for tag in article.tags],
    }
    if article.authors:
        found["authors"] = [Author(name, settings) for name in article.authors]
    if article.series:
        found["series"] = world.series[article.series].name
    return found


def _named(kind: type[URLWrapper], name: str, slug: str, settings: dict[str, Any]) -> URLWrapper:
    """Name a column or a tag by its id: Pelican would take «Tổ chức» and «Tờ chúc» for one."""
    made = kind(name, settings)
    made.slug = slug
    return made


def _moment(at: datetime) -> SafeDatetime:
    return SafeDatetime.combine(at.date(), at.timetz())
