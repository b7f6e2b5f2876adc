"""An article described for machines: schema.org/NewsArticle, and its entry for feeds and search."""

from __future__ import annotations

from plugins.newsroom.headline import Headline
from plugins.newsroom.heads import json_ld, stable_id
from plugins.newsroom.model import Article
from plugins.newsroom.page import SearchEntry
from plugins.newsroom.world import World
from plugins.vietnamese.dates import iso

CARD = "anh-chia-se.png"


def news_article(article: Article, world: World, *, url: str, published: str, modified: str) -> str:
    """Describe an article as schema.org/NewsArticle: its address, and its days for machines."""
    site = world.site
    address = site.url + url
    publisher = {"@type": "GovernmentOrganization", "name": world.agencies[site.owner_id].name}
    people = [{"@type": "Person", "name": name} for name in article.authors]
    document: dict[str, object] = {
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        "url": address,
        "mainEntityOfPage": address,
        "datePublished": published,
        "dateModified": modified or published,
        "inLanguage": article.lang,
        "articleSection": world.columns[article.columns[0]].name,
        "image": address + CARD,
        "author": people or publisher,
        "publisher": publisher,
    }
    if article.source_url:
        document["isBasedOn"] = article.source_url
    if article.corrections:
        document["correction"] = [correction.text for correction in article.corrections]
    return json_ld(document)


def first_address(article: Headline) -> str:
    """Give the address at which the article first stood: a renaming notes each in `aliases`."""
    earlier = [alias for alias in article.aliases if alias.startswith("/tin-bai/")]
    return earlier[-1] if earlier else article.url


def article_entry(article: Headline, world: World) -> SearchEntry:
    """Describe an article to feeds, sitemap and search."""
    return SearchEntry(
        title=article.title,
        kind="article",
        summary=article.summary,
        published=iso(article.published),
        modified=iso(article.modified) if article.modified else "",
        listed_in=tuple(dict.fromkeys(_lists(article, world))),
        stable_id=stable_id(world.site, first_address(article)),
        authors=article.authors,
        tags=tuple(world.tags[tag].name for tag in article.tags),
    )


def _lists(article: Headline, world: World) -> list[str]:
    return [
        "/",
        *(f"/{section}/" for section, _ in article.columns),
        *(f"/{section}/{column}/" for section, column in article.columns),
        *(world.agencies[key].url for key in article.agency_ids),
        *(world.localities[key].url for key in article.locality_ids),
        *(f"/the/{tag}/" for tag in article.tags),
        *((f"/dong-su-kien/{article.series}/",) if article.series else ()),
    ]
