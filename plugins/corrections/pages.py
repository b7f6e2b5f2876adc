"""The corrections page, the pages of withdrawn articles, and those that lead to a new address."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.deferred import Deferred, known
from plugins.newsroom.edition import Edition, newest_first
from plugins.newsroom.heads import HOME, listing_head, save_as
from plugins.newsroom.model import Article
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.view import CorrectionsView, NoticeView
from plugins.newsroom.view_parts import CorrectedArticle, Head, Link, Note
from plugins.newsroom.world import World
from plugins.vietnamese.dates import iso, long_date

CORRECTIONS = Link(label="Đính chính", url="/dinh-chinh/")
DESCRIPTION = "Những điều đã đính chính và những bài đã gỡ, mới nhất ở trên."


def correction_pages(edition: Edition) -> Iterator[Page]:
    """Compose the corrections page, then a page for every withdrawn article and old address."""
    published = tuple(edition.texts.values())
    corrected = [article for article in published if article.corrections]
    shown = tuple(sorted((*corrected, *edition.withdrawn), key=newest_first))
    yield Page(
        template="corrections.html",
        save_as=save_as(CORRECTIONS.url),
        composed=Deferred(_corrections, edition.world, shown),
        search=SearchEntry(title=CORRECTIONS.label, kind="listing", summary=DESCRIPTION),
        inputs=tuple(article.path for article in shown),
    )
    for article in edition.withdrawn:
        yield _withdrawn(article)
    for article in (*published, *edition.withdrawn):
        for alias in article.aliases:
            yield _moved(alias, article)


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


def _withdrawn(article: Article) -> Page:
    title = "Bài này đã được gỡ"
    text = f"Bài đăng ngày {long_date(article.published)} ở địa chỉ này không còn được đăng."
    head = Head(title=title, description=text, url=article.url, indexable=False)
    return Page(
        template="withdrawn.html",
        save_as=save_as(article.url),
        composed=known(NoticeView(head=head, title=title, text=text, links=(CORRECTIONS, HOME))),
        inputs=(article.path,),
    )


def _moved(alias: str, article: Article) -> Page:
    title = "Trang đã chuyển địa chỉ"
    head = Head(title=title, description=article.title, url=article.url, indexable=False)
    view = NoticeView(
        head=head,
        title=title,
        text="Nội dung bạn tìm nay ở địa chỉ:",
        links=(Link(label=article.title, url=article.url),),
        target=article.url,
    )
    return Page(
        template="moved.html",
        save_as=save_as(alias),
        composed=known(view),
        inputs=(article.path,),
    )
