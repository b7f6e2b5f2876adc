"""When the site is dressed: bundle the theme; when it is composed: review the components."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.assets.bundling import bundle
from plugins.assets.exports import review_exports
from plugins.assets.pages import review_page
from plugins.assets.reading import read_components
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import FileFamily, PageFamily
from plugins.newsroom.page import AssetSet, ExportFile, Page
from plugins.newsroom.publication import Publication
from plugins.newsroom.stages import dress_with, make_files, make_pages

THEME = Path(__file__).resolve().parents[2] / "theme"


def _dress(*, theme: Path, root: Path) -> AssetSet:
    return bundle(theme, root / "node_modules")


def _keys(edition: Edition) -> tuple[str, ...]:
    return ("",) if edition.site.reviews_components else ()


def _file_keys(publication: Publication) -> tuple[str, ...]:
    return _keys(publication.edition)


def _review(edition: Edition, _: str) -> Iterator[Page]:
    edition.note_theme()
    yield review_page(edition.site, read_components(THEME))


def _examples(publication: Publication, _: str) -> Iterator[ExportFile]:
    publication.edition.note_theme()
    yield from review_exports(THEME)


REVIEW = PageFamily(name="review", keys=_keys, pages=_review)
EXAMPLES = FileFamily(name="examples", keys=_file_keys, files=_examples)


def register() -> None:
    """Take part in dressing, composing and exporting."""
    dress_with(_dress)
    make_pages(REVIEW)
    make_files(EXAMPLES)
