"""Small real pages, as composing yields them, for tests of what leaves beside the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from support.records import EMPTY, article, edition_of, publication_of

from plugins.newsroom.model import Article
from plugins.newsroom.notes import Notes
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.publication import Publication
from plugins.newsroom.registers import Agency, Dated, Locality, Spot
from plugins.newsroom.site import Site

SITE = Site(
    name="Cải cách hành chính tỉnh Bình Định",
    short_name="CCHC Bình Định",
    tagline="Chuyên trang cải cách hành chính",
    url="https://cchc.example",
    province_id="tinh-binh-dinh",
    owner_id="ubnd-tinh-binh-dinh",
    notice="",
    licence="Bản quyền và việc dùng lại",
    licence_url="/trang/ban-quyen/",
)
COLUMN = "/linh-vuc-cai-cach/the-che/"
ALWAYS = Dated(valid_from=None, valid_until=None)
OWNER = Agency(
    id="ubnd-tinh-binh-dinh",
    name="Ủy ban nhân dân tỉnh Bình Định",
    short_name="UBND tỉnh",
    level="tinh",
    kind="ubnd",
    parent_id="",
    validity=ALWAYS,
    successor_id="",
    website="",
    source="",
    spot=Spot(path="co-quan.csv", line=2),
)
PROVINCE = Locality(
    id="tinh-binh-dinh",
    name="Tỉnh Bình Định",
    short_name="Bình Định",
    level="tinh",
    system="63",
    code="52",
    parent_id="",
    validity=ALWAYS,
    successor_id="",
    source="",
    spot=Spot(path="dia-ban.csv", line=2),
)


def publication_with(
    *pages: Page,
    html: str = "<p>Chữ.</p>",
    site: Site = SITE,
    cache: Path = Path(),
    notes: Notes | None = None,
) -> Publication:
    """Publish some pages; each that has a source shows whole the text `html`."""
    notes = notes or Notes()
    edition = edition_of(
        *_texts(pages, html),
        site=site,
        notes=notes,
        agencies={OWNER.id: OWNER},
        localities={PROVINCE.id: PROVINCE},
    )
    return publication_of(edition, *pages, cache=cache, notes=notes)


def _texts(pages: tuple[Page, ...], html: str) -> Iterator[Article]:
    body = replace(EMPTY, pieces=(html,))
    return (article(path=page.source, body=body) for page in pages if page.source)


def article_page(slug: str, published: str, **said: Any) -> Page:  # noqa: ANN401 - any field
    """Make an article's page; its day is that of `published`."""
    day = published[:10].replace("-", "/")
    entry = {
        "title": f"Bài {slug}",
        "published": published,
        "listed_in": ("/", COLUMN),
        "stable_id": f"urn:x-bai:{slug}",
    }
    return Page(
        template="article.html",
        save_as=f"tin-bai/{day}/{slug}/index.html",
        view=None,
        search=SearchEntry(**{"kind": "article", **entry, **said}),
        source=f"tin-bai/linh-vuc-cai-cach/the-che/{published[:10]}-{slug}.md",
    )


def listing_page(url: str, *, feed_title: str = "", modified: str = "") -> Page:
    """Make a listing's page; it offers a feed when that has a title."""
    return Page(
        template="listing.html",
        save_as=url.removeprefix("/") + "index.html",
        view=None,
        search=SearchEntry(
            title=feed_title or url,
            kind="listing",
            summary=f"Danh sách {url}",
            modified=modified,
            feed_title=feed_title,
            stable_id=f"urn:x-danh-sach:{url}",
        ),
    )
