"""The corrections page, the pages of withdrawn articles, and those that lead to a new address."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily, one
from plugins.newsroom.heads import HOME, listing_head, save_as
from plugins.newsroom.model import Article
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.view import CorrectionsView, NoticeView
from plugins.newsroom.view_parts import CorrectedArticle, Head, Link, Note
from plugins.newsroom.world import World
from plugins.vietnamese.dates import iso, long_date

CORRECTIONS = Link(label="Đính chính", url="/dinh-chinh/")
DESCRIPTION = "Những điều đã đính chính và những bài đã gỡ, mới nhất ở trên."


def _corrected(edition: Edition, _: str) -> Iterator[Page]:
    shown = tuple(map(edition.article, edition.paths("corrected")))
    yield Page(
        template="corrections.html",
        save_as=save_as(CORRECTIONS.url),
        view=_corrections(edition.world, shown),
        search=SearchEntry(
            title=CORRECTIONS.label,
            kind="listing",
            summary=DESCRIPTION,
            modified=_newest(shown),
        ),
    )


def _newest(shown: tuple[Article, ...]) -> str:
    """Give the moment of the newest correction, as entries write it."""
    moments = [correction.moment for article in shown for correction in article.corrections]
    return iso(max(moments, key=lambda moment: moment.at)) if moments else ""


def _corrections(world: World, shown: tuple[Article, ...]) -> CorrectionsView:
    return CorrectionsView(
        head=listing_head(
            world.site,
            title=CORRECTIONS.label,
            description=DESCRIPTION,
            url=CORRECTIONS.url,
        ),
        title=CORRECTIONS.label,
        description=DESCRIPTION,
        articles=tuple(_entry(article) for article in shown),
    )


def _entry(article: Article) -> CorrectedArticle:
    notes = tuple(
        Note(date_text=long_date(c.moment), iso=iso(c.moment), text=c.text)
        for c in article.corrections
    )
    withdrawn = article.status == "withdrawn"
    return CorrectedArticle(title=article.title, url=article.url, notes=notes, withdrawn=withdrawn)


def _withdrawn(edition: Edition, path: str) -> Iterator[Page]:
    article = edition.headline(path)
    title = "Bài này đã được gỡ"
    text = f"Bài đăng ngày {long_date(article.published)} ở địa chỉ này không còn được đăng."
    head = Head(title=title, description=text, url=article.url, indexable=False)
    yield Page(
        template="withdrawn.html",
        save_as=save_as(article.url),
        view=NoticeView(head=head, title=title, text=text, links=(CORRECTIONS, HOME)),
        source=path,
    )


def _moved(edition: Edition, path: str) -> Iterator[Page]:
    article = edition.headline(path)
    title = "Trang đã chuyển địa chỉ"
    for alias in article.aliases:
        yield Page(
            template="moved.html",
            save_as=save_as(alias),
            view=NoticeView(
                head=Head(title=title, description=article.title, url=article.url, indexable=False),
                title=title,
                text="Nội dung bạn tìm nay ở địa chỉ:",
                links=(Link(label=article.title, url=article.url),),
                target=article.url,
            ),
            target=article.url,
        )


CORRECTED = PageFamily(keys=one, pages=_corrected)
WITHDRAWN = PageFamily(keys=lambda edition: edition.paths("withdrawn"), pages=_withdrawn)
MOVED = PageFamily(keys=lambda edition: edition.paths("moved"), pages=_moved)
