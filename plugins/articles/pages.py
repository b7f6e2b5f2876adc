"""The article page: everything that a reader finds around the text."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.articles.kinship import Kinship
from plugins.newsroom.body_text import body_of, plain_body_of
from plugins.newsroom.edition import Edition
from plugins.newsroom.heads import HOME, breadcrumb_list, save_as
from plugins.newsroom.model import Article
from plugins.newsroom.naming import name_on
from plugins.newsroom.news_article import CARD, article_entry, news_article
from plugins.newsroom.page import Page
from plugins.newsroom.teasers import home_column, picture, teaser
from plugins.newsroom.view import ArticleView
from plugins.newsroom.view_parts import AgencyName, Figure, Head, Link, Note, Rating
from plugins.vietnamese.dates import Moment, iso, long_date, month_name, short_date

SAVES = (("bai-viet.docx", "Tệp Word (.docx)"), ("bai-viet.txt", "Văn bản thuần (.txt)"))


def article_pages(edition: Edition) -> Iterator[Page]:
    """Compose the page of every published article."""
    kinship = Kinship(edition)
    for article in edition.articles:
        yield Page(
            template="article.html",
            save_as=save_as(article.url),
            view=_view(article, edition, kinship),
            search=article_entry(article, edition, plain_body_of(article, edition)),
            inputs=(article.path,),
        )


def _view(article: Article, edition: Edition, kinship: Kinship) -> ArticleView:
    newsroom = edition.newsroom
    body = body_of(article, edition)
    newer, older = kinship.neighbours(article)
    columns = [edition.columns[key] for key in dict.fromkeys(article.columns)]
    series = newsroom.series.get(article.series)
    return ArticleView(
        head=_head(article, edition),
        title=article.title,
        date_text=long_date(article.published),
        iso=iso(article.published),
        summary=article.summary,
        updated=_note(article.modified, "") if article.modified else None,
        corrections=tuple(_note(c.moment, c.text) for c in article.corrections),
        lead=_lead(article, edition),
        body=body.html,
        terms=body.terms,
        authors=article.authors,
        source_credit=article.source_credit,
        source_url=article.source_url,
        column=home_column(article, edition),
        other_columns=tuple(Link(label=c.name, url=c.url) for c in columns[1:]),
        agencies=_agencies(article, edition),
        localities=_localities(article, edition),
        tags=tuple(Link(label=newsroom.tags[t].name, url=f"/the/{t}/") for t in article.tags),
        series=Link(label=series.name, url=f"/dong-su-kien/{series.id}/") if series else None,
        documents=article.documents,
        saves=tuple(Link(label=label, url=article.url + name) for name, label in SAVES),
        dates=_dates(article),
        newer=Link(label=newer.title, url=newer.url) if newer else None,
        older=Link(label=older.title, url=older.url) if older else None,
        related=tuple(teaser(other, edition) for other in kinship.related(article)),
        rating=_rating(article, edition),
    )


def _head(article: Article, edition: Edition) -> Head:
    column = edition.columns[article.columns[0]]
    section = next(s for s in edition.newsroom.sections if s.id == column.section_id)
    crumbs = (
        HOME,
        Link(label=section.name, url=section.url),
        Link(label=column.name, url=column.url),
    )
    return Head(
        title=article.title,
        description=article.summary,
        url=article.url,
        lang=article.lang,
        kind="article",
        crumbs=crumbs,
        card=article.url + CARD,
        structured=(
            news_article(article, edition),
            breadcrumb_list(edition.site, crumbs, article.title, article.url),
        ),
        published=iso(article.published),
        modified=iso(article.modified) if article.modified else "",
    )


def _lead(article: Article, edition: Edition) -> Figure | None:
    lead = article.illustration
    if lead is None:
        return None
    return Figure(
        picture=picture(edition.renditions[lead.path], lead.alt, lazy=False),
        caption=lead.caption,
        credit=lead.credit,
        illustrative=lead.illustrative,
    )


def _note(moment: Moment, text: str) -> Note:
    return Note(date_text=long_date(moment), iso=iso(moment), text=text)


def _agencies(article: Article, edition: Edition) -> tuple[AgencyName, ...]:
    records, today = edition.newsroom.agencies, edition.newsroom.now.date()
    return tuple(name_on(records[key], records, today) for key in article.agency_ids)


def _localities(article: Article, edition: Edition) -> tuple[AgencyName, ...]:
    records, today = edition.newsroom.localities, edition.newsroom.now.date()
    return tuple(name_on(records[key], records, today) for key in article.locality_ids)


def _dates(article: Article) -> tuple[Link, ...]:
    day = article.day
    return (
        Link(label=f"Ngày {short_date(day)}", url=f"/tin-bai/{day:%Y/%m/%d}/"),
        Link(label=month_name(day.year, day.month), url=f"/tin-bai/{day:%Y/%m}/"),
        Link(label=f"Năm {day.year}", url=f"/tin-bai/{day:%Y}/"),
    )


def _rating(article: Article, edition: Edition) -> Rating | None:
    endpoint = edition.site.rating_endpoint
    return Rating(endpoint=endpoint, subject=article.url) if endpoint else None
