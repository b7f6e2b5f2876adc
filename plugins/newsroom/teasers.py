"""An article as lists show it."""

from __future__ import annotations

from dataclasses import replace

from plugins.newsroom.edition import Edition
from plugins.newsroom.model import Article
from plugins.newsroom.picture import Rendition
from plugins.newsroom.view_parts import Link, Picture, PictureSource, Teaser
from plugins.vietnamese.dates import iso, long_date

CARD_SIZES = "(min-width: 48rem) 22rem, 100vw"


def teaser(article: Article, edition: Edition, *, pictured: bool = False) -> Teaser:
    """Show an article in a list, with its picture where the list has room for one."""
    return Teaser(
        title=article.title,
        url=article.url,
        summary=article.summary,
        date_text=long_date(article.published),
        iso=iso(article.published),
        column=home_column(article, edition),
        picture=_picture(article, edition) if pictured else None,
        corrected=bool(article.corrections),
    )


def home_column(article: Article, edition: Edition) -> Link:
    """Link to the column whose folder holds the article."""
    column = edition.columns[article.columns[0]]
    return Link(label=column.name, url=column.url)


def picture(
    rendition: Rendition, alt: str, *, lazy: bool = True, sizes: str | None = None
) -> Picture:
    """Make the responsive picture of a rendition: a source a format, the last one as fallback."""
    kinds = list(dict.fromkeys(file.type for file in rendition.files))
    sets = {
        kind: ", ".join(f"{f.url} {f.width}w" for f in rendition.files if f.type == kind)
        for kind in kinds
    }
    fallback = [file for file in rendition.files if file.type == kinds[-1]]
    shown = Picture(
        sources=tuple(PictureSource(type=kind, srcset=sets[kind]) for kind in kinds),
        src=fallback[len(fallback) // 2].url,
        width=rendition.width,
        height=rendition.height,
        alt=alt,
        lazy=lazy,
    )
    return shown if sizes is None else replace(shown, sizes=sizes)


def _picture(article: Article, edition: Edition) -> Picture | None:
    lead = article.illustration
    if lead is None or lead.path not in edition.renditions:
        return None
    return picture(edition.renditions[lead.path], "", sizes=CARD_SIZES)
