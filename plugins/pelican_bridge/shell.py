"""What surrounds every page: made once a build, from the edition and the theme's files."""

from __future__ import annotations

from plugins.newsroom.edition import Edition
from plugins.newsroom.heads import feed_links
from plugins.newsroom.page import AssetSet
from plugins.newsroom.view_parts import Link, Shell

ARCHIVE = Link(label="Tìm theo ngày", url="/tin-bai/")
SCORES = Link(label="Chỉ số", url="/chi-so/")
ENGLISH = Link(label="English", url="/en/")
DIRECTORIES = (
    Link(label="Cơ quan", url="/co-quan/"),
    Link(label="Địa bàn", url="/dia-ban/"),
    Link(label="Từ viết tắt", url="/tu-viet-tat/"),
    Link(label="Đính chính", url="/dinh-chinh/"),
    Link(label="Sơ đồ trang", url="/so-do-trang/"),
)


def make_shell(edition: Edition, assets: AssetSet) -> Shell:
    """Put together names, navigation and footer; the navigation shows only what exists."""
    world, site = edition.world, edition.site
    sections = (Link(label=s.short_name, url=s.url) for s in world.sections)
    standing = [Link(label=page.title, url=page.landing.url) for page in edition.standing()]
    scores = (SCORES,) if world.records.names("chi-so") else ()
    return Shell(
        name=site.name,
        short_name=site.short_name,
        tagline=site.tagline,
        base=site.url,
        notice=site.notice,
        owner=world.agencies[site.owner_id].name,
        navigation=(*sections, *scores, ARCHIVE),
        footer=(*standing, *DIRECTORIES),
        feeds=feed_links("/", site.name),
        english=ENGLISH if any(page.url == ENGLISH.url for page in standing) else None,
        licence=Link(label=site.licence, url=site.licence_url),
        assets=assets.names,
        preview=site.is_preview,
    )
