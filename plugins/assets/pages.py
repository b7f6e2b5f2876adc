"""The page that shows every example of every component to designers and developers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from plugins.assets.reading import read_components
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily
from plugins.newsroom.heads import listing_head, save_as
from plugins.newsroom.page import Page
from plugins.newsroom.site import Site
from plugins.newsroom.view import ReviewView
from plugins.newsroom.view_parts import ComponentReview

THEME = Path(__file__).resolve().parents[2] / "theme"
URL = "/trang/thanh-phan/"
TITLE = "Thành phần giao diện"
DESCRIPTION = "Mọi thành phần của giao diện với mọi ví dụ, dành cho người thiết kế và lập trình."


def review_page(site: Site, components: tuple[ComponentReview, ...]) -> Page:
    """Compose the review page, which search engines are asked to leave alone."""
    head = listing_head(site, title=TITLE, description=DESCRIPTION, url=URL)
    return Page(
        template="components.html",
        save_as=save_as(URL),
        view=ReviewView(
            head=replace(head, indexable=False, structured=()),
            title=TITLE,
            components=components,
        ),
    )


def _keys(edition: Edition) -> tuple[str, ...]:
    return ("",) if edition.site.reviews_components else ()


def _review(edition: Edition, _: str) -> Iterator[Page]:
    edition.note_theme()
    yield review_page(edition.site, read_components(THEME))


REVIEW = PageFamily(keys=_keys, pages=_review)
