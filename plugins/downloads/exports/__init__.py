"""Files of the output: each published article as text and as a Word file, beside its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from plugins.downloads.model import SavedArticle, absolute
from plugins.newsroom.deferred import Deferred, Whereabouts
from plugins.newsroom.edition import Edition
from plugins.newsroom.keeping import keep, kept, key_of
from plugins.newsroom.page import ExportFile, Page
from plugins.newsroom.site import Site
from plugins.newsroom.view import ArticleView
from plugins.newsroom.view_parts import Figure

FOLDER = "tai-ve"
FORM = "1"
TOOLS = ("python-docx", "beautifulsoup4", "lxml")
NAMES = (".docx", ".txt")
STEM = "bai-viet"


def article_exports(
    edition: Edition, *, pages: Iterable[Page], cache: Path
) -> Iterator[ExportFile]:
    """Save each article that has a page; those that the cache has are not written again."""
    tools, where = tuple(version(name) for name in TOOLS), Whereabouts(cache / FOLDER)
    for page in pages:
        if page.search and page.search.kind == "article":
            key = Deferred(_key, page, edition.site, tools, where)
            for extension in NAMES:
                save_as = PurePosixPath(page.save_as).with_name(STEM + extension)
                made = Deferred(_location, key, where, extension)
                yield ExportFile(save_as=str(save_as), made=made)


def _key(page: Page, site: Site, tools: tuple[str, ...], where: Whereabouts) -> str:
    return _saved(saved_article(page, site), tools, where.folder)


def _location(key: Deferred[str], where: Whereabouts, extension: str) -> str:
    return str(where.folder / f"{key.value}{extension}")


def saved_article(page: Page, site: Site) -> SavedArticle:
    """Gather what a saved article says from its page."""
    view, search = page.view, page.search
    if not isinstance(view, ArticleView) or search is None:
        raise TypeError(f"{page.save_as} is no article")
    return SavedArticle(
        site=site.name,
        column=view.column.label,
        title=view.title,
        date_text=view.date_text,
        published=search.published,
        modified=search.modified,
        summary=view.summary,
        authors=view.authors,
        tags=search.tags,
        notes=_notes(view),
        picture=_picture(view.lead),
        html=page.html,
        source_credit=view.source_credit,
        source_url=view.source_url,
        address=absolute(page.url, site.url),
        licence=site.licence,
        licence_url=absolute(site.licence_url, site.url),
        base=site.url,
        lang=view.head.lang,
    )


def _notes(view: ArticleView) -> tuple[str, ...]:
    updated = (f"Cập nhật: {view.updated.date_text}",) if view.updated else ()
    return (*updated, *(f"Đính chính ({n.date_text}): {n.text}" for n in view.corrections))


def _picture(lead: Figure | None) -> str:
    """Describe the lead picture, which is not put into the file."""
    if lead is None:
        return ""
    alt = f"[Ảnh: {lead.picture.alt}]" if lead.picture.alt else ""
    label = "Ảnh minh họa." if lead.illustrative else ""
    credit = f"Ảnh: {lead.credit}." if lead.credit else ""
    return " ".join(part for part in (alt, label, lead.caption, credit) if part)


def _saved(article: SavedArticle, tools: tuple[str, ...], folder: Path) -> str:
    key = key_of(repr(astuple(article)), *tools, FORM)
    if kept(folder, key) is None:
        from plugins.downloads.exports.saving import saved  # noqa: PLC0415 - python-docx and bs4

        word, text = saved(article)
        keep(folder, key, {f"{key}.docx": word, f"{key}.txt": text})
    return key
