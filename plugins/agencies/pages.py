"""The pages of agencies and localities, and their two directories."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from plugins.newsroom.edition import Edition, Group
from plugins.newsroom.family import PageFamily, one
from plugins.newsroom.headline import Headline
from plugins.newsroom.heads import listing_head, save_as, stable_id
from plugins.newsroom.listing import address, last_known, pager, parted, stretch
from plugins.newsroom.listing_pages import count_text, keys_of_pages, newest_change, title_of
from plugins.newsroom.naming import Named, heir_of
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.registers import Agency, Locality
from plugins.newsroom.teasers import teaser
from plugins.newsroom.view import DirectoryView, ProfileView
from plugins.newsroom.view_parts import Facet, Fact, Link
from plugins.newsroom.world import World
from plugins.vietnamese.collate import sort_key
from plugins.vietnamese.dates import short_date

LEVELS = {
    "trung-uong": "Trung ương",
    "tinh": "Cấp tỉnh",
    "huyen": "Cấp huyện (đến 30/06/2025)",
    "xa": "Cấp xã",
}
AGENCIES = Link(label="Cơ quan", url="/co-quan/")
LOCALITIES = Link(label="Địa bàn", url="/dia-ban/")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Profile:
    """What a profile page needs beside its articles; only the head page has `facts`."""

    name: str
    url: str
    parent: Link
    facts: tuple[Fact, ...]
    notice: str


def _agency(edition: Edition, page: str) -> Iterator[Page]:
    key, number = parted(page)
    world = edition.world
    agency = world.agencies[key]
    profile = _Profile(
        name=agency.name,
        url=agency.url,
        parent=AGENCIES,
        facts=() if number else tuple(_agency_facts(agency, world)),
        notice=_notice(agency, world.agencies, world.exists),
    )
    yield _page(profile, edition.group(f"agency {key}"), world, number)


def _locality(edition: Edition, page: str) -> Iterator[Page]:
    key, number = parted(page)
    world = edition.world
    locality = world.localities[key]
    profile = _Profile(
        name=locality.name,
        url=locality.url,
        parent=LOCALITIES,
        facts=() if number else tuple(_locality_facts(locality, world)),
        notice=_notice(locality, world.localities, world.exists),
    )
    yield _page(profile, edition.group(f"locality {key}"), world, number)


def _agency_directory(edition: Edition, _: str) -> Iterator[Page]:
    description = "Các cơ quan, đơn vị được nhắc tới trong tin, bài, theo tên của từng thời kỳ."
    groups = _counted(edition, edition.world.agencies, "agency")
    yield _directory(edition.world, AGENCIES, description, groups)


def _locality_directory(edition: Edition, _: str) -> Iterator[Page]:
    description = "Các địa bàn được nhắc tới trong tin, bài, theo địa giới của từng thời kỳ."
    groups = _counted(edition, edition.world.localities, "locality")
    yield _directory(edition.world, LOCALITIES, description, groups)


def _counted(edition: Edition, records: Mapping[str, Named], kind: str) -> tuple[Facet, ...]:
    groups = []
    for level, name in LEVELS.items():
        members = [record for record in records.values() if record.level == level]
        members.sort(key=lambda record: sort_key(record.name))
        if members:
            links = tuple(
                Link(label=r.name, url=r.url, note=count_text(edition.count(f"{kind} {r.id}")))
                for r in members
            )
            groups.append(Facet(name=name, links=links))
    return tuple(groups)


def _directory(world: World, link: Link, description: str, groups: tuple[Facet, ...]) -> Page:
    return Page(
        template="directory.html",
        save_as=save_as(link.url),
        view=_directory_view(world, link, description, groups),
        search=SearchEntry(title=link.label, kind="listing", summary=description),
    )


def _directory_view(
    world: World, link: Link, description: str, groups: tuple[Facet, ...]
) -> DirectoryView:
    head = listing_head(world.site, title=link.label, description=description, url=link.url)
    return DirectoryView(head=head, title=link.label, description=description, groups=groups)


def _notice(record: Named, records: Mapping[str, Named], exists: Callable[[Named], bool]) -> str:
    if exists(record):
        return ""
    notice = "Tên gọi này không còn dùng; tin, bài cũ giữ nguyên tên của ngày đăng."
    heir = heir_of(record, records, exists)
    return f"Nay là {heir.name}. {notice}" if heir else notice


def _page(profile: _Profile, articles: Group, world: World, number: int) -> Page:
    length = world.site.page_length
    shown, full = stretch(articles, length, number), last_known(articles, length, number)
    url, title = address(profile.url, number), title_of(profile.name, number)
    return Page(
        template="profile.html",
        save_as=save_as(url),
        view=_profile_view(world, profile, shown.articles, number, full),
        search=SearchEntry(
            title=title,
            kind="listing",
            summary=_description(profile),
            modified=newest_change(shown.articles),
            feed_title="" if number else profile.name,
            stable_id=stable_id(world.site, url),
        ),
    )


def _profile_view(
    world: World, profile: _Profile, articles: tuple[Headline, ...], number: int, full: int
) -> ProfileView:
    title = title_of(profile.name, number)
    return ProfileView(
        head=listing_head(
            world.site,
            title=title,
            description=_description(profile),
            url=address(profile.url, number),
            crumbs=(profile.parent,),
            has_feed=not number,
        ),
        title=title,
        facts=profile.facts,
        notice=profile.notice,
        teasers=tuple(teaser(article, world) for article in articles),
        pager=pager(profile.url, number, full),
        empty=f"Chưa có tin, bài nào về {profile.name}.",
    )


def _description(profile: _Profile) -> str:
    return f"Tin, bài cải cách hành chính về {profile.name}."


def _agency_facts(agency: Agency, world: World) -> Iterator[Fact]:
    records = world.agencies
    yield Fact(name="Tên gọi tắt", value=agency.short_name)
    yield Fact(name="Cấp", value=LEVELS[agency.level])
    if parent := _known(agency.parent_id, records):
        yield Fact(name="Trực thuộc", value=parent.name, url=parent.url)
    yield from _life(agency, records, world)
    if agency.website:
        yield Fact(name="Trang thông tin", value=agency.website, url=agency.website)
    yield Fact(name="Nguồn", value=agency.source)


def _locality_facts(locality: Locality, world: World) -> Iterator[Fact]:
    records = world.localities
    yield Fact(name="Cấp", value=LEVELS[locality.level])
    code = locality.code or "chưa có số liệu"
    yield Fact(name=f"Mã số (hệ {locality.system} tỉnh)", value=code)
    if parent := _known(locality.parent_id, records):
        yield Fact(name="Thuộc", value=parent.name, url=parent.url)
    yield from _life(locality, records, world)
    yield Fact(name="Nguồn", value=locality.source)


def _life(record: Named, records: Mapping[str, Named], world: World) -> Iterator[Fact]:
    begins, ends = record.validity.valid_from, record.validity.valid_until
    if begins:
        yield Fact(name="Có từ ngày", value=short_date(begins))
    if ends:
        yield Fact(name="Đến ngày", value=short_date(ends))
    if heir := _known(record.successor_id, records):
        yield Fact(name="Kế thừa bởi", value=heir.name, url=heir.url)
    for other in world.forerunners[record.url]:
        yield Fact(name="Tiếp nối", value=other.label, url=other.url)


def _known(key: str, records: Mapping[str, Named]) -> Named | None:
    return records.get(key) if key else None


AGENCY_DIRECTORY = PageFamily(keys=one, pages=_agency_directory)
AGENCY = PageFamily(keys=lambda e: keys_of_pages(e, "agency", e.world.agencies), pages=_agency)
LOCALITY_DIRECTORY = PageFamily(keys=one, pages=_locality_directory)
LOCALITY = PageFamily(
    keys=lambda e: keys_of_pages(e, "locality", e.world.localities),
    pages=_locality,
)
