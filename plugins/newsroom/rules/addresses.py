"""No address is asked for twice, and none that is taken (địa chỉ)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.newsroom import addresses
from plugins.newsroom.model import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.rules.claims import Claim, claims
from plugins.newsroom.rules.saying import at, error

ALIAS = re.compile(r"/(?:[a-z0-9]+(?:[-._][a-z0-9]+)*/)+", re.IGNORECASE)


def every_address_is_asked_for_once(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse two sources that want one address; old addresses of articles count too."""
    owners: dict[str, Claim] = {}
    for claim in claims(newsroom):
        owner = owners.setdefault(claim.url, claim)
        if claim.spot and owner is not claim:
            yield error(
                claim.spot,
                f"{claim.name} đòi địa chỉ {claim.url}, đã là của {owner}",
                "một địa chỉ chỉ mở được một trang",
                "đổi tên một bên, hoặc bỏ một bên",
                rule="every_address_is_asked_for_once",
            )


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
    """Refuse ids and slugs that begin like a further page or a facet of a list."""
    named = [(s.spot, "chuyên trang", s.id) for s in newsroom.sections]
    named += [(c.spot, "chuyên mục", c.id) for s in newsroom.sections for c in s.columns]
    named += [(at(a, 1), "tên bài", a.slug) for a in newsroom.articles]
    for spot, word, name in named:
        if name.startswith(addresses.RESERVED_PREFIXES):
            prefixes = ", ".join(addresses.RESERVED_PREFIXES)
            yield error(
                spot,
                f"{word} «{name}» bắt đầu bằng một đầu dành riêng ({prefixes})",
                "trùng kiểu với các trang tiếp theo và trang lọc của một danh sách",
                "đổi tên tệp" if word == "tên bài" else "chọn id khác",
                rule="no_name_begins_like_a_list_page",
            )


def every_alias_is_a_site_path(newsroom: Newsroom) -> Iterator[Problem]:
    """Require that an old address is a path of this site that readers could have opened."""
    for article in newsroom.articles:
        for alias in article.aliases:
            fault = _fault_of_alias(alias)
            if fault:
                yield error(
                    at(article, "aliases"),
                    f"địa chỉ cũ «{alias}» {fault}",
                    "chuyển hướng chỉ làm được cho địa chỉ từng có trên trang này",
                    "viết như /tin-bai/2023/03/23/ten-cu/",
                    rule="every_alias_is_a_site_path",
                )


def _fault_of_alias(alias: str) -> str:
    if not ALIAS.fullmatch(alias):
        return "không phải là đường dẫn bắt đầu và kết thúc bằng dấu /"
    parts = alias.strip("/").split("/")
    if parts[0] in addresses.SERVED_FOLDERS:
        return f"nằm trong /{parts[0]}/, nơi chỉ có tệp do máy đặt"
    if parts[-1].startswith(addresses.RESERVED_PREFIXES):
        return "trùng kiểu với trang tiếp theo của một danh sách"
    return ""
