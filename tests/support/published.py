"""Small real Pages, as composing yields them, for tests of what leaves beside the pages."""

from __future__ import annotations

from typing import Any

from plugins.newsroom.deferred import known
from plugins.newsroom.page import Page, SearchEntry
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


def article_page(
    slug: str,
    published: str,
    *,
    html: str = "<p>Chữ.</p>",
    **said: Any,  # noqa: ANN401 - any field
) -> Page:
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
        composed=known(None),
        full=known(html),
        search=SearchEntry(**{"kind": "article", **entry, **said}),
        inputs=(f"tin-bai/linh-vuc-cai-cach/the-che/{published[:10]}-{slug}.md",),
    )


def listing_page(url: str, *, feed_title: str = "", inputs: tuple[str, ...] = ()) -> Page:
    """Make a listing's page; it offers a feed when that has a title."""
    return Page(
        template="listing.html",
        save_as=url.removeprefix("/") + "index.html",
        composed=known(None),
        search=SearchEntry(
            title=feed_title or url,
            kind="listing",
            summary=f"Danh sách {url}",
            feed_title=feed_title,
            stable_id=f"urn:x-danh-sach:{url}",
        ),
        inputs=inputs,
    )
