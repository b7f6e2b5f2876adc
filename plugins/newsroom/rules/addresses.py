"""No address is asked for twice, and none that is taken (địa chỉ)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.newsroom import addresses
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.registers import Spot
from plugins.newsroom.rules.claims import Claim, claims_of, owner_of
from plugins.newsroom.rules.links import texts_of
from plugins.newsroom.rules.saying import at, error

ALIAS = re.compile(r"/(?:[a-z0-9]+(?:[-._][a-z0-9]+)*/)+", re.IGNORECASE)


def every_address_is_asked_for_once(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse two sources that want one address; old addresses of articles count too."""
    for text in texts_of(newsroom):
        seen: set[str] = set()
        for claim in claims_of(text):
            owner = owner_of(claim, text, newsroom)
            if owner != claim or claim.url in seen:
                yield asked_for_again(claim, owner)
            seen.add(claim.url)


def asked_for_again(claim: Claim, owner: Claim) -> Problem:
    """Say that an address is somebody else's; `claim` has a source."""
    assert claim.spot  # noqa: S101 - the site itself asks first
    return error(
        claim.spot,
        f"{claim.name} đòi địa chỉ {claim.url}, đã là của {owner}",
        "một địa chỉ chỉ mở được một trang",
        "đổi tên một bên, hoặc bỏ một bên",
        rule="every_address_is_asked_for_once",
    )


def no_name_begins_like_a_list_page(newsroom: Newsroom) -> Iterator[Problem]:
    """Refuse file names that begin like a further page or a facet of a list."""
    for article in newsroom.articles:
        if article.slug.startswith(addresses.RESERVED_PREFIXES):
            yield like_a_list_page(at(article, 1), "tên bài", article.slug, "đổi tên tệp")


def like_a_list_page(spot: Spot, word: str, name: str, remedy: str) -> Problem:
    """Say that a name begins like a further page or a facet of a list."""
    prefixes = ", ".join(addresses.RESERVED_PREFIXES)
    return error(
        spot,
        f"{word} «{name}» bắt đầu bằng một đầu dành riêng ({prefixes})",
        "trùng kiểu với các trang tiếp theo và trang lọc của một danh sách",
        remedy,
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
