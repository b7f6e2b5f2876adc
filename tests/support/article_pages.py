"""A real article page, as composing yields it, for tests of what is made out of such a page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.view import ArticleView
from plugins.newsroom.view_parts import Head, Link

URL = "/tin-bai/2023/03/23/bay-hoat-dong/"
SOURCE = "tin-bai/truyen-thong/ke-hoach/2023-03-23-bay-hoat-dong.md"
TITLE = "Bình Định: Bảy hoạt động truyền thông về cải cách hành chính trong năm 2023"
SUMMARY = "Ba trong bảy hoạt động phải xong trước ngày 15/12/2023."
ISO = "2023-03-23T14:02:00+07:00"

VIEW = ArticleView(
    head=Head(title=TITLE, description=SUMMARY, url=URL),
    title=TITLE,
    date_text="Thứ năm, 23/03/2023 14:02",
    iso=ISO,
    summary=SUMMARY,
    updated=None,
    corrections=(),
    lead=None,
    body="<p>Chữ.</p>",
    terms=(),
    authors=("Ban biên tập",),
    source_credit="Binhdinh.gov.vn",
    source_url="https://binhdinh.gov.vn/tin",
    column=Link(label="Kế hoạch, định hướng", url="/truyen-thong/ke-hoach/"),
    other_columns=(),
    agencies=(),
    localities=(),
    tags=(),
    series=None,
    documents=(),
    saves=(),
    dates=(),
    newer=None,
    older=None,
    related=(),
    rating=None,
)


def page_of(*, modified: str = "", **changed: Any) -> Page:  # noqa: ANN401 - any field
    """Make an article's page; `changed` are fields of its view."""
    view = replace(VIEW, **changed)
    entry = SearchEntry(
        title=view.title,
        kind="article",
        summary=view.summary,
        published=view.iso,
        modified=modified,
        tags=("Cải cách hành chính", "Báo chí"),
    )
    return Page(
        template="article.html",
        save_as=f"{URL[1:]}index.html",
        view=view,
        search=entry,
        source=SOURCE,
    )
