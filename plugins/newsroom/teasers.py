"""An article as lists show it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from plugins.newsroom.headline import Headline
from plugins.newsroom.model import Article
from plugins.newsroom.picture import Rendition, RenditionFile
from plugins.newsroom.view_parts import Link, Picture, PictureSource, Teaser
from plugins.newsroom.world import World
from plugins.vietnamese.dates import iso, long_date

CARD_SIZES = "(min-width: 48rem) 22rem, 100vw"


def teaser(article: Headline, world: World, *, pictured: bool = False) -> Teaser:
    """Show an article in a list, with its picture where the list has room for one."""
    return Teaser(
        title=article.title,
        url=article.url,
        summary=article.summary,
        date_text=long_date(article.published),
        iso=iso(article.published),
        column=home_column(article, world),
        picture=_picture(article, world) if pictured else None,
        corrected=article.corrected,
    )


def home_column(article: Article | Headline, world: World) -> Link:
    """Link to the column whose folder holds the article."""
    column = world.columns[article.columns[0]]
    return _column_link(column.name, column.url)


def picture(
    rendition: Rendition, alt: str, *, lazy: bool = True, sizes: str | None = None
) -> Picture:
    """Make the responsive picture of a rendition: a source a format, the last one as fallback."""
    formats: dict[str, list[RenditionFile]] = {}
    for file in rendition.files:
        formats.setdefault(file.type, []).append(file)
    *_, fallback = formats.values()
    shown = Picture(
        sources=tuple(
            PictureSource(type=kind, srcset=", ".join([f"{f.url} {f.width}w" for f in files]))
            for kind, files in formats.items()
        ),
        src=fallback[len(fallback) // 2].url,
        width=rendition.width,
        height=rendition.height,
        alt=alt,
        lazy=lazy,
    )
    return shown if sizes is None else replace(shown, sizes=sizes)


@lru_cache(maxsize=256)
def _column_link(name: str, url: str) -> Link:
    return Link(label=name, url=url)


def _picture(article: Headline, world: World) -> Picture | None:
    if not article.picture:
        return None
    return picture(world.rendition(article.picture), "", sizes=CARD_SIZES)
