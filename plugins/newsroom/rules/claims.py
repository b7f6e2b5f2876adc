"""Who asks for which address (địa chỉ của ai): every source of a page, every old address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.newsroom import addresses
from plugins.newsroom.model import Newsroom
from plugins.newsroom.registers import Spot
from plugins.newsroom.rules.saying import at


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


def claims(newsroom: Newsroom) -> Iterator[Claim]:
    """Give every claim; of two equal ones the first is the owner, so old addresses come last."""
    yield from _made_by_the_site(newsroom)
    for section in newsroom.sections:
        if section.id not in addresses.RESERVED_NAMES:
            yield Claim(url=section.url, name=f"chuyên trang «{section.id}»", spot=section.spot)
        for column in section.columns:
            yield Claim(url=column.url, name=f"chuyên mục «{column.id}»", spot=column.spot)
    for page in newsroom.standing_pages:
        yield Claim(url=page.url, name="trang cố định", spot=at(page, 1))
    for article in newsroom.articles:
        yield Claim(url=article.url, name="bài", spot=at(article, 1))
    for article in newsroom.articles:
        for alias in article.aliases:
            yield Claim(url=alias, name="địa chỉ cũ", spot=at(article, "aliases"))


def _made_by_the_site(newsroom: Newsroom) -> Iterator[Claim]:
    for url, name in addresses.GENERATED.items():
        yield Claim(url=url, name=name, spot=None)
    for agency in newsroom.agencies.values():
        yield Claim(url=agency.url, name="cơ quan", spot=agency.spot)
    for locality in newsroom.localities.values():
        yield Claim(url=locality.url, name="địa bàn", spot=locality.spot)
    for tag in newsroom.tags.values():
        yield Claim(url=addresses.tag(tag.id), name="thẻ", spot=tag.spot)
    for series in newsroom.series.values():
        yield Claim(url=addresses.series(series.id), name="dòng sự kiện", spot=series.spot)
    days = {url: at(a, "date") for a in newsroom.articles for url in addresses.archive_of(a.day)}
    for url, spot in days.items():
        yield Claim(url=url, name="trang tìm theo ngày", spot=spot)
