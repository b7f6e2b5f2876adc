"""The standing pages, the sitemap page and the page for a wrong address."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom import addresses
from plugins.newsroom.body_text import body_of
from plugins.newsroom.edition import Edition
from plugins.newsroom.family import PageFamily, one
from plugins.newsroom.heads import HOME, listing_head, save_as
from plugins.newsroom.model import StandingPage
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.view import DirectoryView, NoticeView, StandingView
from plugins.newsroom.view_parts import Facet, Head, Link, Note
from plugins.newsroom.world import World
from plugins.vietnamese.dates import iso, long_date

SITE_MAP = Link(label="Sơ đồ trang", url="/so-do-trang/")
DESCRIPTION = "Mọi chuyên trang, chuyên mục và danh mục của trang."
LISTS = (
    Link(label="Tìm theo ngày", url="/tin-bai/"),
    Link(label="Chỉ số", url="/chi-so/"),
    Link(label="Cơ quan", url="/co-quan/"),
    Link(label="Địa bàn", url="/dia-ban/"),
    Link(label="Từ viết tắt", url="/tu-viet-tat/"),
    Link(label="Đính chính", url="/dinh-chinh/"),
)


def _standing(edition: Edition, path: str) -> Iterator[Page]:
    page = edition.standing_page(path)
    yield Page(
        template="standing.html",
        save_as=save_as(page.url),
        view=_view(edition.world, page),
        search=SearchEntry(
            title=page.title,
            kind="standing",
            summary=page.summary,
            modified=iso(page.modified) if page.modified else "",
        ),
        source=path,
    )


def _site_map_page(edition: Edition, _: str) -> Iterator[Page]:
    yield Page(
        template="directory.html",
        save_as=save_as(SITE_MAP.url),
        view=_site_map(edition),
        search=SearchEntry(title=SITE_MAP.label, kind="listing", summary=DESCRIPTION),
    )


def _not_found_page(_edition: Edition, _key: str) -> Iterator[Page]:
    yield Page(template="notice.html", save_as="404.html", view=_not_found())


STANDING = PageFamily(keys=lambda edition: edition.paths("standing"), pages=_standing)
SITE_MAP_PAGE = PageFamily(keys=one, pages=_site_map_page)
NOT_FOUND = PageFamily(keys=one, pages=_not_found_page)


def _view(world: World, page: StandingPage) -> StandingView:
    body = body_of(page, world)
    updated = None
    if page.modified:
        updated = Note(date_text=long_date(page.modified), iso=iso(page.modified), text="")
    return StandingView(
        head=listing_head(
            world.site, title=page.title, description=page.summary, url=page.url, lang=page.lang
        ),
        title=page.title,
        summary=page.summary,
        updated=updated,
        body=body.html,
        terms=body.terms,
    )


def _site_map(edition: Edition) -> DirectoryView:
    world = edition.world
    groups = [
        Facet(
            name=section.name,
            links=(
                Link(label=section.name, url=section.url, note="chuyên trang"),
                *(Link(label=column.name, url=column.url) for column in section.columns),
            ),
        )
        for section in world.sections
    ]
    series = (Link(label=s.name, url=addresses.series(s.id)) for s in world.series.values())
    tags = (Link(label=tag.name, url=addresses.tag(tag.id)) for tag in world.tags.values())
    pages = (Link(label=p.title, url=p.landing.url) for p in edition.standing())
    groups += [
        Facet(name="Danh mục", links=LISTS),
        Facet(name="Dòng sự kiện", links=tuple(series)),
        Facet(name="Thẻ", links=tuple(tags)),
        Facet(name="Về trang này", links=tuple(pages)),
    ]
    return DirectoryView(
        head=listing_head(
            world.site, title=SITE_MAP.label, description=DESCRIPTION, url=SITE_MAP.url
        ),
        title=SITE_MAP.label,
        description=DESCRIPTION,
        groups=tuple(group for group in groups if group.links),
    )


def _not_found() -> NoticeView:
    title = "Không tìm thấy trang"
    text = "Địa chỉ này không có trên trang, hoặc đã đổi. Kiểm tra lại địa chỉ, hoặc đi từ đây:"
    head = Head(title=title, description=text, url="/404.html", indexable=False)
    return NoticeView(head=head, title=title, text=text, links=(HOME, SITE_MAP, LISTS[0]))
