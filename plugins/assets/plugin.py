"""When the site is dressed: bundle the theme; when it is composed: review the components."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.assets.bundling import bundle
from plugins.assets.pages import review_page
from plugins.assets.reading import read_components
from plugins.newsroom.edition import Edition
from plugins.newsroom.page import AssetSet, Page
from plugins.newsroom.site import Site
from plugins.pelican_bridge.signals import composing, dressing

THEME = Path(__file__).resolve().parents[2] / "theme"


def register() -> None:
    """Take part in dressing and composing."""
    dressing.connect(_dress)
    composing.connect(_review)


def _dress(site: Site, *, theme: Path, root: Path) -> AssetSet:  # noqa: ARG001 - every site alike
    return bundle(theme, root / "node_modules")


def _review(edition: Edition) -> Iterator[Page]:
    if edition.site.reviews_components:
        yield review_page(edition.site, read_components(THEME))
