"""An article's page turned into files to keep, which the cache holds by all that they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final

from plugins.downloads.exports.plain_text import plain_text
from plugins.downloads.exports.word import word_file
from plugins.downloads.model import SavedArticle
from plugins.downloads.reading import absolute, read_blocks
from plugins.newsroom.installed import installed_version
from plugins.newsroom.keeping import keep, kept, key_of
from plugins.newsroom.page import ExportFile
from plugins.newsroom.publication import Publication
from plugins.newsroom.view import ArticleView
from plugins.newsroom.view_parts import Figure

FOLDER: Final = "tai-ve"
FORM: Final = "2"
STEM: Final = "bai-viet"
WORD, TEXT = ".docx", ".txt"


def saved(publication: Publication, save_as: str) -> Iterator[ExportFile]:
    """Save an article beside its page; what the cache has is not written again."""
    article, folder = saved_article(publication, save_as), publication.cache / FOLDER
    key = key_of(repr(astuple(article)), *_tools(), FORM)
    if kept(folder, key) is None:
        blocks = read_blocks(article.html, article.base)
        word = word_file(article, blocks, stationery(folder, article.lang))
        text = plain_text(article, blocks)
        keep(folder, key, {f"{key}{WORD}": word, f"{key}{TEXT}": text})
    for extension in (WORD, TEXT):
        place = PurePosixPath(save_as).with_name(STEM + extension)
        yield ExportFile(save_as=str(place), location=str(folder / f"{key}{extension}"))


@cache
def stationery(folder: Path, language: str) -> bytes:
    """Give the empty Word file of a language, which is made once and kept in a folder."""
    key = key_of("stationery", language, *_tools(), FORM)
    name = f"{key}{WORD}"
    if kept(folder, key) is None:
        from plugins.downloads.exports import stationery as made  # noqa: PLC0415 - brings docx

        keep(folder, key, {name: made.stationery(language)})
    return (folder / name).read_bytes()


@cache
def _tools() -> tuple[str, str]:
    """Give the versions of what makes the empty Word file."""
    return installed_version("python_docx", "docx"), installed_version("lxml")


def saved_article(publication: Publication, save_as: str) -> SavedArticle:
    """Gather what a saved article says from its page."""
    page, site = publication.page(save_as), publication.site
    view, search = page.view, page.search
    if not isinstance(view, ArticleView) or search is None:
        raise TypeError(f"{save_as} is no article")
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
        html=publication.html(save_as),
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
