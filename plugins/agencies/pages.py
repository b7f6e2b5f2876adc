"""The pages of agencies and localities, and their two directories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.newsroom.edition import Edition
from plugins.newsroom.heads import listing_head, save_as, stable_id
from plugins.newsroom.listing import address, pager, stretches
from plugins.newsroom.listing_pages import count_text
from plugins.newsroom.model import Article
from plugins.newsroom.naming import Named, heir_today
from plugins.newsroom.page import Page, SearchEntry
from plugins.newsroom.registers import Agency, Locality
from plugins.newsroom.teasers import teaser
from plugins.newsroom.view import DirectoryView, ProfileView
from plugins.newsroom.view_parts import Facet, Fact, Link
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
    """What a profile page needs beside the record itself."""

    name: str
    url: str
    parent: Link
    facts: tuple[Fact, ...]
    notice: str
    articles: tuple[Article, ...]
    source_path: str


def agency_pages(edition: Edition) -> Iterator[Page]:
    """Compose the directory of agencies and each agency's page."""
    records = edition.newsroom.agencies
    description = "Các cơ quan, đơn vị được nhắc tới trong tin, bài, theo tên của từng thời kỳ."
    yield _directory(edition, AGENCIES, description, records, edition.by_agency)
    for agency in records.values():
        articles = edition.by_agency.get(agency.id, ())
        profile = _Profile(
            name=agency.name,
            url=agency.url,
            parent=AGENCIES,
            facts=tuple(_agency_facts(agency, records)),
            notice=_notice(agency, records, edition),
            articles=articles,
            source_path=agency.spot.path,
        )
        yield from _pages(profile, edition)


def locality_pages(edition: Edition) -> Iterator[Page]:
    """Compose the directory of localities and each locality's page."""
    records = edition.newsroom.localities
    description = "Các địa bàn được nhắc tới trong tin, bài, theo địa giới của từng thời kỳ."
    yield _directory(edition, LOCALITIES, description, records, edition.by_locality)
    for locality in records.values():
        articles = edition.by_locality.get(locality.id, ())
        profile = _Profile(
            name=locality.name,
            url=locality.url,
            parent=LOCALITIES,
            facts=tuple(_locality_facts(locality, records)),
            notice=_notice(locality, records, edition),
            articles=articles,
            source_path=locality.spot.path,
        )
        yield from _pages(profile, edition)


def _directory(
    edition: Edition,
    link: Link,
    description: str,
    records: Mapping[str, Named],
    articles: Mapping[str, tuple[Article, ...]],
) -> Page:
    groups = []
    for level, name in LEVELS.items():
        members = [record for record in records.values() if record.level == level]
        members.sort(key=lambda record: sort_key(record.name))
        if members:
            links = tuple(
                Link(label=r.name, url=r.url, note=count_text(len(articles.get(r.id, ()))))
                for r in members
            )
            groups.append(Facet(name=name, links=links))
    head = listing_head(edition.site, title=link.label, description=description, url=link.url)
    return Page(
        template="directory.html",
        save_as=save_as(link.url),
        view=DirectoryView(
            head=head, title=link.label, description=description, groups=tuple(groups)
        ),
        search=SearchEntry(title=link.label, kind="listing", summary=description),
    )


def _notice(record: Named, records: Mapping[str, Named], edition: Edition) -> str:
    today = edition.newsroom.now.date()
    if record.validity.existed_on(today):
        return ""
    notice = "Tên gọi này không còn dùng; tin, bài cũ giữ nguyên tên của ngày đăng."
    heir = heir_today(record, records, today)
    return f"Nay là {heir.name}. {notice}" if heir else notice


def _pages(profile: _Profile, edition: Edition) -> Iterator[Page]:
    pages = stretches(profile.articles, edition.site.page_length)
    for stretch in pages:
        yield _page(profile, edition, stretch.number, stretch.articles, len(pages) - 1)


def _page(
    profile: _Profile, edition: Edition, number: int, articles: tuple[Article, ...], full: int
) -> Page:
    url = address(profile.url, number)
    title = f"{profile.name} – trang {number}" if number else profile.name
    description = f"Tin, bài cải cách hành chính về {profile.name}."
    return Page(
        template="profile.html",
        save_as=save_as(url),
        view=ProfileView(
            head=listing_head(
                edition.site,
                title=title,
                description=description,
                url=url,
                crumbs=(profile.parent,),
                has_feed=not number,
            ),
            title=title,
            facts=() if number else profile.facts,
            notice=profile.notice,
            teasers=tuple(teaser(article, edition) for article in articles),
            pager=pager(profile.url, number, full),
            empty=f"Chưa có tin, bài nào về {profile.name}.",
        ),
        search=SearchEntry(
            title=title,
            kind="listing",
            summary=description,
            feed_title="" if number else profile.name,
            stable_id=stable_id(edition.site, url),
        ),
        inputs=(profile.source_path, *(article.path for article in articles)),
    )


def _agency_facts(agency: Agency, records: Mapping[str, Agency]) -> Iterator[Fact]:
    yield Fact(name="Tên gọi tắt", value=agency.short_name)
    yield Fact(name="Cấp", value=LEVELS[agency.level])
    parent = records.get(agency.parent_id)
    if parent:
        yield Fact(name="Trực thuộc", value=parent.name, url=parent.url)
    yield from _life(agency, records)
    if agency.website:
        yield Fact(name="Trang thông tin", value=agency.website, url=agency.website)
    yield Fact(name="Nguồn", value=agency.source)


def _locality_facts(locality: Locality, records: Mapping[str, Locality]) -> Iterator[Fact]:
    yield Fact(name="Cấp", value=LEVELS[locality.level])
    code = locality.code or "chưa có số liệu"
    yield Fact(name=f"Mã số (hệ {locality.system} tỉnh)", value=code)
    parent = records.get(locality.parent_id)
    if parent:
        yield Fact(name="Thuộc", value=parent.name, url=parent.url)
    yield from _life(locality, records)
    yield Fact(name="Nguồn", value=locality.source)


def _life(record: Named, records: Mapping[str, Named]) -> Iterator[Fact]:
    begins, ends = record.validity.valid_from, record.validity.valid_until
    if begins:
        yield Fact(name="Có từ ngày", value=short_date(begins))
    if ends:
        yield Fact(name="Đến ngày", value=short_date(ends))
    heir = records.get(record.successor_id)
    if heir:
        yield Fact(name="Kế thừa bởi", value=heir.name, url=heir.url)
    for other in records.values():
        if other.successor_id == record.id:
            yield Fact(name="Tiếp nối", value=other.name, url=other.url)
