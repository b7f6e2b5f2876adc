"""What rules ask of the registers themselves; some ask the same of texts, too (danh mục)."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom import addresses
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Agency, Column, Locality, Section, Spot
from plugins.newsroom.rules.addresses import asked_for_again, like_a_list_page
from plugins.newsroom.rules.claims import Claim, claims_of_registers
from plugins.newsroom.rules.links import on_no_reviewed_host
from plugins.newsroom.rules.plain_texts import MARKUP, no_plain_text
from plugins.newsroom.rules.saying import error
from plugins.vietnamese.nearest import nearest


def every_address_is_asked_for_once(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse two lines of registers that want one address, or one of the site's own."""
    owners: dict[str, Claim] = {}
    for claim in claims_of_registers(newsroom.registers):
        owner = owners.setdefault(claim.url, claim)
        if owner is not claim:
            yield asked_for_again(claim, owner)


def no_section_takes_a_reserved_name(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse a section whose id begins the addresses of another kind of page."""
    for section in newsroom.sections:
        if section.id in addresses.RESERVED_NAMES:
            yield error(
                section.spot,
                f"chuyên trang không được lấy id «{section.id}»",
                f"địa chỉ /{section.id}/ dành cho loại trang khác",
                "chọn id khác; các tên dành riêng ở docs/bien-tap/ten-tep-va-duong-dan.md",
                rule="no_section_takes_a_reserved_name",
            )


def no_name_begins_like_a_list_page(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse ids of sections and columns that begin like a further page or a facet of a list."""
    for part in _parts(newsroom):
        if part.id.startswith(addresses.RESERVED_PREFIXES):
            word = "chuyên trang" if isinstance(part, Section) else "chuyên mục"
            yield like_a_list_page(part.spot, word, part.id, "chọn id khác")


def every_lead_agency_exists(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that the lead agencies of sections and columns are lines of `co-quan.csv`."""
    for part in _parts(newsroom):
        if part.agency_id and part.agency_id not in newsroom.agencies:
            near = nearest(part.agency_id, newsroom.agencies)
            ask = f"có phải là «{near}»? Nếu không, " if near else ""
            yield error(
                part.spot,
                f"không có cơ quan «{part.agency_id}»",
                "cơ quan chủ trì phải có trong danh mục",
                f"{ask}thêm vào content/co-quan.csv",
                rule="every_lead_agency_exists",
            )


def every_foreign_host_is_reviewed(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that the websites of agencies are on hosts that somebody has looked at."""
    for agency in newsroom.agencies.values():
        if agency.website:
            yield from on_no_reviewed_host(agency.spot, agency.website, newsroom)


def every_short_text_is_plain(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse code in the names and descriptions of registers, which are printed as they stand."""
    for spot, name, written in _short_texts(newsroom):
        found = MARKUP.search(written)
        if found:
            yield no_plain_text(spot, name, found.group())


def _parts(newsroom: Newsroom) -> tuple[Section | Column, ...]:
    columns = [column for section in newsroom.sections for column in section.columns]
    return (*newsroom.sections, *columns)


def _short_texts(newsroom: Newsroom) -> Iterator[tuple[Spot, str, str]]:
    for part in _parts(newsroom):
        yield part.spot, "ten", part.name
        yield part.spot, "mo-ta", part.description
    for section in newsroom.sections:
        yield section.spot, "ten-ngan", section.short_name
    dated: tuple[Agency | Locality, ...] = (
        *newsroom.agencies.values(),
        *newsroom.localities.values(),
    )
    for named in dated:
        yield named.spot, "ten", named.name
        yield named.spot, "ten-ngan", named.short_name
        yield named.spot, "nguon", named.source
    for agency in newsroom.agencies.values():
        yield agency.spot, "loai", agency.kind
    for topic in (*newsroom.tags.values(), *newsroom.series.values()):
        yield topic.spot, "ten", topic.name
        yield topic.spot, "mo-ta", topic.description
    for abbreviation in newsroom.abbreviations:
        yield abbreviation.spot, "viet-tat", abbreviation.short
        yield abbreviation.spot, "nghia", abbreviation.meaning
        yield abbreviation.spot, "nhom", abbreviation.group
        yield abbreviation.spot, "nguon", abbreviation.source
    for host in newsroom.hosts.values():
        yield host.spot, "ten", host.name
