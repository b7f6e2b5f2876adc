"""When the site is dressed: bundle the theme; when it is composed: review the components."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.assets.bundling import bundle
from plugins.assets.exports import review_exports
from plugins.assets.pages import review_page
from plugins.assets.reading import read_components
from plugins.newsroom.edition import Edition
from plugins.newsroom.page import AssetSet, ExportFile, Page
from plugins.newsroom.site import Site
from plugins.pelican_bridge.signals import composing, dressing, exporting

THEME = Path(__file__).resolve().parents[2] / "theme"


def register() -> None:
    """Take part in dressing, composing and exporting."""
    dressing.connect(_dress)
    composing.connect(_review)
    exporting.connect(_examples)


def _dress(site: Site, *, theme: Path, root: Path) -> AssetSet:  # noqa: ARG001 - every site alike
    return bundle(theme, root / "node_modules")


def _review(edition: Edition) -> Iterator[Page]:
    if edition.site.reviews_components:
        yield review_page(edition.site, read_components(THEME))


def _examples(edition: Edition, *, pages: tuple[Page, ...], cache: Path) -> Iterator[ExportFile]:  # noqa: ARG001 - the theme alone is shown
    if edition.site.reviews_components:
        yield from review_exports(THEME)
