"""What lists, feeds and neighbours show of an article: all but its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.newsroom.mark import mark_of
from plugins.newsroom.model import Article
from plugins.vietnamese.dates import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """An article without its text (tin trong danh sách); `mark` is the digest of all the rest.

    An edit of the text alone leaves the headline as it was, and so every list that shows it.
    `order` sorts the newest first, and ties by their slugs.
    """

    path: str
    url: str
    day: date
    slug: str
    published: Moment
    modified: Moment | None
    title: str
    summary: str
    lang: str
    columns: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]
    agency_ids: tuple[str, ...]
    locality_ids: tuple[str, ...]
    series: str
    authors: tuple[str, ...]
    aliases: tuple[str, ...]
    picture: str
    corrected: bool
    order: tuple[float, str]
    mark: str


def headline_of(article: Article) -> Headline:
    """Give the headline of an article."""
    return Headline(
        path=article.path,
        url=article.url,
        day=article.day,
        slug=article.slug,
        published=article.published,
        modified=article.modified,
        title=article.title,
        summary=article.summary,
        lang=article.lang,
        columns=article.columns,
        tags=article.tags,
        agency_ids=article.agency_ids,
        locality_ids=article.locality_ids,
        series=article.series,
        authors=article.authors,
        aliases=article.aliases,
        picture=_picture(article),
        corrected=bool(article.corrections),
        order=(-article.published.at.timestamp(), article.slug),
        mark=_mark(article),
    )


def _picture(article: Article) -> str:
    return article.illustration.path if article.illustration else ""


def _mark(article: Article) -> str:
    words = (article.path, article.title, article.summary, article.lang, article.series)
    lists = (article.tags, article.agency_ids, article.locality_ids, article.authors)
    more = (article.aliases, article.columns, _picture(article), bool(article.corrections))
    return mark_of((*words, *lists, *more, repr(article.published), repr(article.modified)))
