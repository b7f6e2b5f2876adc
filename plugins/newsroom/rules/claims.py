"""Who asks for which address (địa chỉ của ai): every source of a page, every old address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from plugins.newsroom import addresses
from plugins.newsroom.landing import list_at
from plugins.newsroom.model import Article
from plugins.newsroom.newsroom import Newsroom
from plugins.newsroom.registers import Registers, Spot
from plugins.newsroom.rules.saying import Text, at

STANDING_PAGES = "trang/"
STANDING, ARTICLE, FORMER = "trang cố định", "bài", "địa chỉ cũ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An address, a word for the page that wants it, and its source, None for the site itself."""

    url: str
    name: str
    spot: Spot | None

    def __str__(self) -> str:
        """Name the page and its source."""
        if self.spot is None:
            return self.name
        line = f":{self.spot.line}" if self.spot.line > 1 else ""
        return f"{self.name} (content/{self.spot.path}{line})"


def claims_of_registers(registers: Registers) -> Iterator[Claim]:
    """Give every claim of the site and its registers; of two equal ones the first is the owner."""
    for url, name in addresses.GENERATED.items():
        yield Claim(url=url, name=name, spot=None)
    for agency in registers.agencies.values():
        yield Claim(url=agency.url, name="cơ quan", spot=agency.spot)
    for locality in registers.localities.values():
        yield Claim(url=locality.url, name="địa bàn", spot=locality.spot)
    for tag in registers.tags.values():
        yield Claim(url=addresses.tag(tag.id), name="thẻ", spot=tag.spot)
    for series in registers.series.values():
        yield Claim(url=addresses.series(series.id), name="dòng sự kiện", spot=series.spot)
    for section in registers.sections:
        if section.id not in addresses.RESERVED_NAMES:
            yield Claim(url=section.url, name=f"chuyên trang «{section.id}»", spot=section.spot)
        for column in section.columns:
            yield Claim(url=column.url, name=f"chuyên mục «{column.id}»", spot=column.spot)


def claims_of(text: Text) -> Iterator[Claim]:
    """Give a text's own address, then those that it had before."""
    yield _own(text.url, text.path)
    if isinstance(text, Article):
        spot = at(text, "aliases")
        yield from (_former(alias, spot) for alias in text.aliases)


def owner_of(claim: Claim, text: Text, newsroom: Newsroom) -> Claim:
    """Give the first claim to the address that a text claims; old addresses come last."""
    of_registers = _owners(newsroom.registers).get(claim.url)
    if of_registers:
        return of_registers
    if claim.name == FORMER and _is_archive(claim.url, text, newsroom):
        return Claim(url=claim.url, name=addresses.GENERATED[addresses.ARCHIVE], spot=None)
    found = (_claim_of(path, claim.url, newsroom) for path in newsroom.claimants(claim.url))
    return min(found, key=_rank, default=claim)


@lru_cache(maxsize=1)
def _owners(registers: Registers) -> Mapping[str, Claim]:
    owners: dict[str, Claim] = {}
    for claim in claims_of_registers(registers):
        owners.setdefault(claim.url, claim)
    return owners


def _is_archive(url: str, text: Text, newsroom: Newsroom) -> bool:
    """Say whether a day's, a month's or a year's page stands at an address."""
    if not (url.startswith(addresses.ARCHIVE) and list_at(url)):
        return False
    own = isinstance(text, Article) and url in addresses.archive_of(text.day)
    return own or url in newsroom.links.by_url


def _claim_of(path: str, url: str, newsroom: Newsroom) -> Claim:
    landing = newsroom.links.by_path[path]
    if landing.url == url:
        return _own(url, path)
    return _former(url, Spot(path=path, line=landing.alias_line))


def _own(url: str, path: str) -> Claim:
    name = STANDING if path.startswith(STANDING_PAGES) else ARTICLE
    return Claim(url=url, name=name, spot=Spot(path=path, line=1))


def _former(url: str, spot: Spot) -> Claim:
    return Claim(url=url, name=FORMER, spot=spot)


def _rank(claim: Claim) -> tuple[int, list[str]]:
    """Sort the claims of texts: pages, articles, old addresses, each folder by folder."""
    path = claim.spot.path if claim.spot else ""
    return (STANDING, ARTICLE, FORMER).index(claim.name), path.split("/")
